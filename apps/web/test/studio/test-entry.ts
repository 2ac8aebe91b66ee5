import type { Entry, FieldDescription } from "@letterpress/client";
import type { FieldValues } from "../../src/studio/connection/entries-of.ts";

/** An entry as the server answers it. */
export function testEntry(version: number, fields: FieldValues, more: Partial<Entry> = {}): Entry {
  return {
    id: "1",
    type: "article",
    slug: "a",
    title: "A",
    version,
    status: "draft",
    isPublished: false,
    publishedVersion: null,
    schedule: null,
    assigneeId: null,
    actions: ["save"],
    createdAt: new Date(0),
    updatedAt: new Date(version),
    publishedAt: null,
    path: "/a",
    fields,
    ...more,
  };
}

export const testFields: FieldDescription[] = ["title", "body"].map((name) => ({
  name,
  kind: "text",
  label: name.charAt(0).toUpperCase() + name.slice(1),
  required: false,
}));
