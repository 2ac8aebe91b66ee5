import { fail } from "../errors.ts";

const maxDepth = 64;
const maxValues = 100_000;
const allowedAnnotations = new Set(["Date", "undefined"]);

/**
 * Refuses a superjson envelope that would cost more than its size, before superjson walks it. Iterative, so that
 * nesting cannot exhaust the stack. Throws `BAD_INPUT`.
 */
export function checkEnvelope(envelope: unknown): void {
  if (envelope === undefined) return;
  if (typeof envelope !== "object" || envelope === null || Array.isArray(envelope))
    refuse('send an object of the form { "json": …, "meta": … }');
  const { json, meta, ...rest } = envelope as Record<string, unknown>;
  if (Object.keys(rest).length > 0) refuse('the envelope has only "json" and "meta"');
  checkTree(json, "json", (text) => {
    // PostgreSQL keeps neither.
    if (text.includes("\0")) refuse("a text holds the character U+0000");
    if (!text.isWellFormed()) refuse("a text holds half a character (a lone surrogate)");
  });
  if (meta === undefined) return;
  if (typeof meta !== "object" || meta === null || Array.isArray(meta)) refuse("meta is no object");
  const { values, v, ...unknownMeta } = meta as Record<string, unknown>;
  if (v !== undefined && v !== 1) refuse("unknown version of superjson");
  if (Object.keys(unknownMeta).length > 0) refuse(`meta.${Object.keys(unknownMeta)[0]} is not accepted`);
  checkTree(values, "meta", (leaf) => {
    if (!allowedAnnotations.has(leaf)) refuse(`a value of the kind "${leaf.slice(0, 40)}" is not accepted`);
  });
}

function checkTree(root: unknown, name: string, checkString: (leaf: string) => void) {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  let seen = 0;
  for (let item = open.pop(); item; item = open.pop()) {
    if (++seen > maxValues) refuse(`${name} holds more than ${maxValues} values`);
    if (item.depth > maxDepth) refuse(`${name} is nested deeper than ${maxDepth}`);
    if (typeof item.value === "string") checkString(item.value);
    if (typeof item.value !== "object" || item.value === null) continue;
    for (const [key, value] of Object.entries(item.value)) {
      if (key === "__proto__" || key === "constructor" || key === "prototype")
        refuse(`"${key}" cannot be the name of a value`);
      open.push({ value, depth: item.depth + 1 });
    }
  }
}

function refuse(message: string): never {
  return fail("BAD_INPUT", { issues: [{ path: "", message }] });
}
