import type { Asset, ImageAsset } from "@letterpress/api/assets/asset";
import { TRPCClientError } from "@trpc/client";
import type { SuperJSONResult } from "superjson";
import { transformer } from "./transformer.ts";

interface Connection {
  base: string;
  headers: Record<string, string>;
  request: typeof globalThis.fetch;
}

interface UploadOptions {
  /** Defaults to the file's own name. */
  filename?: string;
  /** What a picture shows, in words. */
  alt?: string;
  /** `image` takes nothing but a picture. */
  kind?: "image";
  /** Media types that are taken, or patterns such as `audio/*`; any unless told. */
  accept?: readonly string[];
}

/**
 * Uploads a file. The server tells what it is by its bytes: a JPEG, PNG, WebP, AVIF or GIF becomes a picture with its
 * smaller sizes, anything else is kept as it is. Fails with `UPLOAD_NOT_AN_IMAGE`, `UPLOAD_NOT_ACCEPTED` or
 * `UPLOAD_TOO_LARGE`.
 */
export interface Upload {
  (file: Blob, options: UploadOptions & { kind: "image" }): Promise<ImageAsset>;
  (file: Blob, options?: UploadOptions): Promise<Asset>;
}

interface Envelope {
  result?: { data: SuperJSONResult };
  error?: SuperJSONResult;
}

/** Uploads are a stream of bytes to a route of their own, answered in the same envelope as a procedure. */
export function uploader({ base, headers, request }: Connection): Upload {
  const upload = async (file: Blob, options: UploadOptions = {}): Promise<Asset> => {
    const { filename = "name" in file ? String(file.name) : "upload", alt, kind, accept } = options;
    const query = new URLSearchParams({
      filename,
      ...(alt ? { alt } : {}),
      ...(kind ? { kind } : {}),
      ...(accept ? { accept: accept.join(",") } : {}),
    });
    try {
      const response = await request(`${base}/uploads?${query}`, {
        method: "POST",
        headers: { ...headers, "content-type": file.type || "application/octet-stream" },
        body: file,
      });
      // What stands in between may answer in its stead: whatever it says, the call has failed.
      const { result, error } = (await response.json()) as Envelope;
      if (result) return transformer.deserialize(result.data) as Asset;
      throw TRPCClientError.from({ error: error && transformer.deserialize(error) } as never);
    } catch (error) {
      throw TRPCClientError.from(error as Error);
    }
  };
  return upload as Upload;
}
