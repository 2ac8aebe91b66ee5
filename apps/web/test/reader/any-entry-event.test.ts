import { expect, test } from "vitest";
import { memoryPress } from "./memory-press.ts";
import { readPage } from "./read-page.ts";
import { event, markdown, page } from "./test-entries.ts";

const startsAt = new Date("2026-12-03T18:30:00Z");
const venue = { name: "Werkspoor", address: "Tractieweg 41", geo: { lat: 52.1, lng: 5.08 } };

async function eventFor(fields: Record<string, unknown>): Promise<unknown> {
  const { body } = await readPage(
    memoryPress({ event: [event({ slug: "open-day", ...fields })] }),
    "/events/open-day",
  );
  const data = [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)];
  return data.map(([, json = ""]) => JSON.parse(json)).find((one) => one["@type"] === "Event");
}

test("an event tells machines its start, end and place", async () => {
  const endsAt = new Date("2026-12-03T22:00:00Z");
  const about = markdown("<p>Bring an apron.</p>");
  expect(await eventFor({ startsAt, endsAt, venue, about })).toEqual({
    "@context": "https://schema.org",
    "@type": "Event",
    name: "Open day",
    startDate: "2026-12-03T18:30:00.000Z",
    endDate: "2026-12-03T22:00:00.000Z",
    url: "https://proof.example/events/open-day",
    description: "Bring an apron.",
    location: {
      "@type": "Place",
      name: "Werkspoor",
      address: "Tractieweg 41",
      geo: { "@type": "GeoCoordinates", latitude: 52.1, longitude: 5.08 },
    },
  });
});

test.each([
  ["without a start", { venue }],
  ["with only a day", { startsAt: "2026-12-03", venue }],
  ["without a place", { startsAt }],
  ["whose place has no name", { startsAt, venue: { address: "Tractieweg 41" } }],
])("an event %s is not said to be one", async (_name, fields) => {
  expect(await eventFor(fields)).toBeUndefined();
});

test("a page of another type is no event, whatever its fields are called", async () => {
  const release = { ...event({ slug: "one" }), startsAt, venue, type: "release" };
  const { body } = await readPage(memoryPress({ event: [release], page: [page()] }), "/events/one");
  expect(body).toContain("<h1>Open day</h1>");
  expect(body).not.toContain('"@type":"Event"');
});
