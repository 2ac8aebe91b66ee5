import type { ContentModel } from "@letterpress/model/content-type";
import type { FieldKind } from "@letterpress/model/field";
import { code } from "./code.ts";

/** How values are shown that are more than text, where the model has such fields. */
export function valueSections(model: ContentModel, url: string): string[] {
  const image = fieldOfKind(model, "image");
  const markdown = fieldOfKind(model, "markdown");
  return [
    ...(image ? ["## Pictures", pictures, code(pictureLines(image, url))] : []),
    ...(markdown ? ["## Markdown", rendered, code(markdownLines(markdown))] : []),
  ];
}

const pictures = `The addresses of a picture (\`url\`, and those of its \`variants\`, the derived sizes, widest last) are
relative to the server and never change what they show. \`focalPoint\` is what to keep when you crop, from 0 to 1;
\`placeholder\` a tiny \`data:\` URL to show first.`;

const rendered = `Rendered and sanitized when it was published: \`html\` can be put into a page as it is. \`text\` has the words
alone, \`toc\` the headings with the ids to link to, \`source\` the markdown.`;

interface Place {
  type: string;
  field: string;
}

function fieldOfKind(model: ContentModel, kind: FieldKind): Place | undefined {
  for (const { name: type, fields } of Object.values(model))
    for (const [field, candidate] of Object.entries(fields))
      if (candidate.kind === kind) return { type, field };
  return undefined;
}

function pictureLines({ type, field }: Place, url: string): string[] {
  return [
    `const server = ${JSON.stringify(url)};`,
    `const { items } = await press.content.${type}.list({ select: { ${field}: true } });`,
    `for (const { ${field === "image" ? field : `${field}: image`} } of items) {`,
    "  if (!image) continue;",
    `  const srcset = image.variants.map(({ url, width }) => \`\${new URL(url, server)} \${width}w\`);`,
    '  console.log({ src: new URL(image.url, server).href, srcset: srcset.join(", "), alt: image.alt });',
    "}",
  ];
}

function markdownLines({ type, field }: Place): string[] {
  return [
    `const { items } = await press.content.${type}.list({ select: { ${field}: true } });`,
    `for (const entry of items) console.log(entry.${field}?.html);`,
  ];
}
