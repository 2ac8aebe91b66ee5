import { expect, test } from "vitest";
import type { ApiKey } from "../../src/studio/api-keys/api-keys-query.ts";
import { keyState } from "../../src/studio/api-keys/key-state.ts";
import { may } from "../../src/studio/auth/may.ts";

const now = new Date("2026-03-01T12:00:00Z");
const key = (ends: Partial<ApiKey>): ApiKey => ({
  id: "",
  name: "",
  scope: "read",
  createdAt: now,
  createdBy: null,
  lastUsedAt: null,
  expiresAt: null,
  revokedAt: null,
  ...ends,
});

test("a key works until the moment it expires, or is revoked", () => {
  expect(keyState(key({}), now)).toBe("active");
  expect(keyState(key({ expiresAt: new Date("2026-03-01T12:00:01Z") }), now)).toBe("active");
  expect(keyState(key({ expiresAt: now }), now)).toBe("expired");
  expect(keyState(key({ expiresAt: now, revokedAt: now }), now)).toBe("revoked");
});

test("keys are offered to the owner and to admins alone", () => {
  const roles = ["owner", "admin", "editor", "author", "contributor"] as const;
  expect(roles.filter((role) => may(role, "manageKeys"))).toEqual(["owner", "admin"]);
});
