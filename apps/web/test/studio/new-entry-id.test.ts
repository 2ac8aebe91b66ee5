import { expect, it } from "vitest";
import { newEntryId } from "../../src/studio/editor/new-entry-id.ts";

it("ids of new entries are UUIDs of version 7, and sort by time", () => {
  const ids = [1, 1_700_000_000_000, 1_800_000_000_000].map(newEntryId);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.toSorted()).toEqual(ids);
  expect(newEntryId(1)).not.toBe(newEntryId(1));
});
