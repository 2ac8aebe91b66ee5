import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { PublishedRow } from "@letterpress/db/published/published-row";
import type { ContentType } from "@letterpress/model/content-type";
import { describeType } from "@letterpress/model/describe-type";
import type { Field, FieldMap } from "@letterpress/model/field";
import { zodOf } from "@letterpress/model/zod-of";
import { z } from "zod";
import { plainEnvelope } from "../wire/plain-envelope.ts";
import { readFields } from "./read-entry.ts";

const known = new WeakMap<ContentType, { shape: string | null }>();

/**
 * Says that readers get the output values of a revision as they are stored; `null` where they do not: dates are marked
 * on their way, and what is missing may have a value for readers.
 */
export function shapeOf(type: ContentType, version: number, output: Record<string, unknown>): string | null {
  const stored: Record<string, unknown> = JSON.parse(JSON.stringify(output));
  const read = plainEnvelope(readFields(type, stored));
  return read && !read.meta && isDeepStrictEqual(read.json, stored) ? shapeNow(type, version) : null;
}

/**
 * Whether readers still get the fields of an entry as they are stored. The shape names a revision, as a node of an older
 * Letterpress that publishes another one leaves the shape as it was.
 */
export function readsAsStored(type: ContentType, { shape, version }: PublishedRow): boolean {
  return shape !== null && shape === shapeNow(type, version);
}

/** `null` for a type with custom fields, whose schemas have no description. */
function shapeNow(type: ContentType, version: number): string | null {
  const made = known.get(type) ?? { shape: hasCustom(type.fields) ? null : hashOf(type) };
  known.set(type, made);
  return made.shape && `${made.shape}.${version}`;
}

/** The schemas beside the descriptions: what a kind of field gives may change with Letterpress. */
function hashOf(type: ContentType): string {
  const { fields } = describeType(type);
  const outputs = Object.entries(type.fields).map(([name, { output }]) => [
    name,
    z.toJSONSchema(zodOf(output), { unrepresentable: "any" }),
  ]);
  return createHash("sha256")
    .update(JSON.stringify(fields, unlessWords) + JSON.stringify(outputs))
    .digest("base64url")
    .slice(0, 16);
}

/** What the Studio calls a field changes nothing for readers. */
function unlessWords(key: string, value: unknown): unknown {
  return key === "label" || key === "help" ? undefined : value;
}

function hasCustom(fields: FieldMap): boolean {
  return Object.values(fields).some(isCustom);
}

function isCustom({ kind, item, fields, blocks }: Field): boolean {
  return (
    kind === "custom" ||
    (item !== undefined && isCustom(item)) ||
    (fields !== undefined && hasCustom(fields)) ||
    (blocks !== undefined && hasCustom(blocks))
  );
}
