import { isIP } from "node:net";
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
  LETTERPRESS_DEV: { schema: z.enum(["0", "1"]).default("0"), says: "must be 1 or left out" },
} as const;

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
  return {
    port,
    host: read("HOST"),
    publicUrl: read("PUBLIC_URL") ?? `http://localhost:${port}`,
    databaseUrl: read("DATABASE_URL"),
    dataDir: resolve(read("LETTERPRESS_DATA")),
    owner: email !== undefined && password !== undefined ? { email, password } : undefined,
    logLevel: read("LOG_LEVEL"),
    trustProxy: read("TRUST_PROXY"),
    dev: read("LETTERPRESS_DEV") === "1",
  };
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
