import type { Role } from "../access/permissions.ts";
import type { Deps } from "../deps.ts";

/** A user whom something can be assigned to. */
export interface UserChoice {
  id: string;
  name: string;
  role: Role;
}

/** More staff than any publication has. */
const most = 1000;

/** All users by name: what everybody on the staff may know of each other, which their address is not. */
export async function listUserChoices({ db }: Deps): Promise<UserChoice[]> {
  return db.user.findMany({
    select: { id: true, name: true, role: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: most,
  });
}
