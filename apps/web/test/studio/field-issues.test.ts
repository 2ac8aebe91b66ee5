import type { CallError } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import { fieldIssues } from "../../src/studio/editor/field-issues.ts";

const problem = (code: string, details: object) =>
  ({ code, message: "…", details, requestId: "r" }) as unknown as CallError;

describe("issues beside their fields", () => {
  it("an issue names the nested field that it is about", () => {
    const issues = [{ path: "fields.program.2.minutes", message: "Use a number." }];
    expect(fieldIssues(problem("BAD_INPUT", { issues }))).toEqual({ "program.2.minutes": "Use a number." });
  });

  it("only the first issue of a field is told", () => {
    const issues = [
      { path: "fields.slug", message: "First." },
      { path: "fields.slug", message: "Second." },
    ];
    expect(fieldIssues(problem("BAD_INPUT", { issues }))).toEqual({ slug: "First." });
  });

  it("an issue of something else is not put beside a field", () => {
    expect(
      fieldIssues(problem("BAD_INPUT", { issues: [{ path: "expectedVersion", message: "No." }] })),
    ).toEqual({});
    expect(fieldIssues(problem("BAD_INPUT", { issues: [{ path: "where.title", message: "No." }] }))).toEqual(
      {},
    );
    expect(fieldIssues(problem("INTERNAL", {}))).toEqual({});
  });

  it("a taken address stands at the slug, a missing target at its field", () => {
    expect(fieldIssues(problem("SLUG_TAKEN", { slug: "news" })).slug).toContain("news");
    expect(fieldIssues(problem("REFERENCE_MISSING", { field: "author", id: "1" }))).toHaveProperty("author");
  });
});
