import { momentText } from "./moment-text.ts";

/** When something will be, or was to be, with the whole date on hover. */
export function Moment({ at }: { at: Date }) {
  return (
    <time
      dateTime={at.toISOString()}
      title={at.toLocaleString("en-GB", { dateStyle: "full", timeStyle: "short" })}
    >
      {momentText(at, new Date())}
    </time>
  );
}
