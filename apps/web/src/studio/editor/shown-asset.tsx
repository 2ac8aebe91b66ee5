import { useQuery } from "@tanstack/react-query";
import { assetQuery } from "../connection/queries.ts";

/** A picture or file to look at. */
export function ShownAsset({ id }: { id: string }) {
  const { data: asset, error } = useQuery(assetQuery(id));
  if (error) return <span className="text-muted italic">Not there any more</span>;
  if (!asset) return "…";
  if (asset.kind === "file") return asset.filename;
  return <img src={asset.url} alt={asset.alt} className="max-h-40 rounded" />;
}
