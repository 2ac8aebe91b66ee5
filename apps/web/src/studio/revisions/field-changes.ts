import type { FieldDescription } from "@letterpress/client";
import { diffArrays } from "diff";
import type { FieldValues } from "../connection/entries-of.ts";
import { fitsKind } from "../fields/fits-kind.ts";
import { isBlank, sameValue } from "../fields/same-value.ts";
import { plainText } from "../fields/value-text.ts";
import { asItems, isRecord } from "../fields/widget.ts";

/** One value that is another in a later revision. */
export interface Change {
  /** Where it is inside of its field, in words: `["3", "Minutes"]`. Empty for the field itself. */
  place: string[];
  field: FieldDescription;
  before: unknown;
  after: unknown;
  /** Long enough to be compared by words. */
  isText: boolean;
}

export interface FieldChanges {
  field: FieldDescription;
  changes: Change[];
}

/** Lists that differ in more items than this are compared place by place. */
const mostEdits = 400;

/** All that differs between two revisions, in the order of the form. */
export function fieldChanges(
  fields: readonly FieldDescription[],
  before: FieldValues,
  after: FieldValues,
): FieldChanges[] {
  return fields
    .map((field) => ({ field, changes: changesIn(field, before[field.name], after[field.name], []) }))
    .filter(({ changes }) => changes.length > 0);
}

function changesIn(field: FieldDescription, before: unknown, after: unknown, place: string[]): Change[] {
  if (sameValue(field, before, after)) return [];
  if (fitsKind(field, before) && fitsKind(field, after)) {
    const { fields, item, blocks } = field;
    // A group that was not there before is filled in field by field, too.
    if (fields && (isRecord(before) || isRecord(after)))
      return inGroup(fields, asRecord(before), asRecord(after), place);
    if (item) return inItems(() => item, before, after, place);
    if (blocks) return inItems((block) => blockOf(blocks, block), before, after, place);
  }
  const isText = isLong(field) && !isBlank(before) && !isBlank(after);
  return [{ place, field, before, after, isText }];
}

function inGroup(
  fields: readonly FieldDescription[],
  before: FieldValues,
  after: FieldValues,
  place: string[],
): Change[] {
  return fields.flatMap((field) =>
    changesIn(field, before[field.name], after[field.name], [...place, field.label]),
  );
}

/** What kind of thing an item of a list is; undefined where its type is none of those that the field has now. */
type FieldOf = (item: unknown) => FieldDescription | undefined;

function inItems(fieldOf: FieldOf, before: unknown, after: unknown, place: string[]): Change[] {
  const olds = [...asItems(before)];
  const news = [...asItems(after)];
  const comparator = (one: unknown, other: unknown) => isSameItem(fieldOf, one, other);
  const runs = diffArrays(olds, news, { comparator, maxEditLength: mostEdits });
  if (!runs) return pairs(fieldOf, olds, news, 0, place);
  const changes: Change[] = [];
  let index = 0;
  let removed: unknown[] = [];
  const settle = (added: unknown[]) => {
    changes.push(...pairs(fieldOf, removed, added, index, place));
    index += added.length;
    removed = [];
  };
  for (const run of runs) {
    if (run.removed) removed = run.value;
    else if (run.added) settle(run.value);
    else {
      settle([]);
      index += run.value.length;
    }
  }
  settle([]);
  return changes;
}

/** Items that took the place of others: the same kind of thing at the same place is taken for the same one, changed. */
function pairs(
  fieldOf: FieldOf,
  olds: readonly unknown[],
  news: readonly unknown[],
  start: number,
  place: string[],
): Change[] {
  const changes: Change[] = [];
  for (let step = 0; step < Math.max(olds.length, news.length); step++) {
    const [before, after] = [olds[step], news[step]];
    const [was, is] = [fieldOf(before), fieldOf(after)];
    const at = [...place, String(start + step + 1)];
    if (step < olds.length && step < news.length && was && is && was.name === is.name)
      changes.push(...changesIn(is, before, after, named(is, at)));
    else {
      if (step < olds.length) changes.push(oneItem(was, { before }, at));
      if (step < news.length) changes.push(oneItem(is, { after }, at));
    }
  }
  return changes;
}

function oneItem(
  field: FieldDescription | undefined,
  { before, after }: { before?: unknown; after?: unknown },
  at: string[],
): Change {
  return { place: field ? named(field, at) : at, field: field ?? anything, before, after, isText: false };
}

/** Blocks are told apart by what they are called. */
function named(field: FieldDescription, at: string[]): string[] {
  return field.name === "" ? at : [...at, field.label];
}

const anything: FieldDescription = { name: "", kind: "json", label: "", required: false };

function isSameItem(fieldOf: FieldOf, one: unknown, other: unknown): boolean {
  const field = fieldOf(one);
  return field?.name === fieldOf(other)?.name && sameValue(field ?? anything, one, other);
}

function blockOf(blocks: readonly FieldDescription[], block: unknown): FieldDescription | undefined {
  return isRecord(block) ? blocks.find(({ name }) => name === block.type) : undefined;
}

function asRecord(value: unknown): FieldValues {
  return isRecord(value) ? value : {};
}

/** Compared by words; of anything else the one value and the other are shown. */
function isLong(field: FieldDescription): boolean {
  return ["text", "markdown", "json"].includes(field.kind) || field.kind === "custom";
}

/** A value as it is compared by words. */
export function comparedText(value: unknown): string {
  return isBlank(value) ? "" : plainText(value);
}
