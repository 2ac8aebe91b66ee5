import { z } from "zod";
import { apiKeyScopes } from "../access/permissions.ts";

/** Days that a key with an end may last at most. */
export const expiresInDaysMax = 3650;

/** What a key is made of, in the Studio and on the command line. */
export const newApiKey = z.strictObject({
  name: z
    .string("Give a name: what the key is for.")
    .trim()
    .min(1, "Give a name: what the key is for.")
    .max(120, "Use at most 120 characters.")
    .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name), "Use a single line of text."),
  scope: z.enum(apiKeyScopes, "Use read or write."),
  /** Left out: it lasts until it is revoked. */
  expiresInDays: z
    .int("Use a whole number of days.")
    .min(1, "Use 1 day or more.")
    .max(expiresInDaysMax, `Use ${expiresInDaysMax} days or fewer.`)
    .optional(),
});

export type NewApiKey = z.output<typeof newApiKey>;
