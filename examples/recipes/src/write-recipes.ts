import { createClient } from "@letterpress/client";
import type { contentModel } from "./content-model.ts";

// Writes two recipes and asks for what can be on the table soon: LETTERPRESS_API_KEY=lp_… node src/write-recipes.ts

const press = createClient<typeof contentModel>({
  url: process.env.PRESS_URL ?? "http://localhost:3000",
  apiKey: process.env.LETTERPRESS_API_KEY,
});

const cook = await press.entries.cook.create({ fields: { name: "Iris Galley" } });
await press.entries.cook.publish({ id: cook.id, expectedVersion: cook.version });

const soup = await press.entries.recipe.create({
  fields: {
    title: "Pea soup",
    minutes: 90,
    course: "main",
    cook: cook.id,
    ingredients: [
      { item: "split peas", amount: 500, unit: "g" },
      { item: "celeriac", amount: 1, unit: "piece" },
      { item: "pepper" },
    ],
    method: [
      { type: "step", text: "Boil the peas in *two litres* of water.", minutes: 60 },
      { type: "tip", text: "It is better the day after." },
      { type: "step", text: "Add the celeriac, and stir until the spoon stands.", minutes: 30 },
    ],
  },
});
await press.entries.recipe.publish({ id: soup.id, expectedVersion: soup.version });

const salad = await press.entries.recipe.create({
  fields: {
    title: "Fennel salad",
    minutes: 10,
    serves: 2,
    course: "starter",
    diets: ["vegan", "vegetarian"],
    cook: cook.id,
    ingredients: [{ item: "fennel", amount: 1, unit: "piece" }],
    method: [{ type: "step", text: "Slice it **thin**. Thinner." }],
  },
});
await press.entries.recipe.publish({ id: salad.id, expectedVersion: salad.version });

const soon = await press.content.recipe.list({
  where: { minutes: { lte: 30 }, diets: { contains: "vegetarian" } },
  orderBy: "minutes",
  select: { title: true, minutes: true, ingredients: true },
  include: { cook: { select: { name: true } } },
});
for (const { title, minutes, ingredients, cook: author } of soon.items)
  console.log(
    `${title}, ${minutes} minutes, by ${author?.name ?? "somebody"}: ${ingredients[0]?.item ?? ""}`,
  );

const iris = await press.content.cook.get({
  slug: "iris-galley",
  include: { "recipe.cook": { orderBy: "publishedAt", select: { title: true, method: true } } },
});
for (const { title, method } of iris["recipe.cook"]) {
  // A block is one of the groups that the type names; its `type` says which.
  const tips = method.flatMap((block) => (block.type === "tip" ? [block.text] : []));
  console.log(`${iris.name}: ${title}${tips.length > 0 ? ` (${tips.join(" ")})` : ""}`);
}
