import { expect, test } from "vitest";
import { memoryPress } from "./memory-press.ts";
import { readPage } from "./read-page.ts";
import { event, image, markdown, person, referenceTo } from "./test-entries.ts";

const idOf = (number: number) => `01a20851-0db6-732e-b510-${String(number).padStart(12, "0")}`;
const ada = person({ slug: "ada", id: idOf(1) });
const bob = person({ slug: "bob", id: idOf(2), name: "Bob Binder" });

async function read(fields: Record<string, unknown>, press = memoryPress({ ...entries(fields) })) {
  const { status, body } = await readPage(press, "/events/open-day");
  expect(status).toBe(200);
  return /<main[^>]*>(.*)<\/main>/s.exec(body)?.[1] ?? "";
}

function entries(fields: Record<string, unknown>) {
  return { event: [event({ slug: "open-day", ...fields })], person: [ada, bob] };
}

function headings(html: string): string[] {
  return [...html.matchAll(/<(h[1-6])\b[^>]*>(.*?)<\/\1>/gs)].map(
    ([, tag, text = ""]) => `${tag} ${text.replace(/<[^>]*>/g, "")}`,
  );
}

test("a small group is a list of its own beside its label, with groups in it", async () => {
  const body = await read({
    venue: { name: "Werkspoor", streetAddress: { line: "Tractieweg 41" }, geo: { lat: 52, lng: 5 } },
  });
  expect(body).toContain('<dt>Venue</dt><dd><dl class="facts"><div><dt>Name</dt><dd>Werkspoor</dd></div>');
  expect(body).toContain("<dt>Street address</dt><dd><dl");
  expect(body).toContain("<dt>Line</dt><dd>Tractieweg 41</dd>");
  expect(body).toContain("52, 5");
});

test("each block is a section under its title, or under what kind of block it is", async () => {
  const body = await read({
    program: [
      { type: "talk", room: "Red", title: "Proof presses", speaker: referenceTo(ada), minutes: 45 },
      { type: "coffeeBreak", minutes: 15 },
    ],
  });
  expect(headings(body)).toEqual(["h1 Open day", "h2 Program", "h3 Proof presses", "h3 Coffee break"]);
  expect(body).toContain('<p class="block-kind">Talk</p>');
  expect(body).toContain("<dt>Room</dt><dd>Red</dd>");
  expect(body).toContain('<a href="/authors/ada">Ada Setter</a>');
  expect(body.match(/<section class="block">/g)).toHaveLength(2);
});

test("headings of texts stand below those of what the texts are in", async () => {
  const text = markdown("<h2>Why</h2><h3>How</h3>");
  const body = await read({
    about: text,
    program: [{ type: "talk", title: "Presses", abstract: text, questions: text }],
  });
  expect(headings(body)).toEqual([
    "h1 Open day",
    "h2 Why",
    "h3 How",
    "h2 Program",
    "h3 Presses",
    "h4 Abstract",
    "h5 Why",
    "h6 How",
    "h4 Questions",
    "h5 Why",
    "h6 How",
  ]);
});

test("texts with the same headings and footnotes keep their links apart", async () => {
  const text = markdown(
    '<h2 id="h-why">Why</h2><p><a href="#h-why">up</a><a href="#user-content-fn-1" aria-describedby="user-content-footnote-label">1</a></p>',
  );
  const body = await read({ about: text, program: [{ type: "talk", title: "Presses", abstract: text }] });
  expect(body).toContain('<h2 id="h-why">');
  expect(body).toContain('<h4 id="program-1-h-why">');
  expect(body).toContain('href="#program-1-h-why"');
  expect(body).toContain(
    'href="#program-1-user-content-fn-1" aria-describedby="program-1-user-content-footnote-label"',
  );
});

test("groups of the same few values are a table, others are sections of a list", async () => {
  const table = await read({ prices: [{ who: "Students", price: 5 }, { who: "Others" }] });
  expect(table).toContain('<th scope="col">Who</th>');
  expect(table).toMatch(/<td>Students<\/td><td[^>]*>5<\/td>/);
  const list = await read({
    sponsors: [{ name: "Foundry", about: markdown("<p>They cast.</p>"), logo: image }],
  });
  expect(headings(list)).toEqual(["h1 Open day", "h2 Sponsors", "h3 Foundry"]);
  expect(list).toContain("<p>They cast.</p>");
  expect(list).toContain("<figcaption>Logo</figcaption>");
});

test("a few short values are one line, many are columns, and long ones stand under each other", async () => {
  expect(await read({ formats: ["talk", "workshop"] })).toContain(
    '<ul class="fact-list fact-line"><li>talk</li><li>workshop</li></ul>',
  );
  expect(await read({ topics: Array.from({ length: 12 }, (_, index) => `Topic ${index}`) })).toContain(
    "fact-columns",
  );
  expect(await read({ names: ["Setter, Ada", "Binder, Bob"] })).toContain("fact-rows");
  expect(await read({ links: ["https://one.example/", "https://two.example/"] })).toContain("fact-rows");
});

test("lists of pictures, texts, data and lists are shown item by item", async () => {
  const body = await read({
    pictures: [image, image],
    steps: [markdown("<p>Ink it.</p>"), markdown("<p>Pull it.</p>")],
    tables: [
      ["one", "two"],
      ["three", "four"],
    ],
  });
  expect(body.match(/<li><img /g)).toHaveLength(2);
  expect(body).toContain("<p>Ink it.</p>");
  expect(body).toContain("<p>Pull it.</p>");
  expect(body).toContain("<li>three</li><li>four</li>");
});

test("references anywhere are loaded in one call per type", async () => {
  const fields = {
    host: referenceTo(ada),
    team: { lead: referenceTo(bob), others: [referenceTo(ada)] },
    program: [{ type: "talk", title: "Presses", speaker: referenceTo(ada), chairs: [referenceTo(bob)] }],
    rows: [{ who: { person: referenceTo(bob) } }],
  };
  const press = memoryPress(entries(fields));
  const calls = countCalls(press.content.person);
  const body = await read(fields, press);
  expect(body.match(/href="\/authors\/ada"/g)).toHaveLength(3);
  expect(body.match(/href="\/authors\/bob"/g)).toHaveLength(3);
  expect(calls).toEqual([2]);
});

test("no entry makes a page ask without end for what it refers to", async () => {
  const many = Array.from({ length: 30 }, (_, row) => ({
    people: Array.from({ length: 100 }, (_, place) => ({ type: "person", id: idOf(row * 100 + place + 1) })),
    note: markdown("<p>Hi.</p>"),
  }));
  const press = memoryPress(entries({ rows: many }));
  const calls = countCalls(press.content.person);
  expect(await read({}, press)).toContain("Ada Setter");
  expect(calls).toHaveLength(10);
});

test("an entry that is referred to often counts once", async () => {
  const again = Array.from({ length: 1_100 }, () => referenceTo(ada));
  expect(await read({ team: again, host: referenceTo(bob) })).toContain("Bob Binder");
});

/** The number of entries that each call asks for, from now on. */
function countCalls(procedures: { list: unknown }): number[] {
  const calls: number[] = [];
  const list = procedures.list as (query: { limit: number }) => Promise<unknown>;
  procedures.list = (query: { limit: number }) => {
    calls.push(query.limit);
    return list(query);
  };
  return calls;
}
