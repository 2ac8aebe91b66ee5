import { createAppRouter } from "@letterpress/api/app-router";
import { unlimitedAllowance } from "@letterpress/api/context";
import type { Db } from "@letterpress/db/create-db";
import { benchModel } from "./bench-model.ts";

const router = createAppRouter(benchModel);

export interface Query {
  where?: object;
  orderBy?: string;
  cursor?: string;
  limit?: number;
  count?: boolean;
  select?: object;
  include?: object;
}

interface Read {
  slug: string;
  [name: string]: unknown;
}

/** The public reads of articles, as procedures without HTTP. */
export interface ArticleReads {
  get(input: { slug: string }): Promise<Read>;
  list(input: Query): Promise<{ items: Read[]; nextCursor: string | null; total?: number }>;
}

/** Calls as nobody, who may read as much as they like. */
export function articleReads(db: Db): ArticleReads {
  const unused = async () => Promise.reject(new Error("Reads need nothing but the database."));
  const deps = {
    db,
    reads: db,
    model: benchModel,
    publication: { name: "Bench", tagline: "", locale: "en" },
    storage: { write: unused, read: unused, removeAll: unused, prefixesBefore: async function* () {} },
    images: { process: unused },
    signInAttempts: { consume: unused, check: unused, forget: unused },
    clock: () => new Date(),
  };
  const caller = () =>
    router.createCaller({
      deps,
      actor: { kind: "nobody" },
      session: { token: null, set: () => {}, clear: () => {} },
      requestId: "bench",
      clientAddress: "192.0.2.1",
      allowance: unlimitedAllowance(),
      sources: new Set(),
      takesText: false,
    });
  return {
    get: (input) => caller().content.article.get(input),
    list: (input) => caller().content.article.list(input as never) as ReturnType<ArticleReads["list"]>,
  };
}
