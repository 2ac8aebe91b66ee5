import {
  defineContentModel,
  defineType,
  group,
  image,
  json,
  list,
  reference,
  text,
} from "@letterpress/model";
import { expect, test } from "vitest";
import type { Where } from "../../src/content/where.ts";
import { whereSchema } from "../../src/content/where-schema.ts";

const model = defineContentModel([
  defineType("page", {
    fields: {
      title: text(),
      words: list(text()),
      pages: list(reference("page")),
      anything: list(json()),
      pictures: list(image()),
      links: list(group({ type: text(), id: text() })),
    },
  }),
]);
type Conditions = Where<(typeof model)["page"]>;

test("the compiler takes lists that entries can be found by, and refuses those that the server refuses", () => {
  const schema = whereSchema(model.page);
  const found: Conditions[] = [{ words: "x" }, { pages: { contains: "x" } }];
  for (const where of found) expect(schema.safeParse(where).success).toBe(true);
  const refused: Conditions[] = [
    // @ts-expect-error: JSON is not compared.
    { anything: "x" },
    // @ts-expect-error: nor are pictures.
    { pictures: "x" },
    // @ts-expect-error: these are no references, they only look so.
    { links: "x" },
  ];
  for (const where of refused) expect(schema.safeParse(where).success).toBe(false);
});
