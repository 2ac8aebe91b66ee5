import { z } from "zod";

/** A redirect that somebody made by hand. */
export interface PathRedirect {
  /** Decoded, for example "/old/about us". */
  path: string;
  /** A path of this publication, or an http(s) address. */
  target: string;
  createdAt: Date;
  /** `null` when Letterpress itself made it, a program, or a user who is gone. */
  createdBy: { id: string; name: string } | null;
}

export const pathRedirectOutput: z.ZodType<PathRedirect> = z.object({
  path: z.string(),
  target: z.string(),
  createdAt: z.date(),
  createdBy: z.object({ id: z.string(), name: z.string() }).nullable(),
});
