import type { Entry } from "@letterpress/client";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { PreviewLink } from "../preview/preview-link.tsx";
import { dayAndTime } from "../publishing/time-words.ts";
import { AddToRelease } from "../releases/add-to-release.tsx";
import { UpcomingChip } from "../releases/upcoming-chip.tsx";
import { useUpcoming } from "../releases/use-upcoming.ts";
import { StatusChip } from "../ui/status-chip.tsx";
import { When } from "../ui/when.tsx";
import { Assignee } from "./assignee.tsx";
import { PageAddress } from "./page-address.tsx";
import { PanelSection } from "./panel-section.tsx";
import { statusSentence } from "./status-sentence.ts";

interface DetailsTabProps {
  saved: Entry;
  editor: EntryEditor;
}

/** What is known of the entry beside what is written in it. */
export function DetailsTab({ saved, editor }: DetailsTabProps) {
  const { role } = useMe();
  const { status, version, createdAt, updatedAt, publishedAt, schedule, path } = saved;
  const upcoming = useUpcoming([[saved.id]]).get(saved.id);
  const now = new Date();
  return (
    <div className="flex flex-col gap-5">
      <PanelSection title="Status">
        <p className="flex flex-wrap items-center gap-2">
          <StatusChip status={status} />
          <span className="text-sm text-muted">Version {version}</span>
          {upcoming && <UpcomingChip change={upcoming} />}
        </p>
        <p className="mt-1.5">{statusSentence(saved, now)}</p>
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm [&_dt]:text-muted">
          {schedule && (
            <>
              <dt>Scheduled</dt>
              <dd>{dayAndTime(schedule.at, now)}</dd>
            </>
          )}
          <dt>Saved</dt>
          <dd>
            <When date={updatedAt} />
          </dd>
          {publishedAt && (
            <>
              <dt>First published</dt>
              <dd>{dayAndTime(publishedAt, now)}</dd>
            </>
          )}
          <dt>Begun</dt>
          <dd>{dayAndTime(createdAt, now)}</dd>
        </dl>
      </PanelSection>
      <PanelSection title="Assigned to">
        <Assignee saved={saved} editor={editor} />
      </PanelSection>
      {path !== null && (
        <>
          <PanelSection title="Address">
            <PageAddress saved={saved} path={path} />
          </PanelSection>
          <PanelSection title="Preview">
            <PreviewLink editor={editor} />
          </PanelSection>
        </>
      )}
      {may(role, "manageReleases") && (
        <PanelSection title="Releases">
          <AddToRelease saved={saved} editor={editor} />
        </PanelSection>
      )}
    </div>
  );
}
