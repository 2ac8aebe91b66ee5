import { revokeApiKey } from "@letterpress/api/api-keys/revoke-api-key";
import { uuid } from "@letterpress/model/uuid";
import { type Command, UsageError } from "./command.ts";

/** Revokes an API key. */
export const keyRevoke: Command = {
  name: ["key", "revoke"],
  usage: "key revoke ID",
  summary: "Revokes an API key at once and for good.",
  options: {},
  async run(deps, { arguments: [given, ...more] }) {
    if (given === undefined || more.length > 0) throw new UsageError("Give one ID, as key list shows it.");
    const id = uuid().safeParse(given);
    if (!id.success) throw new UsageError(`${given} is no ID: give one as key list shows it.`);
    await revokeApiKey(deps, { kind: "system", name: "key revoke" }, { id: id.data });
    console.log(`Revoked ${id.data}.`);
  },
};
