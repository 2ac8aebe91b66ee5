import type { Asset } from "@letterpress/client";
import { assetQuery, assetsKey } from "../connection/queries.ts";
import { queryClient } from "../connection/query-client.ts";

/** Shows an asset as the server just answered it, here at once and in lists after they asked again. */
export function rememberAsset(asset: Asset): void {
  queryClient.setQueryData(assetQuery(asset.id).queryKey, asset);
  refreshAssetLists();
}

export function refreshAssetLists(): void {
  void queryClient.invalidateQueries({ queryKey: [...assetsKey, "list"] });
}
