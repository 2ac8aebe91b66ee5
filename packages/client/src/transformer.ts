import superjson, { type SuperJSONResult } from "superjson";

/** superjson as the server speaks it: values and their kinds, without the equalities that it refuses. */
export const transformer = {
  serialize(value: unknown): SuperJSONResult {
    const { json, meta } = superjson.serialize(value);
    return meta?.values === undefined ? { json } : { json, meta: { values: meta.values, v: meta.v ?? 1 } };
  },
  deserialize: (envelope: SuperJSONResult): unknown => superjson.deserialize(envelope),
};
