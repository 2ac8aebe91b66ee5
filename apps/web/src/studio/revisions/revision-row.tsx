import type { Entry, RevisionSummary } from "@letterpress/client";
import { When } from "../ui/when.tsx";
import { authorName, kindWords, roleOf } from "./revision-words.ts";

interface RevisionRowProps {
  revision: RevisionSummary;
  saved: Entry;
  /** Shows what it changed; `null` for the first. */
  onCompare: (() => void) | null;
  onRestore: (() => void) | null;
}

/** A save in the list of them. */
export function RevisionRow({ revision, saved, onCompare, onRestore }: RevisionRowProps) {
  const { version, createdAt, note } = revision;
  const kind = kindWords(revision);
  return (
    <li className="relative border-l-2 border-line py-2 pl-4">
      <span
        aria-hidden="true"
        className={`absolute top-4 -left-[5px] size-2 rounded-full ${version === saved.version ? "bg-accent" : "bg-control"}`}
      />
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-semibold">Version {version}</span>
        {roleOf(version, saved).map((role) => (
          <span key={role} className="rounded-full bg-sunken px-2 text-xs font-semibold text-muted">
            {role}
          </span>
        ))}
      </p>
      <p className="text-sm text-muted">
        {authorName(revision)}, <When date={createdAt} />
        {kind !== "" && ` · ${kind}`}
      </p>
      {note !== "" && <p className="break-words">{note}</p>}
      <p className="flex gap-3 empty:hidden">
        {onCompare && (
          <Link label={`Changes of version ${version}`} onClick={onCompare}>
            Changes
          </Link>
        )}
        {onRestore && (
          <Link label={`Restore version ${version}`} onClick={onRestore}>
            Restore
          </Link>
        )}
      </p>
    </li>
  );
}

function Link({ label, children, onClick }: { label: string; children: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="min-h-6 text-sm font-medium text-accent underline"
    >
      {children}
    </button>
  );
}
