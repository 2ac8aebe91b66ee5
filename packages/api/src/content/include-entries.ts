import { idPattern } from "@letterpress/db/published/branches-sql";
import type { PublishedAnswer } from "@letterpress/db/published/published-answer";
import type { ContentType } from "@letterpress/model/content-type";
import type { Field } from "@letterpress/model/field";
import type { Reference } from "@letterpress/model/fields/reference";
import { fail } from "../errors.ts";
import { type ReadEntry, readEntry } from "./read-entry.ts";
import type { Reading } from "./reading.ts";
import { entryKey, facetKey } from "./source-keys.ts";
import type { Wish } from "./wishes-of.ts";

/** What a request may still include. */
export interface IncludeAllowance {
  /** Entries. */
  included: number;
  /** Characters of their JSON. */
  includedSize: number;
}

interface Including {
  type: ContentType;
  entries: ReadEntry[];
  wishes: Wish[];
  /** What makes the answers of entries. */
  read: typeof readEntry;
}

/** Entries, and how often each of them is answered. */
type Answered = Map<ReadEntry, number>;

/** Entries that wait for what a wish includes. */
interface Waiting {
  wish: Wish;
  type: ContentType;
  parents: Answered;
}

/**
 * Puts included entries into the answers, level by level, and says what they were made from. Counts them against the
 * allowance, as often as they are answered, since that is what they cost. Throws `BAD_INPUT` where they are too many.
 */
export function includeEntries(
  { type, entries, wishes, read }: Including,
  found: PublishedAnswer,
  reading: Reading,
): void {
  if (wishes.length === 0) return;
  // The statement stops where it has read more than that.
  const size = found.included.values().reduce((sum, row) => sum + row.size, 0);
  if (size > reading.allowance.includedSize) refuse(tooLarge);
  const parents = new Map(entries.map((entry) => [entry, 1]));
  for (let level: Waiting[] = wishes.map((wish) => ({ wish, type, parents })); level.length > 0; ) {
    for (const waiting of level) reading.allowance.included -= mostOf(waiting);
    if (reading.allowance.included < 0) refuse(tooMany);
    level = level.flatMap((waiting) => {
      const { wish } = waiting;
      const included = grant(waiting, read, found, reading);
      return included.size === 0
        ? []
        : wish.nested.map((next) => ({ wish: next, type: wish.type, parents: included }));
    });
  }
}

const tooMany =
  "This could include more entries than one request may read: use a lower limit, or ask in parts.";
const tooLarge = "The included entries are too large for one answer: select the fields that you need.";

function refuse(message: string): never {
  return fail("BAD_INPUT", { issues: [{ path: "include", message }] });
}

/** How many entries a wish may come to. */
function mostOf({ wish: { included, name }, parents }: Waiting): number {
  const { by, type } = included;
  const most = ({ links }: ReadEntry) => ("backlink" in by ? by.limit : idsOf(links[name], type).length);
  return parents.entries().reduce((sum, [parent, times]) => sum + times * most(parent), 0);
}

function grant(
  { wish, type, parents }: Waiting,
  readOne: typeof readEntry,
  found: PublishedAnswer,
  { allowance, sources }: Reading,
): Answered {
  const { name, included, read } = wish;
  const { by } = included;
  const field = type.fields[name];
  const backlinks = found.backlinks.get(included);
  const known = new Map<string, Included>();
  const granted: Answered = new Map();
  for (const [parent, times] of parents) {
    if ("backlink" in by) sources.add(facetKey(wish.type.name, by.backlink, parent.id));
    const ids = "backlink" in by ? (backlinks?.get(parent.id) ?? []) : targetsOf(type, parent, name);
    const answers = ids.flatMap((id) => {
      sources.add(entryKey(id));
      const one = known.get(id) ?? includedOf(id);
      if (!one) return [];
      known.set(id, one);
      allowance.includedSize -= times * one.size;
      if (allowance.includedSize < 0) refuse(tooLarge);
      granted.set(one.entry, (granted.get(one.entry) ?? 0) + times);
      return one.entry.answer;
    });
    if (field?.kind !== "reference") parent.answer[name] = answers;
    else if (ids.length === 0 && field.presence === "optional") delete parent.answer[name];
    else parent.answer[name] = answers[0] ?? null;
  }
  return granted;

  function includedOf(id: string): Included | undefined {
    const row = found.included.get(id);
    if (row?.type !== wish.type.name) return undefined;
    const entry = readOne(wish.type, row, read);
    // The row has what other includes of the type select, too.
    const size = read.select ? JSON.stringify(readEntry(wish.type, row, read).answer).length : row.size;
    return { entry, size };
  }
}

interface Included {
  entry: ReadEntry;
  size: number;
}

/** The field may have been another one when the entry was published: what is no reference leads nowhere. */
function targetsOf({ fields }: ContentType, { links }: ReadEntry, name: string): string[] {
  const { kind, settings } = fields[name] as Field;
  const value = links[name];
  const type = settings.to ?? "";
  const isWhole = kind === "reference" ? isReference(value, type) : isListOf(value, type);
  return isWhole ? idsOf(value, type) : [];
}

/** What the statement goes by: never less than it finds. */
function idsOf(stored: unknown, type: string): string[] {
  const targets = Array.isArray(stored) ? stored : [stored];
  return targets.flatMap((one) => (isReference(one, type) && idPattern.test(one.id) ? one.id : []));
}

function isListOf(value: unknown, type: string): boolean {
  return Array.isArray(value) && value.every((one) => isReference(one, type));
}

/** By hand, as there may be thousands. */
function isReference(value: unknown, type: string): value is Reference<string> {
  const { type: to, id } = (value ?? {}) as Partial<Reference<string>>;
  return to === type && typeof id === "string";
}
