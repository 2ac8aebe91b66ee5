import { emit } from "@letterpress/db/events";
import { uniqueViolation } from "@letterpress/db/unique-violation";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Role } from "../access/permissions.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { hashPassword } from "./password.ts";

interface NewUser {
  email: string;
  name: string;
  role: Role;
  password: string;
}

/** Makes a user. `inTx` runs first in the same transaction. Throws `EMAIL_TAKEN`. */
export async function createUser(
  deps: Deps,
  actor: Actor,
  input: NewUser,
  inTx: (tx: Tx) => Promise<void> = async () => {},
): Promise<{ id: string }> {
  const email = input.email.toLowerCase();
  // Hashing takes tens of milliseconds: not while a transaction holds a connection.
  const passwordHash = await hashPassword(input.password);
  try {
    return await withTx(deps.db, async (tx) => {
      await inTx(tx);
      const user = await tx.user.create({
        data: { email, name: input.name, role: input.role, passwordHash },
        select: { id: true },
      });
      const { name: userName, role } = input;
      emit(tx, eventActor(actor), { name: "user.created", userId: user.id, userName, role });
      return user;
    });
  } catch (error) {
    if (uniqueViolation(error)) return fail("EMAIL_TAKEN", { email });
    throw error;
  }
}
