import { availableParallelism } from "node:os";
import { describe, expect, test } from "vitest";
import { readEnv, SettingError } from "../src/env.ts";

test("without any setting everything has a default", () => {
  expect(readEnv({})).toMatchObject({
    port: 3000,
    publicUrl: "http://localhost:3000",
    databaseUrl: undefined,
    owner: undefined,
    trustProxy: false,
    dev: false,
  });
});

test("an empty setting counts as none", () => {
  expect(readEnv({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

test.each([
  ["https://press.example.com/", "https://press.example.com"],
  ["HTTPS://Press.Example.com:443", "https://press.example.com"],
  ["http://127.0.0.1:3000", "http://127.0.0.1:3000"],
])("the public address %s is the origin %s", (value, origin) => {
  expect(readEnv({ PUBLIC_URL: value }).publicUrl).toBe(origin);
});

test.each([
  ["true", true],
  ["false", false],
  ["2", 2],
  ["10.0.0.0/8,127.0.0.1", "10.0.0.0/8,127.0.0.1"],
  ["10.0.0.1, fd00::/8", "10.0.0.1,fd00::/8"],
])("TRUST_PROXY=%s is understood", (value, expected) => {
  expect(readEnv({ TRUST_PROXY: value }).trustProxy).toBe(expected);
});

test("there is a worker for each core up to four, and one while developing", () => {
  const { workers } = readEnv({});
  expect(workers).toBe(Math.min(4, availableParallelism()));
  expect(readEnv({ WORKERS: "16" }).workers).toBe(16);
  expect(readEnv({ WORKERS: "3", LETTERPRESS_DEV: "1" }).workers).toBe(1);
});

test("a CDN is told by what its operator has in hand", () => {
  expect(readEnv({}).cdn).toBeUndefined();
  const cdn = { CDN_PURGE: "fastly", CDN_PURGE_ID: "SU1Z0isxPaozGVKXdv0eY", CDN_PURGE_TOKEN: "abc-_123" };
  const { CDN_PURGE_ID: id, CDN_PURGE_TOKEN: token } = cdn;
  expect(readEnv(cdn).cdn).toEqual({ kind: "fastly", id, token, url: "https://api.fastly.com" });
  expect(readEnv({ ...cdn, CDN_PURGE: "cloudflare" }).cdn?.url).toBe("https://api.cloudflare.com/client/v4");
  expect(readEnv({ ...cdn, CDN_PURGE_URL: "http://127.0.0.1:8080/" }).cdn?.url).toBe("http://127.0.0.1:8080");
});

test.each([
  { CDN_PURGE: "fastly" },
  { CDN_PURGE_ID: "a1", CDN_PURGE_TOKEN: "b2" },
  { CDN_PURGE_URL: "https://example.com" },
])("a CDN is configured as a whole or not at all: %j", (env) => {
  expect(() => readEnv(env)).toThrow(/^CDN_PURGE, CDN_PURGE_ID and CDN_PURGE_TOKEN go together/);
});

describe("a wrong setting is named in one sentence", () => {
  test.each([
    { PORT: "eighty" },
    { PORT: "70000" },
    { PORT: "0" },
    { PORT: " " },
    { PORT: "0x50" },
    { PORT: "3e3" },
    { PUBLIC_URL: "press.example.com" },
    { PUBLIC_URL: "https://press.example.com/blog" },
    { PUBLIC_URL: "https://press.example.com/?a=b" },
    { PUBLIC_URL: "https://press.example.com/#top" },
    { PUBLIC_URL: "https://me:secret@press.example.com" },
    { TRUST_PROXY: "foo" },
    { TRUST_PROXY: "-1" },
    { TRUST_PROXY: "10.0.0.0/33" },
    { TRUST_PROXY: "10.0.0.0/" },
    { TRUST_PROXY: "10.0.0.1,,10.0.0.2" },
    { TRUST_PROXY: "fd00::/129" },
    { DATABASE_URL: "mysql://localhost/x" },
    { LOG_LEVEL: "loud" },
    { WORKERS: "0" },
    { WORKERS: "17" },
    { WORKERS: "two" },
    { CDN_PURGE: "akamai" },
    { CDN_PURGE_ID: "../zones" },
    { CDN_PURGE_TOKEN: "two words" },
    { CDN_PURGE_URL: "api.fastly.com" },
    { LETTERPRESS_OWNER_EMAIL: "nobody", LETTERPRESS_OWNER_PASSWORD: "long enough to do" },
    { LETTERPRESS_OWNER_EMAIL: "a@example.com", LETTERPRESS_OWNER_PASSWORD: "short" },
    { LETTERPRESS_OWNER_EMAIL: "a@example.com" },
  ])("%j", (env) => {
    const name = Object.keys(env)[0] ?? "";
    const read = () => readEnv(env as Record<string, string>);
    expect(read).toThrow(SettingError);
    expect(read).toThrow(/^LETTERPRESS_OWNER_|^[A-Z_]+ must/);
    expect(read).toThrow(new RegExp(name.slice(0, 12)));
  });
});
