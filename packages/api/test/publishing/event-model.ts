import {
  blocks,
  custom,
  datetime,
  defineContentModel,
  defineType,
  file,
  group,
  image,
  list,
  markdown,
  number,
  reference,
  references,
  text,
} from "@letterpress/model";
import { z } from "zod";

/** Events whose program nests every kind that publishing has to do something for. */
export const eventModel = defineContentModel([
  defineType("person", { fields: { name: text() } }),
  defineType("event", {
    path: "/events/:slug",
    fields: {
      title: text(),
      intro: markdown().default("Doors open at *six*."),
      startsAt: datetime(),
      venue: group({ name: text(), plan: image().optional() }),
      program: list(
        group({
          day: text(),
          parts: blocks(
            {
              talk: group({
                title: text(),
                notes: markdown(),
                speakers: references("person", { min: 1 }),
                slides: file().optional(),
              }),
              pause: group({
                minutes: custom(
                  z
                    .string()
                    .transform(Number)
                    .refine((given) => given > 0, "Use more than 0."),
                ),
              }),
            },
            { min: 1 },
          ),
        }),
      ),
      host: reference("person").optional(),
      seats: number().optional(),
    },
  }),
]);
