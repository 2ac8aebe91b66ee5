import type { ApiKeyScope, Role } from "./permissions.ts";

/** Who is calling. */
export type Actor =
  | { kind: "nobody" }
  | { kind: "user"; userId: string; name: string; email: string; role: Role }
  /** A program, by a key that an owner or admin made for it. */
  | { kind: "apiKey"; keyId: string; name: string; scope: ApiKeyScope }
  /** Letterpress itself: a command, the example publication. May do everything. */
  | { kind: "system"; name: string };
