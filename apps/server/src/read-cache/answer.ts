import { hash } from "node:crypto";
import { compress, type Encoding } from "./encodings.ts";
import type { Finished } from "./finished.ts";
import { Variant } from "./variant.ts";

const encoder = new TextEncoder();

/**
 * A finished answer with its encodings, each of which is made once, when somebody asks for it. Thousands are kept, and
 * the garbage collector looks at every object of each: so an answer that nobody has asked for again is four of them.
 */
export class Answer {
  readonly status: number;
  /** As it was finished, without what is said of the bytes. Shared with other answers. */
  readonly headers: Record<string, string>;
  readonly plain: Variant;
  /** See {@link Finished}. */
  readonly keepsQuery: boolean;
  #encoded: Partial<Record<Encoding, Variant | Promise<Variant>>> | undefined;

  constructor({ status, headers, body, keepsQuery = false }: Finished) {
    // Bytes of their own: a slice of a pool would keep the whole of it.
    const { buffer, byteOffset, byteLength } = encoder.encode(body);
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    this.status = status;
    this.headers = headers;
    this.keepsQuery = keepsQuery;
    this.plain = new Variant(headers, bytes, hash("sha256", bytes, "base64url"), "identity");
    this.#encoded = undefined;
  }

  /** In this encoding, if it has been made. */
  made(encoding: Encoding): Variant | undefined {
    if (encoding === "identity") return this.plain;
    const variant = this.#encoded?.[encoding];
    return variant instanceof Variant ? variant : undefined;
  }

  /** Where compressing fails or gains nothing, the bytes as they are. */
  async make(encoding: Encoding): Promise<Variant> {
    if (encoding === "identity") return this.plain;
    this.#encoded ??= {};
    this.#encoded[encoding] ??= this.#encode(encoding);
    return this.#encoded[encoding];
  }

  async #encode(encoding: Exclude<Encoding, "identity">): Promise<Variant> {
    const { body, digest } = this.plain;
    const encoded = await compress(body, encoding).catch(() => body);
    const isSmaller = encoded.length < body.length;
    const variant = isSmaller ? new Variant(this.headers, encoded, digest, encoding) : this.plain;
    this.#encoded = { ...this.#encoded, [encoding]: variant };
    return variant;
  }
}
