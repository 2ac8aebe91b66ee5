import type { Entry, RevisionSummary } from "@letterpress/client";
import { useId } from "react";
import { revisionLine } from "./revision-words.ts";

interface RevisionChoiceProps {
  label: string;
  saved: Entry;
  /** Those that are known; one that is not among them is offered by its number. */
  revisions: readonly RevisionSummary[];
  version: number;
  onChange: (version: number) => void;
}

/** Chooses one of an entry's revisions. */
export function RevisionChoice({ label, saved, revisions, version, onChange }: RevisionChoiceProps) {
  const id = useId();
  const isKnown = revisions.some((revision) => revision.version === version);
  return (
    <div>
      <label htmlFor={id} className="text-sm font-semibold text-muted">
        {label}
      </label>
      <select
        id={id}
        value={version}
        onChange={(event) => onChange(Number(event.target.value))}
        className="field-box mt-0.5"
      >
        {revisions.map((revision) => (
          <option key={revision.version} value={revision.version}>
            {revisionLine(revision, saved)}
          </option>
        ))}
        {!isKnown && <option value={version}>Version {version}</option>}
      </select>
    </div>
  );
}
