import type { Generator } from "./load/start-generator.ts";
import type { LetterpressServer } from "./start-letterpress.ts";

/** What all measurements work with. */
export interface Measured {
  letterpress: LetterpressServer;
  databaseUrl: string;
  /** The data folder that its nodes share. */
  dataDir: string;
  /** Where V8 leaves profiles of them. */
  profileDir: string | undefined;
  generator: Generator;
  /** Of the scope `write`. */
  apiKey: string;
  articles: number;
}
