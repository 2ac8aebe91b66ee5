import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { waitingQuery } from "../connection/desk-queries.ts";
import { typesQuery } from "../connection/queries.ts";
import { Icon } from "../ui/icon.tsx";

interface WaitingProps {
  /** Of each link. */
  className: string;
  onFollow?: (() => void) | undefined;
}

/** What waits for this person, with how much there is of it; nothing where nothing does. */
export function Waiting({ className, onFollow }: WaitingProps) {
  const { data: types } = useSuspenseQuery(typesQuery);
  const { data: waiting } = useQuery(waitingQuery);
  if (!waiting || waiting.length === 0) return null;
  const labels = new Map(types.map(({ name, pluralLabel }) => [name, pluralLabel]));
  const lines = waiting.flatMap(({ type, inReview, assigned }) => [
    { type, search: { status: "inReview" as const }, count: inReview, words: "to review" },
    { type, search: { assigned: "me" as const }, count: assigned, words: "assigned to you" },
  ]);
  return (
    <>
      {lines
        .filter(({ count }) => count > 0)
        .map(({ type, search, count, words }) => (
          <Link
            key={`${type} ${words}`}
            to="/entries/$type"
            params={{ type }}
            search={search}
            onClick={onFollow}
            className={className}
          >
            <Icon name="clock" />
            <span className="min-w-0 flex-1">
              {labels.get(type) ?? type} {words}
            </span>
            <span className="rounded-full bg-accent-tint px-2 text-sm text-accent tabular-nums">{count}</span>
          </Link>
        ))}
      <hr className="my-2 border-line" />
    </>
  );
}
