import { hash } from "node:crypto";
import { compress, type Encoding } from "./encodings.ts";
import type { Finished } from "./finished.ts";

/** The bytes of an answer in one encoding. */
export interface Variant {
  body: Buffer;
  etag: string;
  headers: Record<string, string>;
  /** The headers as `http.ServerResponse.writeHead` takes them fastest: names and values in turn. */
  head: string[];
  /** Those of the answer to whoever has these bytes already. */
  headUnchanged: string[];
  unchanged: Record<string, string>;
}

/** A finished answer with its encodings, each of which is made once, when somebody asks for it. */
export interface Answer {
  readonly status: number;
  /** As it was finished, without what is said of the bytes. */
  readonly headers: Record<string, string>;
  readonly plain: Variant;
  /** See {@link Finished}. */
  readonly keepsQuery: boolean;
  /** In this encoding, if it has been made. */
  made(encoding: Encoding): Variant | undefined;
  /** Where compressing fails or gains nothing, the bytes as they are. */
  make(encoding: Encoding): Promise<Variant>;
}

export function answerOf({ status, headers, body, keepsQuery = false }: Finished): Answer {
  const bytes = Buffer.from(body);
  // Strong, and of each encoding another one (RFC 9110, 8.8.3): a tag names bytes.
  const digest = hash("sha256", bytes, "base64url").slice(0, 22);
  const plain = variantOf(headers, bytes, digest, "identity");
  const variants = new Map<Encoding, Variant>([["identity", plain]]);
  const making = new Map<Encoding, Promise<Variant>>();

  async function encode(encoding: Exclude<Encoding, "identity">): Promise<Variant> {
    const encoded = await compress(bytes, encoding).catch(() => bytes);
    const variant = encoded.length < bytes.length ? variantOf(headers, encoded, digest, encoding) : plain;
    variants.set(encoding, variant);
    making.delete(encoding);
    return variant;
  }

  return {
    status,
    headers,
    plain,
    keepsQuery,
    made: (encoding) => variants.get(encoding),
    make(encoding) {
      const made = variants.get(encoding);
      if (made || encoding === "identity") return Promise.resolve(made ?? plain);
      const promise = making.get(encoding) ?? encode(encoding);
      making.set(encoding, promise);
      return promise;
    },
  };
}

const suffixes: Record<Encoding, string> = { identity: "", br: "-br", gzip: "-gz" };

function variantOf(
  common: Record<string, string>,
  body: Buffer,
  digest: string,
  encoding: Encoding,
): Variant {
  const etag = `"${digest}${suffixes[encoding]}"`;
  const { "content-type": type = "", vary, ...rest } = common;
  const unchanged = {
    ...rest,
    etag,
    vary: vary === undefined ? "accept-encoding" : `${vary}, accept-encoding`,
  };
  const headers = {
    "content-type": type,
    ...unchanged,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    "content-length": String(body.length),
  };
  const head = Object.entries(headers).flat();
  return { body, etag, headers, head, headUnchanged: Object.entries(unchanged).flat(), unchanged };
}
