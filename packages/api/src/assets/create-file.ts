import { createHash } from "node:crypto";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import type { Asset } from "./asset.ts";
import { limitBytes } from "./limit-bytes.ts";
import { requireMayUpload } from "./require-may-upload.ts";
import { storeAsset } from "./store-asset.ts";

/** Bytes of a file that is no picture at most: 100 MiB. */
export const maxFileBytes = 100 * 1024 * 1024;

interface Upload {
  filename: string;
  /** As its bytes were judged by `detectMediaType`. */
  mimeType: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** Keeps a file as it is, a chunk at a time in memory. Throws `UPLOAD_TOO_LARGE`, `NOT_SIGNED_IN` and `NOT_ALLOWED`. */
export async function createFile(deps: Deps, actor: Actor, upload: Upload): Promise<Asset> {
  requireMayUpload(actor);
  const hash = createHash("sha256");
  let size = 0;
  async function* measured() {
    for await (const chunk of limitBytes(upload.bytes, maxFileBytes)) {
      hash.update(chunk);
      size += chunk.byteLength;
      yield chunk;
    }
  }
  return storeAsset(deps, actor, {
    kind: "file",
    filename: upload.filename,
    mimeType: upload.mimeType,
    async write(store) {
      await store(measured());
      return { size, sha256: hash.digest("hex") };
    },
  });
}
