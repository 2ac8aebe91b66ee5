import type { Entry, RevisionSummary, TypeDescription } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { ActionProblem } from "../workflow/action-problem.tsx";
import { RevisionChoice } from "./revision-choice.tsx";
import { RevisionDiff } from "./revision-diff.tsx";
import { revisionQuery } from "./revision-queries.ts";
import { useRestore } from "./use-restore.ts";

/** Versions that are compared: what was there, and what it became. */
export interface Compared {
  before: number;
  after: number;
  /** They are compared because the later of the two is to come back: `after`. */
  isRestore: boolean;
}

interface CompareDialogProps {
  type: TypeDescription;
  saved: Entry;
  editor: EntryEditor;
  revisions: readonly RevisionSummary[];
  compared: Compared;
  onClose: () => void;
}

/** Two revisions of the entry side by side, in one text. */
export function CompareDialog({ type, saved, editor, revisions, compared, onClose }: CompareDialogProps) {
  const [versions, setVersions] = useState(compared);
  const before = useQuery(revisionQuery(saved, versions.before));
  const after = useQuery(revisionQuery(saved, versions.after));
  const { restore, isRunning, problem } = useRestore(type, editor);
  const error = before.error ?? after.error;
  const { isRestore } = compared;
  // What comes back is one that is not there already.
  const older = Math.min(versions.before, versions.after);
  const mayRestore = saved.actions.includes("save") && older < saved.version;

  async function bringBack() {
    if (await restore(isRestore ? versions.after : older)) onClose();
  }

  return (
    <Modal
      wide
      title={isRestore ? `Restore version ${versions.after}?` : "Compare revisions"}
      description={
        isRestore
          ? `It becomes a new version on top of version ${versions.before}, which stays in the list. This is what changes:`
          : undefined
      }
      onClose={onClose}
    >
      {!isRestore && (
        <div className="mb-4 grid gap-2">
          <RevisionChoice
            label="From"
            {...{ saved, revisions }}
            version={versions.before}
            onChange={(version) => setVersions({ ...versions, before: version })}
          />
          <RevisionChoice
            label="To"
            {...{ saved, revisions }}
            version={versions.after}
            onChange={(version) => setVersions({ ...versions, after: version })}
          />
        </div>
      )}
      {error && <ActionProblem problem={error.problem} />}
      {!error && (!before.data || !after.data) && (
        <p role="status" className="py-4 text-muted">
          Comparing…
        </p>
      )}
      {before.data && after.data && (
        <RevisionDiff
          key={`${versions.before} ${versions.after}`}
          fields={type.fields}
          before={before.data.fields}
          after={after.data.fields}
        />
      )}
      <div className="mt-4">
        <ActionProblem problem={problem} />
      </div>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{isRestore ? "Cancel" : "Close"}</Button>
        {mayRestore && (
          <Button
            look={isRestore ? "primary" : "secondary"}
            disabled={isRunning}
            onClick={() => void bringBack()}
          >
            Restore version {isRestore ? versions.after : older}
          </Button>
        )}
      </div>
    </Modal>
  );
}
