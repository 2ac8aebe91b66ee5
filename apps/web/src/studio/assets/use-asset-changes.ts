import type { CallError } from "@letterpress/client";
import { useState } from "react";
import { attempt } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { rememberAsset } from "./remember-asset.ts";

interface AssetChanges {
  alt?: string;
  focalPoint?: { x: number; y: number };
}

/** Changes to what is said of a picture: saved as they are made, for every entry that shows it. */
export function useAssetChanges(id: string) {
  const [state, setState] = useState<"idle" | "saving" | "saved">("idle");
  const [problem, setProblem] = useState<CallError | null>(null);

  async function save(changes: AssetChanges): Promise<void> {
    setState("saving");
    setProblem(null);
    const result = await attempt(press.assets.update({ id, ...changes }));
    setState(result.ok ? "saved" : "idle");
    if (result.ok) rememberAsset(result.data);
    else setProblem(result.error);
  }

  return { save, state, problem };
}
