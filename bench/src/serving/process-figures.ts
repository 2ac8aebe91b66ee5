import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const ticksPerSecond = 100;

/** Seconds of a core that a process has used, to the hundredth; undefined where the system does not say. */
export function cpuSeconds(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  // After the name in brackets, which may hold anything, come state and 10 numbers; then user and system time.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Megabytes of memory that a process has. */
export function residentSize(pid: number): number {
  if (process.platform === "linux") return statusLine(pid, "VmRSS");
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}

/** Megabytes of memory that a process has had at most since {@link forgetPeak}; at this moment, where no one counts. */
export function peakSize(pid: number): number {
  return process.platform === "linux" ? statusLine(pid, "VmHWM") : residentSize(pid);
}

/** Begins to count the peak anew. */
export function forgetPeak(pid: number): void {
  if (process.platform === "linux") writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

function statusLine(pid: number, name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(found?.[1]) / 1024;
}
