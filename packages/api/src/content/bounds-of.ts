import type { Bounds } from "@letterpress/db/published/included";
import type { Reading } from "./reading.ts";

/** How much a statement need not read beyond: the answer would be refused. */
export function boundsOf({ allowance }: Reading): Bounds {
  return { entries: allowance.included, characters: allowance.includedSize };
}
