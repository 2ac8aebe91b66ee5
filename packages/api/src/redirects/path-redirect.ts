import { z } from "zod";

/** A redirect that somebody made by hand, or that an entry left where it was. */
export interface PathRedirect {
  /** Decoded, for example "/old/about us". */
  path: string;
  /** A path of this publication, or an http(s) address. */
  target: string;
  createdAt: Date;
  /** `null` when Letterpress itself made it, a program, or a user who is gone. */
  createdBy: { id: string; name: string } | null;
  /** The entry that was at the path, and is at the target now; `null` where the redirect was made by hand. */
  entry: { type: string; id: string; title: string } | null;
}

export const pathRedirectOutput: z.ZodType<PathRedirect> = z.object({
  path: z.string(),
  target: z.string(),
  createdAt: z.date(),
  createdBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  entry: z.object({ type: z.string(), id: z.string(), title: z.string() }).nullable(),
});
