import { readFile } from "node:fs/promises";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { expect, test } from "vitest";
import { errors } from "../src/errors.ts";

test("docs/errors.md lists every code with its status, and no others", async () => {
  const page = await readFile(new URL("../../../docs/errors.md", import.meta.url), "utf8");
  const listed = [...page.matchAll(/^\| `([A-Z_]+)` \| (\d+) \|/gm)].map((match) => [
    match[1],
    Number(match[2]),
  ]);
  const table = Object.entries(errors).map(([code, { trpc }]) => [
    code,
    getHTTPStatusCodeFromError(new TRPCError({ code: trpc })),
  ]);
  expect(listed).toEqual(table);
});

test("every message says what is wrong in a whole sentence", () => {
  for (const { message } of Object.values(errors)) expect(message).toMatch(/^[A-Z].*\.$/);
});
