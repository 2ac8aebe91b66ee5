import type { LoadRequest } from "./load-request.ts";

/** What a generator is asked for. */
export interface Load {
  port: number;
  connections: number;
  /** After that no request is begun. */
  seconds: number;
  requests: LoadRequest[];
  /** Each is asked once, and the load may end early; else they are asked in turns. */
  once: boolean;
  /** One in a hundred is a change of one of these entries: each by one connection at a time. */
  publishes?: { apiKey: string; entries: { id: string; version: number }[] };
}

/** What came of it. Times are in milliseconds. */
export interface LoadFigures {
  requests: number;
  seconds: number;
  p50: number;
  p99: number;
  publishes: number;
  publishP50: number;
  /** Seconds of a core that the generator has used. */
  cpu: number;
}
