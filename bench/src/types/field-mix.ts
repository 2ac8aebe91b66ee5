/** A field of the content model that is measured: its declaration, and what a consumer does with it. */
export interface MixedField {
  name: string;
  /** Its declaration, with the types that it may point at. */
  declare: (targets: { near: string; far: string }) => string;
  /** Conditions on it, as they stand in a `where`. */
  conditions: string[];
  /** A list may be put in order by it. */
  isOrdered?: true;
  /** Points at other entries. */
  isReference?: true;
  /** An expression of what a new entry has for it, where one is required. */
  required?: string;
}

/** Every type has these two. */
export const everywhere: MixedField[] = [
  {
    name: "title",
    declare: () => "text({ max: 160 })",
    conditions: ['"On type"', '{ in: ["On type", "On paper"] }'],
    isOrdered: true,
    required: '"On type"',
  },
  {
    name: "author",
    declare: ({ near }) => `reference("${near}")`,
    conditions: ['"ann-author"', '{ in: ["ann-author", "bo-binder"] }'],
    isReference: true,
    required: '"0198f0aa-0000-7000-8000-000000000001"',
  },
];

/** The other kinds, of which each type takes eight in turn. */
export const inTurn: MixedField[] = [
  {
    name: "summary",
    declare: () => "text({ multiline: true }).optional()",
    conditions: ["{ exists: true }"],
  },
  { name: "body", declare: () => "markdown()", conditions: [], required: '"Some *words*."' },
  {
    name: "price",
    declare: () => "number({ min: 0 })",
    conditions: ["12", "{ gte: 10, lt: 20 }"],
    isOrdered: true,
    required: "12",
  },
  { name: "isOpen", declare: () => "boolean()", conditions: ["true"], isOrdered: true },
  {
    name: "day",
    declare: () => "date().optional()",
    conditions: ['{ gt: "2026-01-01" }', "{ exists: false }"],
    isOrdered: true,
  },
  {
    name: "startsAt",
    declare: () => "datetime()",
    conditions: ["{ gte: new Date(0) }"],
    isOrdered: true,
    required: "new Date(0)",
  },
  {
    name: "level",
    declare: () => 'select(["beginner", "middle", "advanced"])',
    conditions: ['"beginner"', '{ in: ["middle", "advanced"] }'],
    isOrdered: true,
    required: '"middle"',
  },
  {
    name: "moods",
    declare: () => 'multiSelect(["calm", "wild", "odd"])',
    conditions: ['{ contains: "odd" }'],
  },
  { name: "website", declare: () => "url().optional()", conditions: ['"https://example.com"'] },
  { name: "contact", declare: () => "email().optional()", conditions: ['{ in: ["a@example.com"] }'] },
  { name: "accent", declare: () => "color().optional()", conditions: ['"#336699"'] },
  { name: "extra", declare: () => "json().optional()", conditions: [] },
  { name: "cover", declare: () => "image().optional()", conditions: ["{ exists: true }"] },
  { name: "handout", declare: () => 'file({ accept: ["application/pdf"] }).optional()', conditions: [] },
  {
    name: "related",
    declare: ({ far }) => `references("${far}")`,
    conditions: ['{ contains: "on-type" }', '{ in: ["on-type"] }'],
    isReference: true,
  },
  { name: "sizes", declare: () => "list(number(), { max: 20 })", conditions: ["{ contains: 4 }"] },
  {
    name: "place",
    declare: ({ far }) =>
      `group({ name: text(), geo: group({ lat: number(), lng: number() }), map: image().optional(), guide: reference("${far}").optional() })`,
    conditions: [],
    required: '{ name: "Press", geo: { lat: 1, lng: 2 } }',
  },
  {
    name: "parts",
    declare: ({ far }) =>
      `blocks({ quote: group({ words: text(), source: reference("${far}").optional() }), gallery: group({ pictures: list(image()), caption: text().optional() }), step: group({ minutes: number(), body: markdown() }) })`,
    conditions: [],
  },
  {
    name: "score",
    declare: () => "custom(z.object({ points: z.number(), of: z.number().optional() })).optional()",
    conditions: [],
  },
];
