import type { Asset } from "@letterpress/api/assets/asset";
import { TRPCClientError } from "@trpc/client";
import { transformer } from "./transformer.ts";

interface Connection {
  base: string;
  headers: Record<string, string>;
  request: typeof globalThis.fetch;
}

/** Uploads are a stream of bytes to a route of their own, answered in the same envelope as a procedure. */
export function uploader({ base, headers, request }: Connection) {
  return async (file: Blob, options: { filename?: string; alt?: string } = {}): Promise<Asset> => {
    const name = options.filename ?? (file instanceof File ? file.name : "upload");
    const query = new URLSearchParams({ filename: name, ...(options.alt ? { alt: options.alt } : {}) });
    let body: { result?: { data: never }; error?: never };
    try {
      const response = await request(`${base}/uploads?${query}`, {
        method: "POST",
        headers: { ...headers, "content-type": file.type || "application/octet-stream" },
        body: file,
      });
      body = (await response.json()) as typeof body;
    } catch (error) {
      throw TRPCClientError.from(error as Error);
    }
    if (body.error) throw TRPCClientError.from({ error: transformer.deserialize(body.error) } as never);
    return transformer.deserialize(body.result?.data as never) as Asset;
  };
}
