import { hasOwner } from "@letterpress/api/auth/has-owner";
import { createOwner } from "@letterpress/api/auth/set-up";
import type { Deps } from "@letterpress/api/deps";
import { LetterpressError } from "@letterpress/api/errors";
import { type Env, SettingError } from "./env.ts";
import type { PublicationContent } from "./run-publication.ts";

interface FirstContent {
  owner: Env["owner"];
  createExample: PublicationContent["createExample"];
}

/**
 * Makes what a new publication has: the example, and the owner of the settings. Does nothing when it is all there. Only
 * one node may do so at a time. Rejects with the signal's reason when that is aborted; the next start continues.
 */
export async function firstStart(
  deps: Deps,
  { owner, createExample }: FirstContent,
  { say, signal }: { say: (line: string) => void; signal: AbortSignal },
): Promise<void> {
  if (createExample) {
    if ((await deps.db.event.findFirst({ select: { id: true } })) === null)
      say("Creating the example publication …");
    await createExample(deps, { say, signal });
  }
  if (!owner || (await hasOwner(deps.db))) return;
  try {
    await createOwner(deps, { kind: "system", name: "start" }, { ...owner, name: "Owner" });
  } catch (error) {
    const code = error instanceof LetterpressError ? error.errorCode : undefined;
    if (code === "EMAIL_TAKEN")
      throw new SettingError(
        "LETTERPRESS_OWNER_EMAIL is the address of a user who is no owner: set another address.",
      );
    // Somebody else has, by a set-up link of another node.
    if (code !== "SET_UP_DONE") throw error;
  }
}
