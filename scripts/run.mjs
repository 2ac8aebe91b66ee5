import { spawn } from "node:child_process";

/**
 * Runs the command that all was prepared for, and ends as it ends. It gets every signal that this process gets, and
 * learns by its closed channel when this process is killed.
 */
export async function run(program, args, { cwd, env }) {
  const child = spawn(program, args, { cwd, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm passes signals on, but a killed npm cannot: then this process has a new parent.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 1000);
  const { code, signal } = await ended(child);
  clearInterval(watch);
  process.exit(code ?? (signal === "SIGINT" ? 130 : 1));
}

/** Runs a step of the preparation: shows the lines that match `shows`, if any, and everything when it fails. */
export async function runQuietly(program, args, { cwd, env, shows }) {
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const interrupt = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, interrupt);
  let output = "";
  const show = progress();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
      for (const line of text.split("\n")) if (shows?.test(line)) show(line);
    });
  const { code, signal } = await ended(child);
  show.end();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, interrupt);
  if (signal) process.exit(1);
  if (code === 0) return;
  console.error(output);
  process.exit(code ?? 1);
}

/** One line that changes on a terminal; in a log, a line every few seconds. */
function progress() {
  let last = 0;
  const show = (line) => {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K  ${line}`);
    else if (Date.now() - last > 5000) console.log(`  ${line}`);
    if (Date.now() - last > 5000) last = Date.now();
  };
  show.end = () => process.stdout.isTTY && last > 0 && process.stdout.write("\n");
  return show;
}

function ended(child) {
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(`${child.spawnfile} cannot be started: ${error.message}`);
      resolve({ code: 1, signal: null });
    });
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
}
