import { type Backlinks, type LevelRow, readLevel } from "@letterpress/db/published/read-level";
import type { ContentType } from "@letterpress/model/content-type";
import type { Reference } from "@letterpress/model/fields/reference";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";
import { backlinksOf } from "./backlinks-of.ts";
import { namesToRead } from "./names-to-read.ts";
import { type ReadEntry, readEntry } from "./read-entry.ts";
import type { IncludeInput, ReadInput } from "./read-schema.ts";

/** What a request may still include. */
export interface IncludeAllowance {
  /** Entries. */
  included: number;
  /** Characters of their JSON. */
  includedSize: number;
}

/** Entries that were read, and what is to be read along with them. */
interface Branch {
  type: ContentType;
  entries: ReadEntry[];
  read: ReadInput;
}

/** A place in the answers that waits for the entries of the next level. */
interface Wish {
  name: string;
  type: ContentType;
  read: IncludeInput;
  /** Null for a reference forward. */
  backlink: Backlinks | null;
  branch: Branch;
}

/**
 * Puts included entries into the answers, level by level: one statement for each, whatever the number of entries.
 * Counts them against `allowance`. Throws `BAD_INPUT` where they are too many.
 */
export async function includeEntries(
  deps: Pick<Deps, "model" | "reads">,
  first: Branch,
  allowance: IncludeAllowance,
): Promise<void> {
  for (let level = [first]; level.length > 0; ) {
    const wishes = level.flatMap((branch) => wishesOf(deps, branch));
    const rows = await readWishes(deps, wishes, allowance);
    const backlinked = wishes.filter(({ backlink }) => backlink !== null);
    level = wishes.map((wish) => grant(wish, rowsOf(wish, rows, backlinked.indexOf(wish)), allowance));
  }
}

function wishesOf({ model }: Pick<Deps, "model">, branch: Branch): Wish[] {
  const links = backlinksOf(model, branch.type);
  return Object.entries(branch.read.include ?? {}).flatMap(([name, given]): Wish[] => {
    if (given === undefined || branch.entries.length === 0) return [];
    const read = given === true ? {} : given;
    const link = links.find((one) => one.name === name);
    if (!link) {
      const target = requireType(model, branch.type.fields[name]?.settings.to ?? "");
      return [{ name, type: target, read, backlink: null, branch }];
    }
    const backlink = {
      type: link.from.name,
      field: link.field,
      targets: [...new Set(branch.entries.map(({ id }) => id))],
      limit: read.limit ?? 20,
      descending: read.orderBy !== "publishedAt",
    };
    return [{ name, type: link.from, read, backlink, branch }];
  });
}

async function readWishes({ reads }: Pick<Deps, "reads">, wishes: Wish[], allowance: IncludeAllowance) {
  if (wishes.length === 0) return [];
  const forward = wishes.filter(({ backlink }) => backlink === null);
  const targets = forward.flatMap(({ name, branch }) =>
    branch.entries.flatMap((one) => targetsOf(branch.type, one, name)),
  );
  const backlinks = wishes.flatMap(({ backlink }) => backlink ?? []);
  // Counted as often as they are answered, since that is what they cost.
  const most = wishes.reduce(
    (sum, { backlink, branch }) => sum + (backlink ? branch.entries.length * backlink.limit : 0),
    targets.length,
  );
  allowance.included -= most;
  if (allowance.included < 0) refuse(tooMany);
  const names = wishes.map(({ type, read }) => namesToRead(type, read));
  return readLevel(reads, {
    locale: mainLocale,
    ids: [...new Set(targets)],
    backlinks,
    // One statement reads all of the level, so it reads what any of them needs.
    ...(names.every((some) => some !== undefined) ? { names: [...new Set(names.flat())] } : {}),
  });
}

const tooMany =
  "This could include more entries than one request may read: use a lower limit, or ask in parts.";
const tooLarge = "The included entries are too large for one answer: select the fields that you need.";

function refuse(message: string): never {
  return fail("BAD_INPUT", { issues: [{ path: "include", message }] });
}

/** The rows that a wish asked for. */
function rowsOf({ type, backlink }: Wish, rows: LevelRow[], index: number): LevelRow[] {
  return backlink
    ? rows.filter((row) => row.backlink === index)
    : rows.filter((row) => row.backlink === null && row.type === type.name);
}

function grant(
  { name, type, read, backlink, branch }: Wish,
  rows: LevelRow[],
  allowance: IncludeAllowance,
): Branch {
  const included: ReadEntry[] = [];
  const sizes = new Map<LevelRow, number>();
  const include = (row: LevelRow) => {
    const entry = readEntry(type, row, read);
    const size = sizes.get(row) ?? JSON.stringify(entry.answer).length;
    sizes.set(row, size);
    allowance.includedSize -= size;
    if (allowance.includedSize < 0) refuse(tooLarge);
    included.push(entry);
    return entry.answer;
  };
  const found = Map.groupBy(rows, (row) => (backlink ? row.target : row.entryId));
  const field = branch.type.fields[name];
  for (const entry of branch.entries) {
    const keys = backlink ? [entry.id] : targetsOf(branch.type, entry, name);
    const answers = keys.flatMap((key) => found.get(key) ?? []).map(include);
    if (field?.kind !== "reference") entry.answer[name] = answers;
    else if (keys.length === 0 && field.presence === "optional") delete entry.answer[name];
    else entry.answer[name] = answers[0] ?? null;
  }
  return { type, entries: included, read };
}

/** The field may have been another one when the entry was published: what is no reference leads nowhere. */
function targetsOf({ fields }: ContentType, { stored }: ReadEntry, name: string): string[] {
  const result = fields[name]?.output.safeParse(stored[name]);
  if (!result?.success) return [];
  const targets = [result.data].flat() as Reference<string>[];
  return targets.map(({ id }) => id).filter((id) => uuid.safeParse(id).success);
}

const uuid = z.uuid();
