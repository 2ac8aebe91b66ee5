import type { PressEvent } from "@letterpress/client";
import { isRecord } from "../fields/widget.ts";

/** Kinds of queries of a content type that list entries, whichever they are. */
const lists = new Set<unknown>(["list", "page", "choices"]);

/** What, beside the entries themselves, may look different after an event, by how the event's name begins. */
const shownElsewhere: Record<string, readonly string[]> = {
  entry: ["releases", "calendar", "bin", "redirects", "waiting"],
  comment: [],
  preview: [],
  asset: ["assets"],
  release: ["releases", "calendar"],
  redirect: ["redirects"],
  user: ["users"],
  apiKey: ["api-keys"],
};

/** Saving leaves these as they are: what goes on in an editor must not reload half the Studio. */
const notChangedBySaving = new Set(["calendar", "bin", "redirects", "waiting"]);

/** Whether a query lists entries of a type, whichever they are. */
export function isListOf(type: string, [subject, of, kind]: readonly unknown[]): boolean {
  return subject === "entries" && of === type && lists.has(kind);
}

/**
 * Whether what a query has answered may be out of date because of an event. `version` is that of the entry in the
 * answer, where it is one entry: what a save has made is there already when the person saved here.
 */
export function isChangedBy(event: PressEvent, key: readonly unknown[], version?: number): boolean {
  const [subject, type, kind] = key;
  const { entry, name } = event;
  if (subject === "events")
    return event.details.autosave !== true || (isRecord(kind) && kind.autosaves === true);
  // Lists of releases tell nothing of an entry's versions.
  if (subject === "releases" && type === "list" && isSave(name)) return false;
  if (subject === "entries") {
    if (!entry || type !== entry.type) return false;
    if (name.startsWith("comment.") || name.startsWith("preview.")) return key.includes(entry.id);
    if (lists.has(kind)) return true;
    const isKnown = kind === "one" && isSave(name) && version !== undefined && version >= entry.version;
    return key.includes(entry.id) && !isKnown;
  }
  if (subject === "comments") return name.startsWith("comment.") && key.includes(entry?.id);
  if (subject === "assets" && key.includes("one") && event.assetId !== null && !key.includes(event.assetId))
    return false;
  const elsewhere = shownElsewhere[name.split(".")[0] ?? ""] ?? [];
  return (
    typeof subject === "string" &&
    elsewhere.includes(subject) &&
    !(isSave(name) && notChangedBySaving.has(subject))
  );
}

const isSave = (name: string) => name === "entry.saved" || name === "entry.restored";
