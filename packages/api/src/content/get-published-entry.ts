import { readPublished } from "@letterpress/db/published/read-published";
import { isStorableText } from "@letterpress/model/storable-text";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";
import type { WireText } from "../wire/wire-text.ts";
import { boundsOf } from "./bounds-of.ts";
import { checkedAnswer } from "./checked-answer.ts";
import { includeEntries } from "./include-entries.ts";
import { namesToRead } from "./names-to-read.ts";
import { readEntry } from "./read-entry.ts";
import type { ReadInput } from "./read-schema.ts";
import type { Reading } from "./reading.ts";
import { entryKey, oldSlugsKey, slugKey } from "./source-keys.ts";
import { wishesOf } from "./wishes-of.ts";
import { unreadEntry, writeAnswer } from "./write-answer.ts";

type Key = { slug: string } | { id: string };

/**
 * One published entry with what is included, in one statement. Throws `ENTRY_MISSING`, and `BAD_INPUT` for including
 * too much.
 */
export async function getPublishedEntry(
  deps: Pick<Deps, "model" | "reads">,
  input: { type: string } & Key & ReadInput,
  reading: Reading,
): Promise<Record<string, unknown> | WireText> {
  const type = requireType(deps.model, input.type);
  const { sources } = reading;
  sources.add("slug" in input ? slugKey(type.name, input.slug) : entryKey(input.id));
  // No entry has a slug that cannot be stored: whoever asks for such an address is told what is told of any other.
  if ("slug" in input && !isStorableText(input.slug)) return fail("ENTRY_MISSING");
  const wishes = wishesOf(deps.model, type, input);
  const names = namesToRead(type, input);
  const found = await readPublished(deps.reads, {
    type: type.name,
    locale: mainLocale,
    of: { key: "slug" in input ? { slug: input.slug } : { entryId: input.id } },
    ...(names ? { names } : {}),
    included: wishes.map(({ included }) => included),
    bounds: boundsOf(reading),
  });
  const [looked] = found.page;
  if (looked) sources.add(entryKey(looked.entryId));
  if (looked && "slug" in input && looked.row?.slug !== input.slug) sources.add(oldSlugsKey);
  if (!looked?.row) return fail("ENTRY_MISSING");
  const read = reading.takesText ? unreadEntry : readEntry;
  const entry = read(type, looked.row, input);
  includeEntries({ type, entries: [entry], wishes, read }, found, reading);
  return checkedAnswer(reading.takesText ? writeAnswer(entry.answer) : entry.answer);
}
