import type { CallError } from "@letterpress/client";
import { type FormEvent, useState } from "react";
import { issuesOf } from "../auth/issues-of.ts";
import { LabelledInput } from "../auth/labelled-input.tsx";
import { attempt } from "../connection/call.ts";
import type { Release } from "../connection/desk.ts";
import { press } from "../connection/press.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { rememberRelease } from "./remember-release.ts";

interface ReleaseDialogProps {
  /** The one to rename; `null` to make one. */
  release: Release | null;
  onSaved: (release: Release) => void;
  onClose: () => void;
}

/** Names a release. */
export function ReleaseDialog({ release, onSaved, onClose }: ReleaseDialogProps) {
  const [problem, setProblem] = useState<CallError | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const issues = issuesOf(problem);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const named = { name: String(form.get("name")).trim(), note: String(form.get("note")).trim() };
    setWaiting(true);
    const result = await attempt(
      release ? press.releases.update({ id: release.id, ...named }) : press.releases.create(named),
    );
    setWaiting(false);
    if (!result.ok) return setProblem(result.error);
    rememberRelease(result.data);
    onClose();
    onSaved(result.data);
  }

  return (
    <Modal title={release ? "Rename the release" : "New release"} onClose={onClose}>
      <form onSubmit={save}>
        <LabelledInput
          label="Name"
          name="name"
          required
          autoFocus
          maxLength={120}
          autoComplete="off"
          defaultValue={release?.name}
          help="What it is about, such as “Spring issue”. Only editors see it."
          error={issues.name}
        />
        <LabelledInput
          label="Note · optional"
          name="note"
          maxLength={500}
          autoComplete="off"
          defaultValue={release?.note}
          error={issues.note}
        />
        {problem && problem.code !== "BAD_INPUT" && (
          <div className="mb-4">
            <Notice tone="danger">
              <ProblemText problem={problem} />
            </Notice>
          </div>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={isWaiting}>
            {isWaiting ? "Saving…" : release ? "Save" : "Make the release"}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
