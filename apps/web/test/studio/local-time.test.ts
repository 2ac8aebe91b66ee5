import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fromLocalTime, toLocalTime, zoneAt } from "../../src/studio/fields/local-time.ts";

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = "Europe/Berlin";
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe("a moment in the editor's time zone", () => {
  it("is shown in local time and kept in UTC, in summer as in winter", () => {
    for (const [utc, local] of [
      ["2026-12-31T17:30:00.000Z", "2026-12-31T18:30"],
      ["2026-07-01T22:30:00.000Z", "2026-07-02T00:30"],
      ["0800-01-01T12:00:00.000Z", toLocalTime("0800-01-01T12:00:00.000Z")],
    ] as const) {
      expect(toLocalTime(utc)).toBe(local);
      expect(fromLocalTime(local)).toBe(utc);
    }
  });

  it("keeps seconds and milliseconds that somebody else has set", () => {
    const utc = "2026-12-31T17:30:05.040Z";
    expect(toLocalTime(utc)).toBe("2026-12-31T18:30:05.040");
    expect(fromLocalTime(toLocalTime(utc))).toBe(utc);
  });

  it("is none while the box is unfinished", () => {
    expect(fromLocalTime("")).toBeNull();
    expect(fromLocalTime("2026-12-31")).toBeNull();
    expect(toLocalTime("tomorrow")).toBe("");
  });

  it("names the zone with its offset at that moment", () => {
    expect(zoneAt(new Date("2026-12-31T12:00:00Z"))).toBe("Europe/Berlin, GMT+1");
    expect(zoneAt(new Date("2026-07-01T12:00:00Z"))).toBe("Europe/Berlin, GMT+2");
  });
});
