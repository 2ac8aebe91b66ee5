import type { Actor } from "@letterpress/api/access/actor";
import { createAsset } from "@letterpress/api/assets/create-asset";
import type { Deps } from "@letterpress/api/deps";
import { createEntry } from "@letterpress/api/entries/create-entry";
import { saveEntry } from "@letterpress/api/entries/save-entry";
import { publishEntry } from "@letterpress/api/publishing/publish-entry";
import { unpublishEntry } from "@letterpress/api/publishing/unpublish-entry";
import { createRedirect } from "@letterpress/api/redirects/create-redirect";
import { contentModel } from "@letterpress/content/content-model";
import type { ContentModel } from "@letterpress/model/content-type";
import { createExamplePublication } from "../src/example-publication.ts";
import { everyKind } from "./browser/every-kind.ts";

/** The types of the example, and one with every kind of field. */
export const fixtureModel: ContentModel = { ...contentModel, event: everyKind.event };

const actor: Actor = { kind: "system", name: "test" };
const pdf = Buffer.from(
  "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n",
);

/** Fills an empty publication with all that an export has to keep. */
export async function fillPublication(deps: Deps): Promise<void> {
  await deps.db.event.deleteMany();
  await deps.db.user.deleteMany();
  await createExamplePublication(deps, { say: () => undefined, signal: new AbortController().signal });
  const person = await deps.db.entry.findFirstOrThrow({ where: { type: "person" } });
  const picture = await deps.db.asset.findFirstOrThrow({ where: { kind: "image" } });
  const upload = (filename: string, content: Uint8Array) =>
    createAsset(deps, actor, { filename, bytes: bytesOf(content) });
  await upload('Programme "2026": été/final?.pdf', pdf);
  const flyer = await upload("flyer.txt", Buffer.from("Come!\r\n"));

  const fields = {
    title: "Every kind: yes, null & 12:30",
    slug: "λόγος-ß-every-kind",
    notes: "\n  Text\r\nwith  \n\n---\n\nodd lines\u2028and `code`\n\n\n",
    price: 12.5,
    isFree: true,
    day: "2026-12-31",
    startsAt: "2026-12-31T18:00:00.000Z",
    size: "small",
    formats: ["recorded", "live"],
    site: "https://example.com/?a=1&b=%20#c",
    contact: "ann@example.com",
    colour: "#1a2b3c",
    data: {
      yes: "no",
      "1": [null, "null", { deep: ["", " ", "2026-01-01", 1e21, "a\r\nb\n"] }],
      "a: b": true,
    },
    poster: picture.id,
    flyer: flyer.id,
    host: person.id,
    speakers: [person.id],
    links: ["https://example.com/a", "https://example.com/b"],
    venue: { name: "Hall: #1", geo: { lat: 1.5, lng: -0.25 } },
    program: [
      { type: "talk", name: "- one", minutes: 30, slides: ["https://example.com/s"] },
      { type: "pause", minutes: 10 },
    ],
    code: "ABC",
  };
  const event = await createEntry(deps, actor, { type: "event", fields });
  await publish("event", event.id, 1, new Date("2026-02-03T04:05:06.789Z"));
  // Its draft goes on, and gives its slug up.
  await save("event", event.id, 1, { title: "Every kind, again", slug: "every-kind", notes: "", links: [] });

  const moved = await createEntry(deps, actor, { type: "event", fields: { ...fields, slug: "first-slug" } });
  await publish("event", moved.id, 1);
  await save("event", moved.id, 1, { slug: "second-slug" });
  await publish("event", moved.id, 2);

  const gone = await createEntry(deps, actor, { type: "event", fields: { ...fields, slug: "gone" } });
  await publish("event", gone.id, 1);
  await unpublishEntry(deps, actor, { type: "event", id: gone.id });

  await createEntry(deps, actor, { type: "event", fields: { title: "Hardly begun", slug: "con" } });
  const old = await createEntry(deps, actor, {
    type: "page",
    fields: { title: "Put away", slug: "x".repeat(160) },
  });
  await deps.db.entry.update({ where: { id: old.id }, data: { stage: "archived" } });
  await createRedirect(deps, actor, { path: "/old/über%20uns", target: "/about?from=old" });
  await createRedirect(deps, actor, { path: "/elsewhere", target: "https://example.com/" });

  async function save(type: string, id: string, expectedVersion: number, changes: Record<string, unknown>) {
    await saveEntry(deps, actor, { type, id, expectedVersion, fields: changes });
  }
  async function publish(type: string, id: string, expectedVersion: number, publishedAt?: Date) {
    await publishEntry(deps, actor, { type, id, expectedVersion, publishedAt });
  }
}

async function* bytesOf(content: Uint8Array) {
  yield content;
}
