import { createClient, safe } from "@letterpress/client";

// Makes and publishes a page: node src/publish-note.ts TITLE TEXT

const [title, body] = process.argv.slice(2);
const apiKey = process.env.LETTERPRESS_API_KEY;
if (title === undefined || body === undefined || apiKey === undefined) {
  console.error('Use: LETTERPRESS_API_KEY=lp_… npm run publish-note -- "Title" "Text"');
  process.exit(2);
}

const press = createClient({ url: process.env.PRESS_URL ?? "http://localhost:3000", apiKey });

// The values are checked by the compiler here, and by the same rules on the server.
const created = await safe(press.entries.page.create({ fields: { title, body } }));
if (!created.ok) fail(created.error);
const { id, version } = created.data;

const published = await safe(press.entries.page.publish({ id, expectedVersion: version }));
if (!published.ok) fail(published.error);
console.log(`Published at ${published.data.path}`);

function fail(error: { code: string; message: string }): never {
  console.error(`${error.code}: ${error.message}`);
  process.exit(1);
}
