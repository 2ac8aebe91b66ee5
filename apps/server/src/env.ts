import { isIP } from "node:net";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";

/** A setting that cannot be used; its message is one sentence for the operator. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

const port = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(65_535));
// An origin: no route knows of a folder that the publication is in.
const webOrigin = z
  .url({ protocol: /^https?$/ })
  .transform((value) => new URL(value))
  .refine(({ href, origin }) => href === `${origin}/`)
  .transform(({ origin }) => origin);
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** More would each have so few connections to the database that they stood in each other's way. */
const maxWorkers = 16;
const workers = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(maxWorkers));

const trustProxy = z.string().transform((value, context) => {
  const trusted = readTrustProxy(value);
  if (trusted !== undefined) return trusted;
  context.addIssue("is none of these");
  return z.NEVER;
});

const settings = {
  PORT: { schema: port.default(3000), says: "must be a port number from 1 to 65535" },
  HOST: { schema: z.string().default("0.0.0.0"), says: "must be an address to listen on, such as 127.0.0.1" },
  PUBLIC_URL: {
    schema: webOrigin.optional(),
    says: "must be an address such as https://press.example.com, with nothing after the host and its port",
  },
  DATABASE_URL: {
    schema: databaseUrl.optional(),
    says: "must look like postgresql://user:password@host:5432/database, or be left out to use the embedded PostgreSQL",
  },
  LETTERPRESS_DATA: { schema: z.string().default(".letterpress"), says: "must be a folder" },
  LETTERPRESS_OWNER_EMAIL: { schema: z.email().optional(), says: "must be an email address" },
  LETTERPRESS_OWNER_PASSWORD: {
    schema: z.string().min(12).max(200).optional(),
    says: "must have 12 to 200 characters",
  },
  LOG_LEVEL: {
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("warn"),
    says: "must be one of fatal, error, warn, info, debug, trace, silent",
  },
  TRUST_PROXY: {
    schema: trustProxy.default(false),
    says: "must be true, false, a number of proxies, or their addresses or networks (10.0.0.0/8), separated by commas",
  },
  READ_CACHE_MB: {
    schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(100_000)).default(32),
    says: "must be a number of megabytes, from 1",
  },
  CDN_PURGE: { schema: z.enum(["fastly", "cloudflare"]).optional(), says: "must be fastly or cloudflare" },
  CDN_PURGE_ID: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9]{1,64}$/)
      .optional(),
    says: "must be the id of the service (Fastly) or zone (Cloudflare): letters and digits",
  },
  CDN_PURGE_TOKEN: {
    schema: z
      .string()
      .regex(/^[!-~]{1,500}$/)
      .optional(),
    says: "must be an API token, without spaces",
  },
  CDN_PURGE_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    says: "must be an address such as https://api.fastly.com",
  },
  WORKERS: { schema: workers.optional(), says: `must be a number of processes from 1 to ${maxWorkers}` },
  LETTERPRESS_DEV: { schema: z.enum(["0", "1"]).default("0"), says: "must be 1 or left out" },
  LETTERPRESS_PART: {
    schema: z.enum(["all", "preparation", "first worker", "worker"]).default("all"),
    says: "is for Letterpress's own processes: leave it out",
  },
} as const;

/**
 * What a process is there for. One is started for all of it, and gives parts to others that it starts: the preparation
 * of a database, which ends, and workers, the first of which does what is to be done once at each start.
 */
export type Part = z.output<(typeof settings)["LETTERPRESS_PART"]["schema"]>;

export interface CdnSetting {
  kind: "fastly" | "cloudflare";
  /** Of the service or zone. */
  id: string;
  token: string;
  /** Where its interface is, without a slash at the end. */
  url: string;
}

export interface Env {
  port: number;
  host: string;
  /** Without a slash at the end; `http://localhost:PORT` unless told. */
  publicUrl: string;
  databaseUrl: string | undefined;
  /** An absolute path. */
  dataDir: string;
  owner: { email: string; password: string } | undefined;
  logLevel: string;
  trustProxy: boolean | number | string;
  /** Pages and Studio are built as they are asked for. */
  dev: boolean;
  /** Bytes of answers to public reads that each process keeps in memory. */
  cacheBytes: number;
  /** The CDN in front, and what it is told by that readers see something else. */
  cdn: CdnSetting | undefined;
  /** Processes that serve. */
  workers: number;
  part: Part;
}

/** Reads the environment: the only place that does. An empty value counts as none. Throws {@link SettingError}. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const read = <Name extends keyof typeof settings>(name: Name) => {
    const { schema, says } = settings[name];
    const result = schema.safeParse(source[name] === "" ? undefined : source[name]);
    if (!result.success) throw new SettingError(`${name} ${says}.`);
    return result.data as z.output<(typeof settings)[Name]["schema"]>;
  };
  const email = read("LETTERPRESS_OWNER_EMAIL");
  const password = read("LETTERPRESS_OWNER_PASSWORD");
  if ((email === undefined) !== (password === undefined))
    throw new SettingError(
      "LETTERPRESS_OWNER_EMAIL and LETTERPRESS_OWNER_PASSWORD go together: set both, or neither to get a set-up link.",
    );
  const port = read("PORT");
  const dev = read("LETTERPRESS_DEV") === "1";
  const workers = read("WORKERS") ?? Math.min(4, availableParallelism());
  const cdn = {
    kind: read("CDN_PURGE"),
    id: read("CDN_PURGE_ID"),
    token: read("CDN_PURGE_TOKEN"),
    url: read("CDN_PURGE_URL"),
  };
  return {
    port,
    host: read("HOST"),
    publicUrl: read("PUBLIC_URL") ?? `http://localhost:${port}`,
    databaseUrl: read("DATABASE_URL"),
    dataDir: resolve(read("LETTERPRESS_DATA")),
    owner: email !== undefined && password !== undefined ? { email, password } : undefined,
    logLevel: read("LOG_LEVEL"),
    trustProxy: read("TRUST_PROXY"),
    cacheBytes: read("READ_CACHE_MB") * 1024 * 1024,
    cdn: cdnOf(cdn),
    dev,
    // Vite watches the sources once.
    workers: dev ? 1 : workers,
    part: read("LETTERPRESS_PART"),
  };
}

const purgeUrls = { fastly: "https://api.fastly.com", cloudflare: "https://api.cloudflare.com/client/v4" };

function cdnOf({ kind, id, token, url }: { [Part in keyof CdnSetting]: CdnSetting[Part] | undefined }) {
  if (kind !== undefined && id !== undefined && token !== undefined)
    return { kind, id, token, url: (url ?? purgeUrls[kind]).replace(/\/+$/, "") };
  if ([kind, id, token, url].every((part) => part === undefined)) return undefined;
  throw new SettingError(
    "CDN_PURGE, CDN_PURGE_ID and CDN_PURGE_TOKEN go together: set all three, or none where no CDN is to be told what to drop.",
  );
}

function readTrustProxy(value: string): boolean | number | string | undefined {
  if (value === "false") return false;
  if (value === "true") return true;
  if (/^\d{1,3}$/.test(value)) return Number(value);
  const networks = value.split(",").map((network) => network.trim());
  return networks.every(isNetwork) ? networks.join(",") : undefined;
}

/** An address, or one with the length of its prefix. */
function isNetwork(value: string): boolean {
  const [address = "", prefix, ...rest] = value.split("/");
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}
