import type { EntryStatus, TypeDescription } from "@letterpress/client";
import { Link } from "@tanstack/react-router";
import { seesOnlyOwn } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { EmptyBox } from "../ui/empty-box.tsx";
import { statusWords } from "../ui/entry-statuses.ts";
import { Icon } from "../ui/icon.tsx";
import type { ListSearch } from "./list-filters.tsx";

interface EmptyListProps {
  type: TypeDescription;
  query: ListSearch;
  onClear: () => void;
}

/** An empty list says why it is empty and what to do next. */
export function EmptyList({ type, query, onClear }: EmptyListProps) {
  const me = useMe();
  const many = type.pluralLabel.toLowerCase();
  const showAll = <Button onClick={onClear}>Show all {many}</Button>;
  if (query.search !== undefined)
    return (
      <EmptyBox title={`Nothing matches “${query.search}”`} action={showAll}>
        The search looks for every word, in any order, in titles.
      </EmptyBox>
    );
  if (query.assigned !== undefined)
    return (
      <EmptyBox title={`No ${many} wait for you`} action={showAll}>
        What somebody assigns to you stands here until it is assigned to somebody else.
      </EmptyBox>
    );
  if (query.status !== undefined)
    return (
      <EmptyBox title={`No ${many} are ${statusWords[query.status].label.toLowerCase()}`} action={showAll}>
        {statusLesson[query.status]}
      </EmptyBox>
    );
  return (
    <EmptyBox
      title={`No ${many} yet`}
      action={
        <>
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
      }
    >
      A new {type.label.toLowerCase()} starts as a draft that only editors see.{" "}
      {type.path === null ? "Publish it to let others refer to it." : "Readers see it once you publish it."}
      {seesOnlyOwn(me.role) && ` You see the ${many} that you made, and those assigned to you.`}
    </EmptyBox>
  );
}

const statusLesson: Record<EntryStatus, string> = {
  draft: "What is new starts as a draft, and is one until it is submitted, scheduled or published.",
  inReview: "Nothing waits for a review. What its author submits stands here until somebody approves it.",
  approved: "Nothing waits to be published. What a reviewer approves stands here until then.",
  scheduled: "Nothing will be published by itself. Open an entry and choose a time for it.",
  published: "Nothing here is shown to readers exactly as it stands: open one and press Publish.",
  changed:
    "Every published version is up to date. Edits to a published entry wait here until you publish them.",
  unpublished: "Nothing was taken away from readers.",
  archived: "Nothing is archived. Archived entries keep their text, and can be reopened.",
};
