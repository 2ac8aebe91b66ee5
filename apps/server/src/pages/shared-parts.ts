import type { Press } from "@letterpress/client";
import type { MomentReads } from "@letterpress/db/reads-of-one-moment";
import type { Parts } from "@letterpress/web/reader-request";
import { withAssetSources } from "../read-cache/asset-sources.ts";
import type { KeptParts } from "./kept-parts.ts";

interface SharedPartsOptions {
  kept: KeptParts;
  /** The reads of the page. */
  one: MomentReads;
  /** The last event that nothing kept is from before. */
  seen: () => bigint | undefined;
  /** Those of the page, to which those of its parts are added. */
  sources: Set<string>;
  /** The procedures, which say in the set what they read. */
  pressFor: (sources: Set<string>) => Press;
}

/**
 * The parts that a page shares with others. It takes a kept one where it is of the very moment of its own reads: made
 * no later, and not dropped by any event until then. So no page is made of two moments, not even while events are on
 * their way.
 */
export function sharedParts({ kept, one, seen, sources, pressFor }: SharedPartsOptions): Parts {
  return {
    async get<Part>(name: string, make: (press: Press) => Promise<Part>): Promise<Part> {
      const part = kept.get(name);
      const latest = seen();
      const { moment } = one;
      if (
        part &&
        latest !== undefined &&
        typeof moment === "bigint" &&
        part.moment <= moment &&
        moment <= latest
      ) {
        for (const source of part.sources) sources.add(source);
        return part.value as Part;
      }
      const filling = kept.begin(name);
      const own = new Set<string>();
      try {
        const value = await make(pressFor(own));
        const from = withAssetSources(own, JSON.stringify(value));
        for (const source of from) sources.add(source);
        // What happened before it was known what happens may never be told to those who keep it.
        if (latest !== undefined && typeof one.moment === "bigint")
          filling.keep({ value, sources: from, moment: one.moment });
        return value;
      } finally {
        filling.end();
      }
    },
  };
}
