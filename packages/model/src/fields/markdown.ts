import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";
import { storableText } from "../storable-text.ts";

/** One heading of a rendered markdown field. */
export interface TocItem {
  /** The heading's level, 2 to 6: the first is the title's. */
  depth: number;
  /** The `id` of the heading in `html`, to link to. */
  id: string;
  text: string;
}

/** A markdown field as it is read: rendered when it was published, never on a read. */
export interface RenderedMarkdown {
  /** The markdown as it was written. */
  source: string;
  /** Sanitized HTML with highlighted code and heading anchors. */
  html: string;
  /** The words alone. */
  text: string;
  toc: TocItem[];
}

interface MarkdownOptions extends FieldOptions {
  /** Characters at most; 500,000 unless told. */
  max?: number;
}

const rendered = z.object({
  source: z.string(),
  html: z.string(),
  text: z.string(),
  toc: z.array(z.object({ depth: z.number(), id: z.string(), text: z.string() })),
});

/** GitHub-flavoured markdown, rendered and sanitized when the entry is published. */
export function markdown(
  options: MarkdownOptions = {},
): Field<"markdown", string, RenderedMarkdown, "required"> {
  const { max = 500_000 } = options;
  return createField({
    kind: "markdown",
    input: storableText().max(max, `Use at most ${max} characters.`),
    output: rendered,
    whenMissing: { source: "", html: "", text: "", toc: [] },
    options,
    settings: { max },
  });
}
