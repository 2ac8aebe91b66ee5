import type { PressEvent } from "@letterpress/client";

/** What others have just published, as one line. */
export interface LiveNote {
  text: string;
  /** What was published, where it is one thing; the text names it. */
  about:
    | { kind: "entry"; type: string; id: string; title: string }
    | { kind: "release"; id: string; title: string }
    | null;
}

/** How long something counts as just now, in milliseconds. */
const recent = 60_000;

/** What to tell somebody about events that came together; null where there is nothing that they do not know. */
export function liveNote(events: readonly PressEvent[], meId: string, now: Date): LiveNote | null {
  const news = events.filter(
    ({ name, at, actor }) =>
      (name === "entry.published" || name === "release.published") &&
      actor.id !== meId &&
      Math.abs(now.getTime() - at.getTime()) < recent,
  );
  const release = news.findLast(({ name }) => name === "release.published");
  if (release) {
    const title = String(release.details.title ?? "");
    const id = String(release.details.releaseId ?? "");
    return { text: `${whoOf(release)} published the release`, about: { kind: "release", id, title } };
  }
  const last = news.at(-1);
  if (!last?.entry) return null;
  if (news.length > 1) {
    const isOne = news.every(({ actor }) => actor.name === last.actor.name);
    return {
      text: isOne
        ? `${whoOf(last)} published ${news.length} entries just now.`
        : `${news.length} entries were published just now.`,
      about: null,
    };
  }
  const { type, id, title } = last.entry;
  return { text: `${whoOf(last)} published`, about: { kind: "entry", type, id, title: title || "Untitled" } };
}

function whoOf({ actor }: PressEvent): string {
  return actor.kind === "system" ? "The schedule" : actor.name || "Somebody";
}
