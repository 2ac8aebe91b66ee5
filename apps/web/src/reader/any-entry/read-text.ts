import type { AnyValue } from "./any-value.ts";

/** Characters and lines that fit beside a label. */
const longest = 200;
const mostLines = 4;

/**
 * A string by what it says as a whole: a day, an address of the web or of mail, a colour, or words. Which kind of
 * field it is from is not known, but these read the same from any.
 */
export function readText(text: string): AnyValue | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (isDay(trimmed)) return { kind: "day", day: trimmed };
  if (/^#[0-9a-f]{6}$/i.test(trimmed)) return { kind: "color", code: trimmed.toLowerCase() };
  if (isWebAddress(trimmed)) return { kind: "link", address: trimmed };
  if (trimmed.length <= 254 && /^[\w.'+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(trimmed))
    return { kind: "email", address: trimmed };
  const isLong = trimmed.length > longest || trimmed.split("\n").length > mostLines;
  return { kind: isLong ? "longText" : "text", text: trimmed };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(text);
  // 2026-02-30 would be read as a day of March.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  // Before an @, an address can name another host than the one that it leads to.
  return username === "" && password === "";
}
