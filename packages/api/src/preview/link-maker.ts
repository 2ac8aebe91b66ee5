import type { Actor } from "../access/actor.ts";
import { currentActor } from "../auth/current-actor.ts";
import type { Deps } from "../deps.ts";

/** Who has made a preview link. */
export type LinkMaker = { kind: "user" | "apiKey"; id: string } | { kind: "system" };

export function linkMaker(actor: Actor): LinkMaker {
  if (actor.kind === "user") return { kind: "user", id: actor.userId };
  if (actor.kind === "apiKey") return { kind: "apiKey", id: actor.keyId };
  // Nobody makes no links.
  return { kind: "system" };
}

/** Who the maker is by now, signed in or not; nobody, when they are gone or their API key is refused since. */
export async function currentMaker(deps: Deps, maker: LinkMaker): Promise<Actor> {
  if (maker.kind === "system") return { kind: "system", name: "" };
  if (maker.kind === "apiKey") {
    const actor = { kind: "apiKey", keyId: maker.id, name: "", scope: "read" } as const;
    return currentActor(deps, { actor, token: null });
  }
  const user = await deps.db.user.findUnique({
    where: { id: maker.id },
    select: { name: true, email: true, role: true },
  });
  return user ? { kind: "user", userId: maker.id, ...user } : { kind: "nobody" };
}
