import { expect, test } from "vitest";
import { memoryPress } from "./memory-press.ts";
import { readPage } from "./read-page.ts";
import { event, image, markdown, person, referenceTo, tag } from "./test-entries.ts";

const ada = person({ slug: "ada", id: "01a20851-0db6-732e-b510-7e42e7df5e87" });

/** The main part of the page of an event with these fields. */
async function read(fields: Record<string, unknown>): Promise<string> {
  const press = memoryPress({ event: [event({ slug: "open-day", ...fields })], person: [ada] });
  const { status, body } = await readPage(press, "/events/open-day");
  expect(status).toBe(200);
  return /<main[^>]*>(.*)<\/main>/s.exec(body)?.[1] ?? "";
}

test("a type without a template shows its fields by their shape", async () => {
  const body = await read({
    poster: image,
    startsOn: "2026-12-03",
    isFree: true,
    host: referenceTo(ada),
    details: markdown("<p>Bring an <em>apron</em>.</p>"),
    notes: "Soup at eight.\nBread before.",
  });
  expect(body).toContain("<h1>Open day</h1>");
  expect(body).toContain('src="/media/image/1600.webp"');
  expect(body).toContain('<dt>Starts on</dt><dd><time dateTime="2026-12-03">3 December 2026</time></dd>');
  expect(body).toContain("<dt>Is free</dt><dd>Yes</dd>");
  expect(body).toContain('<dt>Host</dt><dd><a href="/authors/ada">Ada Setter</a></dd>');
  expect(body).toContain("<p>Bring an <em>apron</em>.</p>");
  expect(body).toContain("Soup at eight.\nBread before.");
});

test("a moment is shown with its day, its time and the zone that they are of", async () => {
  const body = await read({ startsAt: new Date("2026-12-03T18:30:00Z") });
  expect(body).toContain('<time dateTime="2026-12-03T18:30:00.000Z">3 December 2026 at 18:30 UTC</time>');
});

test("numbers keep all their digits, and a year gets no separator", async () => {
  const body = await read({ seats: 12345, founded: 1987, ratio: 52.1234567, left: 0 });
  expect(body).toContain("<dt>Seats</dt><dd>12,345</dd>");
  expect(body).toContain("<dt>Founded</dt><dd>1987</dd>");
  expect(body).toContain("<dt>Ratio</dt><dd>52.1234567</dd>");
  expect(body).toContain("<dt>Left</dt><dd>0</dd>");
});

test("a web address is a link that names its host first, and says that it leads elsewhere", async () => {
  const body = await read({ tickets: "https://www.tickets.example/open-day?seat=1" });
  expect(body).toContain('<a href="https://www.tickets.example/open-day?seat=1" rel="external" ');
  expect(body).toContain('>tickets.example<span class="web-path">/open-day?seat=1</span></a>');
  expect(await read({ more: "https://proof.example/" })).not.toContain("external");
});

test("mail, colours and coordinates are what they are", async () => {
  const body = await read({
    contact: "ann+open@example.org",
    ink: "#d6402b",
    place: { lat: 52.105123, lng: -5.0862 },
  });
  expect(body).toContain('<a href="mailto:ann+open@example.org">ann+open@example.org</a>');
  expect(body).toContain('style="background-color:#d6402b" aria-hidden="true"></span><code>#d6402b</code>');
  expect(body).toContain("52.10512, -5.0862");
  expect(body).toContain(
    'href="https://www.openstreetmap.org/?mlat=52.10512&amp;mlon=-5.0862#map=16/52.10512/-5.0862"',
  );
  expect(body).not.toContain("<iframe");
});

test("a file is a download with its kind and size", async () => {
  const body = await read({
    handout: {
      id: "file",
      url: "/media/file/original.pdf",
      filename: "Plan.pdf",
      mimeType: "application/pdf",
      size: 1_234_567,
    },
  });
  expect(body).toContain('<a href="/media/file/original.pdf" download="Plan.pdf" type="application/pdf">');
  expect(body).toContain("PDF, 1.2 MB");
});

test("data that no other field holds is shown as code that opens without a script", async () => {
  const body = await read({ data: { "sponsor-ids": [1, null] } });
  expect(body).toContain("<h2 ");
  expect(body).toMatch(/<details class="json"><summary>Show the data<\/summary><pre[^>]*><code>/);
  expect(body).toContain("&quot;sponsor-ids&quot;: [\n    1,\n    null\n  ]");
  expect(await read({ data: [1, "two"] })).toContain('<details class="json">');
  expect(await read({ data: [{ type: "talk", title: "One" }, null] })).toContain('<details class="json">');
});

test("what only begins like a date or an address is words", async () => {
  const body = await read({
    one: "2026-02-30",
    two: "2026-12-03 or later",
    three: "https://one.example and https://two.example",
    four: "https://bank.example@other.example/",
    five: "javascript:alert(1)",
    six: "#d6402b or so",
  });
  expect(body).not.toMatch(/<time|<a |<code|style=/);
  expect(body).toContain("<dd>2026-02-30</dd>");
  expect(body).toContain("<dd>https://bank.example@other.example/</dd>");
});

test("what is empty shows nothing, and neither does its label", async () => {
  const body = await read({
    missing: undefined,
    nothing: null,
    blank: "  ",
    many: [],
    box: {},
    boxed: { inner: { deep: "", many: [] } },
    rows: [{ note: "" }, {}],
    blocks: [{ type: "talk", title: "" }],
    when: new Date(Number.NaN),
    text: markdown(""),
    cover: { ...image, url: "" },
    handout: { id: "none", url: "", filename: "", mimeType: "", size: 0 },
  });
  expect(body).not.toMatch(/<dt|<h2|<h3|<li|<img|<figure|<section|<details/);
});

test("a reference to what is not published leaves not even its label", async () => {
  const bob = person({ slug: "bob", id: "01a20851-0db6-732e-b510-7e42e7df5e88" });
  const body = await read({
    host: referenceTo(bob),
    speakers: [referenceTo(bob), referenceTo(ada)],
    team: { lead: referenceTo(bob) },
    place: "Utrecht",
  });
  expect(body).toContain("<dt>Place</dt>");
  expect(body).toContain("Ada Setter");
  expect(body).not.toMatch(/Host|Team|Lead/);
});

test("an entry of a type without pages is named and not linked", async () => {
  const venue = { ...person({ name: "Werkspoor" }), id: ada.id, type: "venue", path: null };
  const open = event({ slug: "open-day", venue: referenceTo(venue) });
  const { body } = await readPage(memoryPress({ event: [open], venue: [venue] }), "/events/open-day");
  expect(body).toContain("<dt>Venue</dt><dd><span>Werkspoor</span></dd>");
});

test("a publication without articles has pages of its people and tags, and a front page, all the same", async () => {
  const press = memoryPress({ person: [ada], tag: [tag({ slug: "lead" })] }, { without: "article" });
  const pages = await Promise.all(["/", "/authors/ada", "/tags/lead"].map((path) => readPage(press, path)));
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(pages[1]?.body).toContain("<h1>Ada Setter</h1>");
});
