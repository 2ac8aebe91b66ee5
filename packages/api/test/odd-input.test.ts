import { contentModel } from "@letterpress/content/content-model";
import type { AnyTRPCProcedure } from "@trpc/server";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ZodError, z } from "zod";
import { createAppRouter } from "../src/app-router.ts";
import { LetterpressError } from "../src/errors.ts";
import { contextOf, createTestApi, system, type TestApi } from "./test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

/** What of JSON Schema inputs are made of here. */
interface Schema {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** A text or date in an input: where it stands, and the input with another there. */
interface Place {
  name: string;
  type: "string" | "date";
  put(value: unknown): unknown;
}

const nothing = "01a207a7-8848-7028-8c07-da352405241d";

function fitting(schema: Schema): unknown {
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (one) return fitting(one);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === "object") {
    const required = schema.required?.map((name) => [name, fitting(schema.properties?.[name] ?? {})]);
    return Object.fromEntries(required ?? []);
  }
  if (schema.type === "array") return [fitting(schema.items ?? {})];
  if (schema.type === "date") return new Date("2026-04-01");
  if (schema.type === "string")
    return schema.format === "uuid" ? nothing : schema.format === "email" ? "a@example.com" : "words, words";
  return schema.type === "boolean" ? true : 1;
}

function placesIn(schema: Schema): Place[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap(placesIn);
  if (schema.type === "array")
    return placesIn(schema.items ?? {}).map((place) => ({ ...place, put: (value) => [place.put(value)] }));
  if (schema.type === "object")
    return Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
      placesIn(property).map(({ name, type, put }) => ({
        name: name === "" ? key : `${key}.${name}`,
        type,
        put: (value) => ({ ...(fitting(schema) as object), [key]: put(value) }),
      })),
    );
  const { type } = schema;
  const isPlace = (type === "string" && schema.const === undefined && !schema.enum) || type === "date";
  return isPlace ? [{ name: "", type, put: (value) => value }] : [];
}

const procedures = createAppRouter(contentModel)._def.procedures as unknown as Record<
  string,
  AnyTRPCProcedure
>;
const places = Object.entries(procedures).flatMap(([path, procedure]) => {
  const [input] = (procedure._def as unknown as { inputs: [z.ZodType] }).inputs;
  const schema = z.toJSONSchema(input, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: "date" });
    },
  }) as Schema;
  return placesIn(schema).map((place) => ({ ...place, path, procedure }));
});

/** The code that a call fails with; undefined when it succeeds. */
async function outcome(path: string, procedure: AnyTRPCProcedure, input: unknown) {
  try {
    await (procedure as unknown as (options: object) => Promise<unknown>)({
      ctx: contextOf(api.deps, system),
      path,
      type: procedure._def.type,
      getRawInput: async () => input,
      signal: undefined,
      batchIndex: 0,
    });
    return undefined;
  } catch (error) {
    if (error instanceof LetterpressError) return error.errorCode;
    if (error instanceof TRPCError && error.cause instanceof LetterpressError) return error.cause.errorCode;
    return error instanceof TRPCError && error.cause instanceof ZodError ? "BAD_INPUT" : "INTERNAL";
  }
}

/** Texts that do not come to the database as they are. Readers' addresses and slugs are just not there. */
const neverStored =
  /(^|\.)(cursor|password|token)$|^redirects\.(get|delete)\.path$|^content\.\w+\.get\.slug$|^markdown\.preview\.source$/;

test("a text that PostgreSQL cannot store is refused wherever a procedure takes text", async () => {
  const found: string[] = [];
  let tried = 0;
  for (const { path, name, type, put, procedure } of places.filter((place) => place.type === "string"))
    for (const odd of ["\0", "a\0b, c", "\ud800", "x \udc00 y"]) {
      tried++;
      const code = await outcome(path, procedure, put(odd));
      const isRefused = neverStored.test(`${path}.${name}`) ? code !== "INTERNAL" : code === "BAD_INPUT";
      if (!isRefused) found.push(`${path} ${name} (${type}) ${JSON.stringify(odd)}: ${code}`);
    }
  expect(found).toEqual([]);
  expect(tried).toBeGreaterThan(500);
});

test("a date that PostgreSQL does not know is no error of the server", async () => {
  const found: string[] = [];
  const dates = places.filter((place) => place.type === "date");
  for (const { path, name, put, procedure } of dates)
    for (const odd of [-8.64e15, 8.64e15, Number.NaN]) {
      const code = await outcome(path, procedure, put(new Date(odd)));
      if (code !== "BAD_INPUT") found.push(`${path} ${name} ${odd}: ${code}`);
    }
  expect(found).toEqual([]);
  expect(dates.length).toBeGreaterThan(10);
});
