import { fail } from "../errors.ts";

/** The same bytes, which fail with `UPLOAD_TOO_LARGE` where there are more than `maxBytes`. */
export async function* limitBytes(
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > maxBytes) fail("UPLOAD_TOO_LARGE", { maxBytes });
    yield chunk;
  }
}
