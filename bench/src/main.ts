import { fill } from "./fill/fill.ts";
import { readsAtSize } from "./reads/reads-at-size.ts";
import { reads } from "./serving/reads.ts";
import { types } from "./types/types.ts";

const commands: Record<string, (args: string[]) => Promise<void>> = {
  types,
  fill,
  reads,
  "reads-at-size": readsAtSize,
};

const [name = "", ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`There is no measurement "${name}": use one of ${Object.keys(commands).join(", ")}.`);
  process.exit(1);
}
await command(args);
