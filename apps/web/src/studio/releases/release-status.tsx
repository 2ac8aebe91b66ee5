import type { ReleaseSummary } from "../connection/desk.ts";
import { Moment } from "../ui/moment.tsx";
import { When } from "../ui/when.tsx";

/** When a release was or will be published, in a sentence. */
export function ReleaseState({ release: { schedule, publishedAt } }: { release: ReleaseSummary }) {
  if (publishedAt)
    return (
      <span>
        Published <When date={publishedAt} />.
      </span>
    );
  if (!schedule) return <span>Nothing is published before you say so.</span>;
  if (schedule.failure)
    return (
      <span className="text-danger">
        Not published <Moment at={schedule.at} />: {schedule.failure.message} Mend it, then schedule it anew.
      </span>
    );
  return (
    <span>
      Publishes itself <Moment at={schedule.at} />.
    </span>
  );
}
