import { inSnapshot } from "@letterpress/db/in-snapshot";
import { getPublished } from "@letterpress/db/published/get-published";
import { isStorableText } from "@letterpress/model/storable-text";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";
import { type IncludeAllowance, includeEntries } from "./include-entries.ts";
import { includesAny, namesToRead } from "./names-to-read.ts";
import { readEntry } from "./read-entry.ts";
import type { ReadInput } from "./read-schema.ts";

type Key = { slug: string } | { id: string };

type Reader = Pick<Deps, "model" | "reads">;
type Input = { type: string } & Key & ReadInput;

/**
 * One published entry. One statement, and with includes one more for each level of them, all of which see one moment.
 * Throws `ENTRY_MISSING`, and `BAD_INPUT` for including too much.
 */
export async function getPublishedEntry(
  deps: Reader,
  input: Input,
  allowance: IncludeAllowance,
): Promise<Record<string, unknown>> {
  if (!includesAny(input)) return read(deps, input, allowance);
  return inSnapshot(deps.reads, (reads) => read({ ...deps, reads }, input, allowance));
}

async function read(deps: Reader, input: Input, allowance: IncludeAllowance) {
  const type = requireType(deps.model, input.type);
  // No entry has a slug that cannot be stored: whoever asks for such an address is told what is told of any other.
  if ("slug" in input && !isStorableText(input.slug)) return fail("ENTRY_MISSING");
  const place = { type: type.name, locale: mainLocale };
  const key = "slug" in input ? { ...place, slug: input.slug } : { ...place, entryId: input.id };
  const row = await getPublished(deps.reads, key, namesToRead(type, input));
  if (!row) return fail("ENTRY_MISSING");
  const entry = readEntry(type, row, input);
  await includeEntries(deps, { type, entries: [entry], read: input }, allowance);
  return entry.answer;
}
