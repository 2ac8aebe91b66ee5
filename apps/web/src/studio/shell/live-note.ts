import type { Me, PressEvent } from "@letterpress/client";
import { may } from "../auth/may.ts";

/** One line about what others have just done: `before`, what it is about as a link, and `after`. */
export interface LiveNote {
  before: string;
  /** `null` where it is about many things: `before` says it all then. */
  about:
    | { kind: "entry"; type: string; id: string; title: string }
    | { kind: "release"; id: string; title: string }
    | null;
  after: string;
  /** What was said with it, to be told after a colon. */
  commentId: string | null;
}

/** How long something counts as just now, in milliseconds. */
const recent = 60_000;

/** Who is told, and what they look at. */
interface Told {
  me: Pick<Me, "id" | "role">;
  /** They have the entry open. */
  isOpen: (entryId: string) => boolean;
  now: Date;
}

/** What is told of at all. */
const told = new Set([
  "entry.sentBack",
  "entry.approved",
  "entry.assigned",
  "comment.created",
  "entry.submitted",
  "entry.published",
  "release.published",
]);

export function isNews({ name }: PressEvent): boolean {
  return told.has(name);
}

/**
 * What to tell somebody about events that came together: the one thing that matters most to them, as one line is read
 * and five are not. `null` where there is nothing that they do not know.
 */
export function liveNote(events: readonly PressEvent[], { me, isOpen, now }: Told): LiveNote | null {
  const news = events.filter(({ actor }) => actor.id !== me.id);
  return (
    ofMyEntry(news, me, isOpen) ??
    ofReview(may(me.role, "review") ? news.filter((event) => isRecent(event, now)) : [], news) ??
    ofPublishing(news.filter((event) => isRecent(event, now)))
  );
}

/** What waits for this person is told however late they hear of it. */
function ofMyEntry(news: readonly PressEvent[], me: Told["me"], isOpen: Told["isOpen"]): LiveNote | null {
  const isMine = ({ details }: PressEvent) =>
    Array.isArray(details.concerns) && details.concerns.includes(me.id);
  const decided = news.findLast(
    (event) =>
      (event.name === "entry.sentBack" || event.name === "entry.approved") &&
      (isMine(event) || isOpen(event.entry?.id ?? "")),
  );
  if (decided) return note(decided, decided.name === "entry.approved" ? "approved" : "sent back", "", news);
  const assigned = news.findLast(
    ({ name, details }) => name === "entry.assigned" && details.assigneeId === me.id,
  );
  if (assigned) return note(assigned, "assigned", " to you", news);
  const said = news.findLast((event) => event.name === "comment.created" && isMine(event));
  // Those who review are told of the step that it was said with.
  const isOfStep =
    may(me.role, "review") &&
    news.some(({ name, entry }) => name === "entry.submitted" && entry?.id === said?.entry?.id);
  return said && !isOfStep ? note(said, "commented on", "", news) : null;
}

function ofReview(news: readonly PressEvent[], all: readonly PressEvent[]): LiveNote | null {
  const submitted = news.filter(({ name }) => name === "entry.submitted");
  const last = submitted.at(-1);
  if (!last) return null;
  if (submitted.length > 1) return line(`${submitted.length} entries were submitted for review.`);
  return note(last, "submitted", " for review", all);
}

function ofPublishing(news: readonly PressEvent[]): LiveNote | null {
  const release = news.findLast(({ name }) => name === "release.published");
  if (release) {
    const title = String(release.details.title ?? "");
    const id = String(release.details.releaseId ?? "");
    const before = `${whoOf(release)} published the release`;
    return { before, about: { kind: "release", id, title }, after: " just now", commentId: null };
  }
  const published = news.filter(({ name }) => name === "entry.published");
  const last = published.at(-1);
  if (!last) return null;
  if (published.length === 1) return note(last, "published", " just now", []);
  return line(
    published.every(({ actor }) => actor.name === last.actor.name)
      ? `${whoOf(last)} published ${published.length} entries just now.`
      : `${published.length} entries were published just now.`,
  );
}

const line = (before: string): LiveNote => ({ before, about: null, after: "", commentId: null });

function note(event: PressEvent, did: string, after: string, news: readonly PressEvent[]): LiveNote | null {
  if (!event.entry) return null;
  const { type, id, title } = event.entry;
  const said = news.findLast(
    ({ name, entry, actor }) => name === "comment.created" && entry?.id === id && actor.id === event.actor.id,
  );
  const about = { kind: "entry", type, id, title: title || "Untitled" } as const;
  const commentId = typeof said?.details.commentId === "string" ? said.details.commentId : null;
  return { before: `${whoOf(event)} ${did}`, about, after, commentId };
}

const isRecent = ({ at }: PressEvent, now: Date) => Math.abs(now.getTime() - at.getTime()) < recent;

function whoOf({ actor }: PressEvent): string {
  return actor.kind === "system" ? "Letterpress" : actor.name || "Somebody";
}
