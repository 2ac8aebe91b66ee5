import type { Role } from "./permissions.ts";

/** Who is calling. */
export type Actor =
  | { kind: "nobody" }
  | { kind: "user"; userId: string; name: string; email: string; role: Role }
  /** Letterpress itself: a command, the example publication. May do everything. */
  | { kind: "system"; name: string };
