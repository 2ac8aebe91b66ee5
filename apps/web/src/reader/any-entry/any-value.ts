import type { Image, RenderedMarkdown } from "@letterpress/client";
import type { AnyFile } from "./field-shape.ts";

/** A value of a published entry by what it looks like. There are no empty ones, nor any with nothing in them. */
export type AnyValue =
  | { kind: "text"; text: string }
  | { kind: "longText"; text: string }
  | { kind: "number"; number: number }
  | { kind: "boolean"; isTrue: boolean }
  /** `day` is YYYY-MM-DD. */
  | { kind: "day"; day: string }
  | { kind: "moment"; at: Date }
  | { kind: "link"; address: string }
  | { kind: "email"; address: string }
  /** `code` is #rrggbb. */
  | { kind: "color"; code: string }
  | { kind: "markdown"; markdown: RenderedMarkdown }
  | { kind: "image"; image: Image }
  | { kind: "file"; file: AnyFile }
  /** In degrees. */
  | { kind: "place"; latitude: number; longitude: number }
  /** A published entry that a reference points at. */
  | { kind: "entry"; title: string; path: string | null }
  | { kind: "list"; items: AnyValue[] }
  | { kind: "group"; fields: AnyField[] }
  | { kind: "blocks"; blocks: AnyBlock[] }
  /** What no field but one of JSON can hold. */
  | { kind: "json"; value: unknown };

export interface AnyField {
  name: string;
  label: string;
  value: AnyValue;
}

export interface AnyBlock {
  /** What kind of block it is, to be read: `Talk`. */
  label: string;
  fields: AnyField[];
}
