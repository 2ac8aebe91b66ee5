import type { DbOrTx } from "@letterpress/db/create-db";
import { Lucia, TimeSpan } from "lucia";
import type { Role } from "../access/permissions.ts";
import { sessionAdapter } from "./session-adapter.ts";

interface UserAttributes {
  email: string;
  name: string;
  role: Role;
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, UserAttributes>;
    DatabaseUserAttributes: UserAttributes;
  }
}

/** Sessions last 30 days, and are renewed when they are used in their second half. */
export function sessionsOf(db: DbOrTx) {
  return new Lucia<Record<never, never>, UserAttributes>(sessionAdapter(db), {
    sessionExpiresIn: new TimeSpan(30, "d"),
    getUserAttributes: ({ email, name, role }) => ({ email, name, role }),
  });
}
