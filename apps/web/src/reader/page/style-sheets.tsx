import type { ReaderAssets } from "../reader-request.ts";

/** Links to the style sheets. */
export function StyleSheets({ assets }: { assets: ReaderAssets }) {
  return assets.stylesheets.map((href) => <link key={href} rel="stylesheet" href={href} />);
}
