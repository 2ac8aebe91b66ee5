import type { Db } from "@letterpress/db/create-db";
import type { Reads } from "@letterpress/db/reads";
import type { ContentModel } from "@letterpress/model/content-type";
import type { EventFeed } from "./events/event-feed.ts";
import type { Invalidation } from "./invalidation/invalidation.ts";
import type { Presence } from "./presence/presence.ts";

/** Puts files where readers fetch them from. Keys look like `0198…/640.webp`. */
export interface Storage {
  /** Takes any number of bytes with few of them in memory; where they fail on the way, there is no file. */
  write(key: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  /** The file of this key, its size in bytes; `null` where there is none. */
  read(key: string): Promise<{ size: number; bytes: AsyncIterable<Uint8Array> } | null>;
  /** Removes every file whose key starts with `prefix` and a slash; nothing there is no error. */
  removeAll(prefix: string): Promise<void>;
}

/** A picture taken apart: see the adapter for the sizes. */
export interface ProcessedImage {
  mimeType: string;
  /** The picture written again: upright, in sRGB, and nothing but the picture. Width and height are this one's. */
  original: Uint8Array;
  width: number;
  height: number;
  placeholder: string;
  variants: { name: string; bytes: Uint8Array; width: number; height: number; mimeType: string }[];
}

export interface ImageProcessor {
  /** Throws `UPLOAD_NOT_AN_IMAGE` where the bytes are not a picture of an accepted format and size. */
  process(bytes: Uint8Array): Promise<ProcessedImage>;
}

/** Slows down guessing. */
export interface AttemptLimiter {
  /** Counts an attempt; throws `TOO_MANY_ATTEMPTS` when there were too many under this key. */
  consume(key: string): Promise<void>;
  /** Counts nothing; throws `TOO_MANY_ATTEMPTS` when there were too many under this key. */
  check(key: string): Promise<void>;
  /** Forgets the attempts under this key, after one succeeded. */
  forget(key: string): Promise<void>;
}

/** What the publication says of itself. */
export interface Publication {
  name: string;
  tagline: string;
  /** BCP 47 language of the content. */
  locale: string;
}

/** Everything that the domain reaches the world through. */
export interface Deps {
  db: Db;
  /**
   * What everybody may read is read here: statements end after some seconds, and their crowd blocks no editor. Inside
   * of a snapshot (see `inSnapshot`) it is that transaction, so that all calls that share it see one moment.
   */
  reads: Reads;
  /** What happens, as it happens. */
  events: EventFeed;
  presence: Presence;
  /** What cached answers are made wrong. */
  invalidation: Invalidation;
  model: ContentModel;
  publication: Publication;
  /** Where readers and editors reach the server, without a slash at the end. */
  publicUrl: string;
  storage: Storage;
  images: ImageProcessor;
  signInAttempts: AttemptLimiter;
  clock: () => Date;
}
