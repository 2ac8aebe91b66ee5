import superjson, { type SuperJSONResult } from "superjson";
import { checkEnvelope } from "./check-envelope.ts";
import { plainEnvelope } from "./plain-envelope.ts";

/**
 * superjson with its doors shut: it decodes before any schema sees the input, and its annotations can ask for
 * cyclic objects, endless big integers or errors with stacks. Only dates and `undefined` are let in.
 */
export const transformer = {
  /** The envelope may share objects with `value`: write it down before anything changes them. */
  serialize(value: unknown): SuperJSONResult {
    const envelope = plainEnvelope(value);
    if (envelope !== null) return envelope;
    const { json, meta } = superjson.serialize(value);
    // Without dedupe `json` is whole; the equalities would only tell that two parts were one object here.
    return meta?.values === undefined ? { json } : { json, meta: { values: meta.values, v: meta.v ?? 1 } };
  },
  /** The value may share objects with `envelope`. */
  deserialize(envelope: SuperJSONResult): unknown {
    checkEnvelope(envelope);
    return envelope.meta === undefined ? envelope.json : superjson.deserialize(envelope);
  },
};
