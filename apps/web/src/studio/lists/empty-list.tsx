import type { EntryStatus, TypeDescription } from "@letterpress/client";
import { Link } from "@tanstack/react-router";
import { seesOnlyOwn } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

interface EmptyListProps {
  type: TypeDescription;
  query: { search?: string; status?: EntryStatus };
  onClear: () => void;
}

/** An empty list says why it is empty and what to do next. */
export function EmptyList({ type, query, onClear }: EmptyListProps) {
  const me = useMe();
  const many = type.pluralLabel.toLowerCase();
  const isFiltered = query.search !== undefined || query.status !== undefined;
  return (
    <div className="rounded-lg border border-dashed border-control px-6 py-12 text-center">
      {isFiltered ? (
        <>
          <h2 className="mb-1 text-lg font-semibold">
            {query.search ? `Nothing matches “${query.search}”` : `No ${query.status} ${many}`}
          </h2>
          <p className="mb-4 text-muted">
            {query.search
              ? "The search looks for every word, in any order, in titles."
              : statusLesson[query.status ?? "draft"]}
          </p>
          <Button onClick={onClear}>Show all {many}</Button>
        </>
      ) : (
        <>
          <h2 className="mb-1 text-lg font-semibold">No {many} yet</h2>
          <p className="mx-auto mb-4 max-w-md text-muted">
            A new {type.label.toLowerCase()} starts as a draft that only editors see.{" "}
            {type.path === null
              ? "Publish it to let others refer to it."
              : "Readers see it once you publish it."}
            {seesOnlyOwn(me.role) && ` You see the ${many} that you made.`}
          </p>
          <Link
            to="/entries/$type/$id"
            params={{ type: type.name, id: "new" }}
            className={buttonClass("secondary")}
          >
            <Icon name="plus" />
            Write the first one
          </Link>
          <p className="mt-4 text-sm text-muted pointer-coarse:hidden">
            Next time, press <kbd className="rounded border border-control px-1.5 font-sans">n</kbd> here.
          </p>
        </>
      )}
    </div>
  );
}

const statusLesson: Record<EntryStatus, string> = {
  draft: "Everything here has been published. What is new starts as a draft.",
  inReview: "Nothing waits for a review. What its author submits stands here until somebody approves it.",
  approved: "Nothing waits to be published. What a reviewer approves stands here until then.",
  scheduled: "Nothing will be published by itself. Choose a time for an entry in its menu.",
  published: "Nothing here is shown to readers exactly as it stands: open one and press Publish.",
  changed:
    "Every published version is up to date. Edits to a published entry wait here until you publish them.",
  unpublished: "Nothing was taken away from readers.",
  archived: "Nothing is put away. Archived entries keep their text, and can be reopened.",
};
