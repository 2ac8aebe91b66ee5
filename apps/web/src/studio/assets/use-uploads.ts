import type { Asset, CallError } from "@letterpress/client";
import { useState } from "react";
import { uploadAsset, type Wanted } from "./upload-asset.ts";

interface Uploads {
  /** Files of this round that are through, well or not. */
  done: number;
  total: number;
  /** The file under way. */
  current: string | null;
  failures: { filename: string; problem: CallError }[];
}

const none: Uploads = { done: 0, total: 0, current: null, failures: [] };

/** Uploads files one after the other, and tells how far it is. */
export function useUploads(onUploaded?: (asset: Asset) => void, wanted: Wanted = {}) {
  const [uploads, setUploads] = useState(none);

  async function upload(files: File[]): Promise<void> {
    if (files.length === 0) return;
    setUploads((now) =>
      now.current === null ? { ...none, total: files.length } : { ...now, total: now.total + files.length },
    );
    for (const file of files) {
      setUploads((now) => ({ ...now, current: file.name }));
      const result = await uploadAsset(file, wanted);
      setUploads((now) => ({
        ...now,
        done: now.done + 1,
        current: now.done + 1 === now.total ? null : now.current,
        failures: result.ok
          ? now.failures
          : [...now.failures, { filename: file.name, problem: result.error }],
      }));
      if (result.ok) onUploaded?.(result.data);
    }
  }

  return { uploads, upload, isUploading: uploads.current !== null, dismiss: () => setUploads(none) };
}
