import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createClient } from "../src/create-client.ts";
import { safe } from "../src/safe.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe.each<[string, string]>([
  ["a page of a proxy", "<html>Bad gateway</html>"],
  ["nothing", ""],
  ["null", "null"],
  ["a text", '"Bad gateway"'],
  ["a list", "[]"],
  ["an object of something else", '{ "status": "down" }'],
  ["an error of something else", '{ "error": "Bad Gateway", "statusCode": 502 }'],
  ["a result of something else", '{ "result": {} }'],
])("%s instead of an answer", (_what, body) => {
  test.each([200, 502])("with %i is a failed call, not a crash of its own", async (status) => {
    const url = await serve((request, response) => {
      request.resume();
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    });
    const press = createClient({ url });
    const failed = { ok: false, error: { code: "UNREACHABLE" } };
    expect(await safe(press.upload(new Blob(["x"])))).toMatchObject(failed);
    expect(await safe(press.publication.get())).toMatchObject(failed);
  });
});

test("a redirect to another origin does not get the API key", async () => {
  const seen: (string | undefined)[] = [];
  const elsewhere = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(404, { "content-type": "application/json" }).end("{}");
  });
  const url = await serve((request, response) => {
    seen.push(request.headers.authorization);
    request.resume();
    response.writeHead(307, { location: `${elsewhere}${request.url}` }).end();
  });
  const press = createClient({ url, apiKey: "lp_secret" });
  await safe(press.publication.get());
  await safe(press.upload(new Blob(["x"])));
  expect(seen).toEqual(["Bearer lp_secret", undefined, "Bearer lp_secret", undefined]);
});
