import type { ReaderAssets } from "../reader-request.ts";
import { StyleSheets } from "./style-sheets.tsx";

/**
 * Where the first screen ends: browsers draw what stands before without these style sheets, and what comes after with
 * them. Nothing above may need more than the styles of its first screen, or it moves when they arrive.
 */
export function RestOfStyles({ assets }: { assets: ReaderAssets }) {
  return assets.firstScreens ? <StyleSheets assets={assets} /> : null;
}
