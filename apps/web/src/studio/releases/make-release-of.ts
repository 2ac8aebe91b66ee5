import { attempt } from "../connection/call.ts";
import type { Release } from "../connection/desk.ts";
import { press } from "../connection/press.ts";

/** What was made, and neither filled nor taken back as the connection was lost: the next try goes on with it. */
let unfilled: Release | null = null;

/** Makes a release with an entry in it. One that cannot be filled is not left behind, nor made twice. */
export async function makeReleaseOf(
  name: string,
  item: { entryId: string; version: number },
): Promise<Release> {
  const release = unfilled?.name === name ? unfilled : await press.releases.create({ name });
  unfilled = release;
  try {
    const filled = await press.releases.setItem({ id: release.id, action: "publish", ...item });
    unfilled = null;
    return filled;
  } catch (error) {
    const back = await attempt(press.releases.delete({ id: release.id }));
    if (back.ok || back.error.code !== "UNREACHABLE") unfilled = null;
    throw error;
  }
}
