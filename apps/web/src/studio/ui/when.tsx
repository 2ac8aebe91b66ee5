import { relativeTime } from "./relative-time.ts";

/** How long ago something was, with the exact time on hover. */
export function When({ date }: { date: Date }) {
  return (
    <time
      dateTime={date.toISOString()}
      title={date.toLocaleString("en", { dateStyle: "full", timeStyle: "short" })}
    >
      {relativeTime(date, new Date())}
    </time>
  );
}
