import { runPublication } from "@letterpress/server/run-publication";
import { contentModel } from "./content-model.ts";

// The whole of Letterpress with other content types: reader site, Studio, procedures. Settings are those of `npm start`.
await runPublication(async () => ({
  model: contentModel,
  publication: {
    name: "The Galley",
    tagline: "Recipes for people who set type until late.",
    locale: "en-GB",
  },
}));
