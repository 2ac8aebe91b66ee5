import type { Encoding } from "./encodings.ts";

const suffixes: Record<Encoding, string> = { identity: "", br: "-br", gzip: "-gz" };

/** The bytes of an answer in one encoding. Most are sent once: what is said of them is kept from the second time on. */
export class Variant {
  readonly body: Buffer;
  /** Names the bytes before they were encoded. */
  readonly digest: string;
  readonly #common: Record<string, string>;
  readonly #encoding: Encoding;
  #head: string[] | undefined;
  #headUnchanged: string[] | undefined;

  constructor(common: Record<string, string>, body: Buffer, digest: string, encoding: Encoding) {
    this.body = body;
    this.digest = digest;
    this.#common = common;
    this.#encoding = encoding;
    this.#head = undefined;
    this.#headUnchanged = undefined;
  }

  /** Strong, and of each encoding another one (RFC 9110, 8.8.3): a tag names bytes. */
  get etag(): string {
    return `"${this.digest.slice(0, 22)}${suffixes[this.#encoding]}"`;
  }

  /** Names and values in turn, as `http.ServerResponse.writeHead` takes them fastest. */
  get head(): string[] {
    this.#head ??= Object.entries(this.headers()).flat();
    return this.#head;
  }

  /** Those of the answer to whoever has these bytes already. */
  get headUnchanged(): string[] {
    this.#headUnchanged ??= Object.entries(this.headersUnchanged()).flat();
    return this.#headUnchanged;
  }

  headers(): Record<string, string> {
    const headers = this.headersUnchanged();
    headers["content-type"] = this.#common["content-type"] ?? "";
    if (this.#encoding !== "identity") headers["content-encoding"] = this.#encoding;
    headers["content-length"] = String(this.body.length);
    return headers;
  }

  headersUnchanged(): Record<string, string> {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(this.#common))
      if (name !== "content-type") headers[name] = value;
    headers.etag = this.etag;
    const { vary } = this.#common;
    headers.vary = vary === undefined ? "accept-encoding" : `${vary}, accept-encoding`;
    return headers;
  }
}
