import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Fewer bytes than this fit into one packet as they are. */
const worthwhile = 1_000;

/** What an `Accept-Encoding` comes to; browsers send a handful of them. */
const known = new Map<string | undefined, Encoding>([[undefined, "identity"]]);
const knownMax = 500;

/** The best encoding that a caller takes (RFC 9110, 12.5.3), of bytes that are worth it. */
export function encodingFor(accepted: string | undefined, size: number): Encoding {
  if (size < worthwhile) return "identity";
  const before = known.get(accepted);
  if (before) return before;
  const encoding = negotiate(accepted ?? "");
  if (known.size < knownMax) known.set(accepted, encoding);
  return encoding;
}

/** Compresses bytes that are sent many times, in a thread: the effort is spent once. */
export function compress(bytes: Buffer, encoding: Exclude<Encoding, "identity">): Promise<Buffer> {
  if (encoding === "gzip") return deflate(bytes, { level: 8 });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotli(bytes, { params: { [BROTLI_PARAM_QUALITY]: 8, [BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

function negotiate(accepted: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of accepted.split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    const q = parameters.find((one) => one.startsWith("q="))?.slice(2);
    const weight = q === undefined ? 1 : Number(q);
    if (name !== "") weights.set(name, Number.isFinite(weight) ? weight : 0);
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get("*") ?? 0;
  const [br, gz] = [weightOf("br"), weightOf("gzip")];
  if (br > 0 && br >= gz) return "br";
  return gz > 0 ? "gzip" : "identity";
}
