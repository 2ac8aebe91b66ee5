import superjson, { type SuperJSONResult } from "superjson";
import { checkEnvelope } from "./check-envelope.ts";

/**
 * superjson with its doors shut: it decodes before any schema sees the input, and its annotations can ask for
 * cyclic objects, endless big integers or errors with stacks. Only dates and `undefined` are let in.
 */
export const transformer = {
  serialize(value: unknown): SuperJSONResult {
    const { json, meta } = superjson.serialize(value);
    // Without dedupe `json` is whole; the equalities would only tell that two parts were one object here.
    return meta?.values === undefined ? { json } : { json, meta: { values: meta.values, v: meta.v ?? 1 } };
  },
  deserialize(envelope: SuperJSONResult): unknown {
    checkEnvelope(envelope);
    return superjson.deserialize(envelope);
  },
};
