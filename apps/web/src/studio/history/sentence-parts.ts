import type { PressEvent } from "@letterpress/client";
import { wordsOf } from "./event-words.ts";

/** A piece of a sentence: words, or what the sentence is about, to be shown as a link. */
export type SentencePart = string | { kind: "entry" | "release"; title: string };

/** Who did it, as the sentence begins. */
export function whoDid({ actor, name, details }: PressEvent): string {
  if (actor.kind === "system") return "Letterpress";
  if (name === "user.created" && actor.kind === "nobody") return String(details.userName ?? "Somebody");
  if (actor.kind === "apiKey") return `The API key “${actor.name}”`;
  return actor.name || "Somebody";
}

/** What happened, after who did it. Details that an event does not have read as "…". */
export function sentenceParts(event: PressEvent): SentencePart[] {
  const words = wordsOf(event);
  if (words === undefined) return [`did something newer than this page: ${event.name}`];
  return words
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) => (part.startsWith("{") ? detailOf(event, part.slice(1, -1)) : part));
}

function detailOf({ entry, details }: PressEvent, name: string): SentencePart {
  if (name === "entry") return entry ? { kind: "entry", title: entry.title || "Untitled" } : "an entry";
  if (name === "release") return { kind: "release", title: String(details.title ?? "…") };
  const value = details[name];
  if (name === "entryTitle") return String(value || "Untitled");
  if (name === "assigneeName") return typeof value === "string" ? value : "nobody";
  if (name === "scheduledFor") return typeof value === "string" ? timeText(value) : "…";
  return value === undefined || value === null ? "…" : String(value);
}

function timeText(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime())
    ? iso
    : at.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}
