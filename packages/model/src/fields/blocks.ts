import { z } from "zod";
import { createDefaultedField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";
import type { DraftOf, InputOf, OutputOf, Shown } from "../field-values.ts";
import { zodOf } from "../zod-of.ts";

type Groups = Readonly<Record<string, Field<"group">>>;

type InputBlock<G extends Groups> = { [K in keyof G]: Shown<{ type: K } & InputOf<G[K]>> }[keyof G];
type OutputBlock<G extends Groups> = { [K in keyof G]: Shown<{ type: K } & OutputOf<G[K]>> }[keyof G];
type DraftBlock<G extends Groups> = { [K in keyof G]: Shown<{ type: K } & DraftOf<G[K]>> }[keyof G];

interface BlocksOptions extends FieldOptions {
  /** The fewest blocks that publishing asks for. */
  min?: number;
  /** Blocks at most; 200 unless told. */
  max?: number;
}

/** Any number of blocks in order, each one of these groups: its `type` says which. */
export function blocks<const G extends Groups>(
  groups: G,
  options: BlocksOptions = {},
): Field<"blocks", InputBlock<G>[], OutputBlock<G>[], "defaulted", DraftBlock<G>[]> {
  const { min, max = 200 } = options;
  const names = Object.keys(groups);
  return createDefaultedField<"blocks", InputBlock<G>[], OutputBlock<G>[], DraftBlock<G>[]>(
    {
      kind: "blocks",
      options,
      settings: { max, ...(min === undefined ? {} : { min }) },
      input: z.array(blockSchema(groups, "input", names)).max(max, `Use at most ${max} blocks.`) as never,
      output: z.array(blockSchema(groups, "output", names)) as never,
      whenMissing: [],
      blocks: groups,
    },
    [],
  );
}

/** Splits the type off, so that the group's own schema checks the rest and its transforms hold. */
function blockSchema(groups: Groups, side: "input" | "output", names: string[]) {
  return z.looseObject({ type: z.string() }, "Use an object with a type.").transform((block, context) => {
    const { type, ...rest } = block;
    const group = Object.hasOwn(groups, type) ? groups[type] : undefined;
    if (!group) {
      context.addIssue({ code: "custom", path: ["type"], message: `Use one of: ${names.join(", ")}.` });
      return z.NEVER;
    }
    const result = zodOf(group[side]).safeParse(rest);
    if (result.success) return { type, ...(result.data as object) };
    for (const issue of result.error.issues) context.addIssue({ ...issue } as never);
    return z.NEVER;
  });
}
