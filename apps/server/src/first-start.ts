import { hasOwner } from "@letterpress/api/auth/has-owner";
import { createOwner } from "@letterpress/api/auth/set-up";
import type { Deps } from "@letterpress/api/deps";
import { LetterpressError } from "@letterpress/api/errors";
import { noticeModel } from "@letterpress/api/evolution/notice-model";
import { withLock } from "@letterpress/db/with-lock";
import { type Env, SettingError } from "./env.ts";
import type { Run } from "./run.ts";
import type { PublicationContent } from "./run-publication.ts";

interface FirstContent {
  url: string;
  owner: Env["owner"];
  content: Pick<PublicationContent, "createExample">;
}

/**
 * Says what has changed in the content types, and makes what a new publication has: the example, and the owner of the
 * settings. Does nothing when it is all there. Nodes take their turns. Rejects with the signal's reason when that is
 * aborted; the next start continues.
 */
export async function firstStart(
  deps: Deps,
  { url, owner, content }: FirstContent,
  { say, signal }: Pick<Run, "say" | "signal">,
): Promise<void> {
  await withLock(url, "first start", async () => {
    await noticeModel(deps, { say, signal });
    await makeContent(deps, content, { say, signal });
    await makeOwner(deps, owner);
  });
}

async function makeContent(
  deps: Deps,
  { createExample }: FirstContent["content"],
  { say, signal }: Pick<Run, "say" | "signal">,
): Promise<void> {
  if (!createExample) return;
  if ((await deps.db.event.findFirst({ select: { id: true } })) === null)
    say("Creating the example publication …");
  await createExample(deps, { say, signal });
}

async function makeOwner(deps: Deps, owner: Env["owner"]): Promise<void> {
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
