import { expect, test } from "vitest";
import { memoryPress } from "./memory-press.ts";
import { readPage } from "./read-page.ts";
import { event, image, markdown, person, referenceTo } from "./test-entries.ts";

const ada = person({ slug: "ada" });

test("a type without a template shows its fields by their shape", async () => {
  const open = event({
    slug: "open-day",
    poster: image,
    startsOn: "2026-12-03",
    seatsLeft: 1200,
    isFree: true,
    tickets: "https://tickets.example/open-day",
    host: referenceTo(ada),
    details: markdown("<p>Bring an <em>apron</em>.</p>"),
    notes: "Soup at eight.\nBread before.",
  });
  const { status, body } = await readPage(memoryPress({ event: [open], person: [ada] }), "/events/open-day");
  expect(status).toBe(200);
  expect(body).toContain("<h1>Open day</h1>");
  expect(body).toContain('src="/media/image/1600.webp"');
  expect(body).toContain('<dt>Starts on</dt><dd><time dateTime="2026-12-03">3 December 2026</time></dd>');
  expect(body).toContain("<dt>Seats left</dt><dd>1,200</dd>");
  expect(body).toContain("<dt>Is free</dt><dd>Yes</dd>");
  expect(body).toContain('<a href="https://tickets.example/open-day">');
  expect(body).toContain('<dt>Host</dt><dd><a href="/authors/ada">Ada Setter</a></dd>');
  expect(body).toContain("<p>Bring an <em>apron</em>.</p>");
  expect(body).toContain("Soup at eight.\nBread before.");
});

test("a reference to what is not published leaves not even its label", async () => {
  const open = event({ slug: "open-day", host: referenceTo(ada), place: "Utrecht" });
  const { body } = await readPage(memoryPress({ event: [open] }), "/events/open-day");
  expect(body).toContain("<dt>Place</dt>");
  expect(body).not.toContain("Host");
});

test("an entry of a type without pages is named and not linked", async () => {
  const venue = { ...person({ slug: "werkspoor", name: "Werkspoor" }), type: "venue", path: null };
  const open = event({ slug: "open-day", venue: referenceTo(venue) });
  const { body } = await readPage(memoryPress({ event: [open], venue: [venue] }), "/events/open-day");
  expect(body).toContain("<dt>Venue</dt><dd><span>Werkspoor</span></dd>");
});
