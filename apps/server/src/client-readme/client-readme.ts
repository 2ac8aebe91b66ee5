import type { Publication } from "@letterpress/api/deps";
import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import { code } from "./code.ts";
import { richestType } from "./field-uses.ts";
import { querySection } from "./query-section.ts";
import { typesSection } from "./types-section.ts";
import { valueSections } from "./value-sections.ts";

/** The README inside `/client.tgz`, about this publication's own content types. `url` is the server's, for everybody. */
export function clientReadme(model: ContentModel, publication: Publication, url: string): string {
  const type = richestType(model);
  if (!type) return `# The typed client of ${publication.name}\n\nIt has no content types yet.\n`;
  return `${[
    `# The typed client of ${publication.name}`,
    `One package without dependencies, made by the server for its own content types. Nothing is generated in your app.`,
    `\`\`\`sh\nnpm install ${url}/client.tgz\n\`\`\``,
    code(firstRead(type, url)),
    `It needs \`fetch\` and nothing else: Node ≥ 20, a browser, an edge runtime. Its types need those of \`fetch\` and \`Blob\`,
from TypeScript's \`dom\` library (on by default) or from \`@types/node\`. The examples below go on with this \`press\`.`,
    code([
      `const entry = await press.content.${type.name}.get({ slug: "some-slug" });`,
      `console.log(entry.${type.titleField}, entry.path);`,
    ]),
    querySection(model, type),
    typesSection(model),
    ...valueSections(model, url),
    errorsSection(type),
    keysSection(type, url),
    previewSection(type, url),
    eventsSection(type, url),
    `## When the content types change

Nothing breaks by itself: reads go on with the shape of today. The client warns once on the console when the server's
content types are no longer those that it was made for. Install it again, and the compiler shows what to change:

\`\`\`sh
npm install ${url}/client.tgz
\`\`\`

A lock file keeps the hash of the package. \`npm ci\` therefore refuses a package that has changed (\`EINTEGRITY\`); the
same command puts that right. To build without the server, keep the file beside your code:

\`\`\`sh
curl -O ${url}/client.tgz
npm install ./client.tgz
\`\`\``,
  ].join("\n\n")}\n`;
}

function firstRead(type: ContentType, url: string): string[] {
  return [
    'import { createClient } from "@letterpress/client";',
    "",
    `const press = createClient({ url: ${JSON.stringify(url)} });`,
    "",
    `const { items, nextCursor } = await press.content.${type.name}.list({ limit: 10 });`,
    `for (const entry of items) console.log(entry.${type.titleField}, entry.publishedAt.getFullYear());`,
    'console.log(nextCursor === null ? "That is all." : "There is more.");',
  ];
}

function errorsSection(type: ContentType): string {
  return [
    "## Errors as values",
    "A failed call throws. `safe()` gives its error as a value instead, with details that are typed by its code.",
    code([
      'import { safe } from "@letterpress/client";',
      "",
      `const result = await safe(press.content.${type.name}.get({ slug: "no-such-slug" }));`,
      `if (result.ok) console.log(result.data.${type.titleField});`,
      'else if (result.error.code === "ENTRY_MISSING") console.log("There is no such entry.");',
      'else if (result.error.code === "BAD_INPUT") console.log(result.error.details.issues);',
      "else console.log(result.error.message, result.error.requestId);",
    ]),
  ].join("\n\n");
}

function keysSection(type: ContentType, url: string): string {
  return [
    "## API keys",
    `Published entries need no key. An owner or admin of the publication makes one in the Studio, at
${url}/studio/keys: with the scope \`read\` it sees drafts and assets too, with \`write\` it does what
an editor does. Whoever has a key can use it, so keep it in the settings of a server, never in a page or a repository.`,
    code([
      'import { createClient } from "@letterpress/client";',
      "",
      "async function titlesOfDrafts(apiKey: string) {",
      `  const desk = createClient({ url: ${JSON.stringify(url)}, apiKey });`,
      `  const { items } = await desk.entries.${type.name}.list({ status: "draft" });`,
      "  return items.map(({ title }) => title);",
      "}",
      "",
      'titlesOfDrafts("lp_…").catch(console.error);',
    ]),
  ].join("\n\n");
}

function eventsSection(type: ContentType, url: string): string {
  return [
    "## Following what happens",
    `With a key of either scope a program is told of every change as it happens. Lost connections are made anew, and
nothing is missed or told twice meanwhile. Kept, the id of the last event goes on from there another day.`,
    code([
      'import { createClient } from "@letterpress/client";',
      "",
      "async function follow(apiKey: string, signal?: AbortSignal, lastEventId?: string) {",
      `  const desk = createClient({ url: ${JSON.stringify(url)}, apiKey });`,
      "  for await (const message of desk.events.subscribe({ lastEventId }, { signal })) {",
      '    if (message.kind !== "event") continue;',
      "    const { id, name, entry } = message.event;",
      `    if (name === "entry.published" && entry?.type === "${type.name}") console.log(id, entry.title);`,
      "  }",
      "}",
      "",
      'follow("lp_…").catch(console.error);',
    ]),
  ].join("\n\n");
}

function previewSection(type: ContentType, url: string): string {
  return [
    "## Previews",
    `A preview link, made in the Studio or with \`entries.${type.name}.previewLink\`, has a token. With it \`content.*\` reads
that draft, and the drafts that it refers to, as if they were published. Answer such pages with \`no-store\`.`,
    code([
      'import { createClient } from "@letterpress/client";',
      "",
      "async function titleOfDraft(previewToken: string, id: string) {",
      `  const preview = createClient({ url: ${JSON.stringify(url)}, previewToken });`,
      `  const entry = await preview.content.${type.name}.get({ id });`,
      `  return entry.${type.titleField};`,
      "}",
      "",
      'titleOfDraft("…", "00000000-0000-0000-0000-000000000000").catch(console.error);',
    ]),
  ].join("\n\n");
}
