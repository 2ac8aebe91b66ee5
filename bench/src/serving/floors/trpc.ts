// An article with its author and tags as this stack is usually wired: tRPC's Fastify plugin, superjson and Prisma. It has
// the advantage of this database: an article is one row, and all that it refers to is a second query.
import { createDb } from "@letterpress/db/create-db";
import { initTRPC } from "@trpc/server";
import { fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import Fastify from "fastify";
import superjson from "superjson";
import { z } from "zod";
import { serveFloor } from "./serve-floor.ts";

const target = z.object({ entryId: z.string(), slug: z.string(), fields: z.record(z.string(), z.unknown()) });
const references = z.object({
  author: z.object({ id: z.string() }),
  tags: z.array(z.object({ id: z.string() })),
});
const article = z.object({
  ...target.shape,
  publishedAt: z.date(),
  updatedAt: z.date(),
  author: target,
  tags: z.array(target),
});

serveFloor(async ({ databaseUrl }) => {
  const db = createDb(databaseUrl);
  const t = initTRPC.create({ transformer: superjson });
  const get = t.procedure
    .input(z.object({ slug: z.string() }))
    .output(article)
    .query(async ({ input: { slug } }) => {
      const found = await db.publishedEntry.findFirstOrThrow({ where: { type: "article", slug } });
      const { author, tags } = references.parse(found.fields);
      const ids = [author, ...tags].map(({ id }) => id);
      const targets = await db.publishedEntry.findMany({ where: { entryId: { in: ids } } });
      const byId = new Map(targets.map((one) => [one.entryId, one]));
      return article.parse({
        ...found,
        author: byId.get(author.id),
        tags: tags.map(({ id }) => byId.get(id)),
      });
    });
  const router = t.router({ content: t.router({ article: t.router({ get }) }) });
  const app = Fastify();
  await app.register(fastifyTRPCPlugin, { prefix: "/trpc", trpcOptions: { router } });
  await app.ready();
  return app.server;
});
