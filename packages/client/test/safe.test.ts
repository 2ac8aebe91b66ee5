import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createClient, safe } from "../src/index.ts";

let server: Server | undefined;
afterEach(() => server?.close());

/** A server that answers everything with this. */
async function answering(status: number, body: string, contentType = "application/json"): Promise<string> {
  server = createServer((_request, response) => {
    response.writeHead(status, { "content-type": contentType }).end(body);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server?.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const call = (url: string) => safe(createClient({ url }).content.article.get({ slug: "x" }));

test("an error of the table comes with its details, dates included", async () => {
  const url = await answering(
    409,
    JSON.stringify({
      error: {
        json: {
          message: "Someone saved.",
          code: -32009,
          data: {
            code: "ENTRY_STALE",
            httpStatus: 409,
            requestId: "r1",
            details: {
              current: { version: 2, slug: "s", fields: {}, updatedAt: "2026-01-01T00:00:00.000Z" },
            },
          },
        },
        meta: { values: { "data.details.current.updatedAt": ["Date"] }, v: 1 },
      },
    }),
  );
  const result = await call(url);
  if (result.ok || result.error.code !== "ENTRY_STALE") throw new Error("It is not the stale error.");
  expect(result.error).toMatchObject({ message: "Someone saved.", requestId: "r1" });
  expect(result.error.details.current.updatedAt).toEqual(new Date("2026-01-01"));
});

test("a server that does not answer is unreachable", async () => {
  const result = await call("http://127.0.0.1:1");
  expect(result).toMatchObject({ ok: false, error: { code: "UNREACHABLE" } });
});

test("a page of a proxy instead of an answer is unreachable too", async () => {
  const result = await call(await answering(502, "<html>Bad gateway</html>", "text/html"));
  expect(result).toMatchObject({ ok: false, error: { code: "UNREACHABLE" } });
});

test("an error that is no failed call is thrown on", async () => {
  await expect(safe(Promise.reject(new RangeError("a bug")))).rejects.toThrow(RangeError);
});

test("awaiting a part of the client calls nothing", async () => {
  const press = createClient({ url: "http://127.0.0.1:1" });
  expect(await press.content).toBe(press.content);
});
