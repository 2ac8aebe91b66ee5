// A process of its own that uses the cluster in argv[2], and says on standard output what it did, a line each:
// "ready <url>", then, with argv[3] "write", the number of each row as it is acknowledged. Ends with its input.
import pg from "pg";
import { startEmbedded } from "../../src/embedded/start-embedded.ts";

const [, , dataDir = "", task] = process.argv;
const embedded = await startEmbedded({ dataDir });
console.log(`ready ${embedded.url}`);

if (task === "write") {
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  await client.query("CREATE TABLE saved (number int PRIMARY KEY)");
  for (let number = 1; ; number += 1) {
    await client.query("INSERT INTO saved VALUES ($1)", [number]);
    console.log(number);
  }
}

process.stdin.resume();
process.stdin.once("end", async () => {
  await embedded.stop();
  console.log("stopped");
});
