import type { CallError } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { attempt } from "../connection/call.ts";
import type { Release } from "../connection/desk.ts";
import { releaseProblemsQuery, releasesKey } from "../connection/desk-queries.ts";
import { press } from "../connection/press.ts";
import { queryClient } from "../connection/query-client.ts";
import { Button } from "../ui/button.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { toast } from "../ui/toasts.tsx";
import { DeleteQuestion } from "./delete-question.tsx";
import { PublishQuestion } from "./publish-question.tsx";
import { ReleaseDialog } from "./release-dialog.tsx";
import { ScheduleReleaseDialog } from "./schedule-release-dialog.tsx";

interface ReleaseActionsProps {
  release: Release;
  change: (call: Promise<Release>) => Promise<boolean>;
  onProblem: (problem: CallError) => void;
}

/** What can be done with a release as a whole. */
export function ReleaseActions({ release, change, onProblem }: ReleaseActionsProps) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<"publish" | "schedule" | "rename" | "delete" | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const { id, name, schedule, publishedAt, items } = release;
  const isOpen = publishedAt === null;
  const { data: problems } = useQuery({ ...releaseProblemsQuery(id), enabled: isOpen && items.length > 0 });
  const isReady = items.length > 0 && problems?.length === 0;
  const close = () => setOpen(null);

  async function publish() {
    close();
    setPublishing(true);
    if (await change(press.releases.publish({ id }))) {
      toast(`“${name}” is published.`);
      void queryClient.invalidateQueries({ queryKey: ["entries"] });
    }
    setPublishing(false);
  }

  async function remove() {
    close();
    const result = await attempt(press.releases.delete({ id }));
    if (!result.ok) return onProblem(result.error);
    await navigate({ to: "/releases" });
    queryClient.removeQueries({ queryKey: [...releasesKey, "one", id] });
    void queryClient.invalidateQueries({ queryKey: releasesKey });
    toast(`The release “${name}” is deleted. Its entries stay as they are.`);
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      {isOpen && (
        <>
          {schedule && (
            <Button onClick={() => void change(press.releases.unschedule({ id }))}>Unschedule</Button>
          )}
          <Button onClick={() => setOpen("schedule")} disabled={!isReady}>
            {schedule ? "Reschedule…" : "Schedule…"}
          </Button>
          <Button look="primary" onClick={() => setOpen("publish")} disabled={!isReady || isPublishing}>
            {isPublishing ? "Publishing…" : "Publish now"}
          </Button>
        </>
      )}
      <Menu label="More actions">
        {isOpen && (
          <MenuItem icon="font" onSelect={() => setOpen("rename")}>
            Rename…
          </MenuItem>
        )}
        <MenuItem icon="trash" isDanger onSelect={() => setOpen("delete")}>
          Delete…
        </MenuItem>
      </Menu>
      {open === "publish" && (
        <PublishQuestion release={release} onConfirm={() => void publish()} onCancel={close} />
      )}
      {open === "delete" && (
        <DeleteQuestion release={release} onConfirm={() => void remove()} onCancel={close} />
      )}
      {open === "rename" && <ReleaseDialog release={release} onSaved={() => {}} onClose={close} />}
      {open === "schedule" && <ScheduleReleaseDialog release={release} onClose={close} />}
    </div>
  );
}
