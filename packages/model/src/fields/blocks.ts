import { z } from "zod";
import { createDefaultedField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";
import type { DraftOf, InputOf, OutputOf, Shown } from "../field-values.ts";
import { isPlainObject } from "../plain-object.ts";
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
  return createDefaultedField<"blocks", InputBlock<G>[], OutputBlock<G>[], DraftBlock<G>[]>(
    {
      kind: "blocks",
      options,
      settings: { max, ...(min === undefined ? {} : { min }) },
      input: z
        .array(blockSchema(groups, "input"), "Use a list.")
        .max(max, `Use at most ${max} blocks.`) as never,
      // One that is none of the groups any more is left out: it must not take the others with it.
      output: z
        .array(z.unknown())
        .transform((blocks) => blocks.filter((block) => groupOf(groups, block) !== undefined))
        .pipe(z.array(blockSchema(groups, "output"))) as never,
      whenMissing: [],
      toOutput: (values) =>
        values.map((block) => ({
          type: block.type,
          ...(groups[String(block.type)]?.toOutput?.(block) as object),
        })),
      blocks: groups,
    },
    [],
  );
}

function groupOf(groups: Groups, block: unknown): Groups[string] | undefined {
  const type = isPlainObject(block) ? block.type : undefined;
  return typeof type === "string" && Object.hasOwn(groups, type) ? groups[type] : undefined;
}

/** Splits the type off, so that the group's own schema checks the rest and its transforms hold. */
function blockSchema(groups: Groups, side: "input" | "output") {
  const unknown = `Use one of: ${Object.keys(groups).join(", ")}.`;
  const typed = z.looseObject({ type: z.string(unknown) }, "Use an object with a type.");
  return typed.transform((block, context) => {
    const { type, ...rest } = block;
    const group = groupOf(groups, block);
    if (!group) {
      context.addIssue({ code: "custom", path: ["type"], message: unknown });
      return z.NEVER;
    }
    const result = zodOf(group[side]).safeParse(rest);
    if (result.success) return { type, ...(result.data as object) };
    for (const issue of result.error.issues) context.addIssue({ ...issue } as never);
    return z.NEVER;
  });
}
