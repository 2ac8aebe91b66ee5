import type { Included } from "@letterpress/db/published/included";
import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import { fail } from "../errors.ts";
import { requireType } from "../model/require-type.ts";
import { backlinksOf } from "./backlinks-of.ts";
import { namesToRead } from "./names-to-read.ts";
import { includesMax } from "./query-limits.ts";
import type { IncludeInput, ReadInput } from "./read-schema.ts";

/** One include of a request: a name in the answers that waits for entries. */
export interface Wish {
  name: string;
  type: ContentType;
  read: IncludeInput;
  /** As the statement has it. */
  included: Included;
  nested: Wish[];
}

/** What a request includes in entries of a type. Throws `BAD_INPUT` where these are too many includes. */
export function wishesOf(model: ContentModel, type: ContentType, read: ReadInput): Wish[] {
  let includes = 0;
  return wishes(type, read);

  function wishes(type: ContentType, { include = {} }: ReadInput): Wish[] {
    return Object.entries(include).flatMap(([name, given]) => {
      if (given === undefined) return [];
      if (++includes > includesMax) refuse(`One request may have ${includesMax} includes.`);
      return [wish(type, name, given === true ? {} : given)];
    });
  }

  function wish(type: ContentType, name: string, read: IncludeInput): Wish {
    const field = type.fields[name];
    const link = field ? undefined : backlinksOf(model, type).find((one) => one.name === name);
    const target = link?.from ?? requireType(model, field?.settings.to ?? "");
    const nested = wishes(target, read);
    const names = namesToRead(target, read);
    const by = link
      ? { backlink: link.field, limit: read.limit ?? 20, descending: read.orderBy !== "publishedAt" }
      : { field: name };
    const included = {
      type: target.name,
      by,
      ...(names ? { names } : {}),
      nested: nested.map((one) => one.included),
    };
    return { name, type: target, read, included, nested };
  }
}

function refuse(message: string): never {
  return fail("BAD_INPUT", { issues: [{ path: "include", message }] });
}
