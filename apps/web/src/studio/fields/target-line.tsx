import type { EntryChoice, TypeDescription } from "@letterpress/client";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface TargetLineProps {
  type: TypeDescription;
  id: string;
  /** `undefined` while it loads, `null` when it is gone or not to be seen. */
  entry: EntryChoice | null | undefined;
  children: ReactNode;
}

/** An entry that is referred to, with what can be done about it. */
export function TargetLine({ type, id, entry, children }: TargetLineProps) {
  return (
    <div className="flex min-h-9 items-center gap-1 rounded-md border border-line bg-canvas pr-0.5 pl-2.5">
      <div className="min-w-0 flex-1">
        {entry === undefined ? (
          <span className="text-muted">…</span>
        ) : entry === null ? (
          <span className="text-muted italic" title={id}>
            Not to be seen, or deleted
          </span>
        ) : !entry.isEditable ? (
          <span className="font-medium">{entry.title || "Untitled"}</span>
        ) : (
          <Link
            to="/entries/$type/$id"
            params={{ type: type.name, id }}
            className="font-medium hover:underline"
          >
            {entry.title || "Untitled"}
          </Link>
        )}
        {entry && !entry.isPublished && (
          <span className="ml-2 text-sm text-ochre" title="Readers do not see it until it is published.">
            Draft
          </span>
        )}
      </div>
      {children}
    </div>
  );
}
