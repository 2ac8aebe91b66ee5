import type { Prisma } from "@letterpress/db/generated/client";
import { z } from "zod";
import { type ApiKeyScope, apiKeyScopes } from "../access/permissions.ts";

/** What a program calls with, as whoever manages it sees it: never its token, nor what the database keeps of that. */
export interface ApiKey {
  id: string;
  name: string;
  scope: ApiKeyScope;
  createdAt: Date;
  /** The name of who made it; `null` for the command line, and for users who are gone. */
  createdBy: string | null;
  /** To the minute; `null` while it was never used. */
  lastUsedAt: Date | null;
  /** It is refused from then on; `null` for a key that lasts until it is revoked. */
  expiresAt: Date | null;
  revokedAt: Date | null;
}

export const apiKeyOutput: z.ZodType<ApiKey> = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(apiKeyScopes),
  createdAt: z.date(),
  createdBy: z.string().nullable(),
  lastUsedAt: z.date().nullable(),
  expiresAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
});

export const apiKeySelect = {
  id: true,
  name: true,
  scope: true,
  createdById: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
  revokedAt: true,
} satisfies Prisma.ApiKeySelect;

type ApiKeyRow = Prisma.ApiKeyGetPayload<{ select: typeof apiKeySelect }>;

export function toApiKey({ createdById, ...row }: ApiKeyRow, names: ReadonlyMap<string, string>): ApiKey {
  return { ...row, createdBy: createdById === null ? null : (names.get(createdById) ?? null) };
}
