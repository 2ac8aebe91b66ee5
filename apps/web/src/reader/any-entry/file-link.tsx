import type { Site } from "../data/site.ts";
import type { AnyFile } from "./field-shape.ts";
import { formatSize } from "./format-size.ts";

/** A file to download, with its kind and size. */
export function FileLink({ site, file }: { site: Site; file: AnyFile }) {
  const { url, filename, mimeType, size } = file;
  return (
    <span className="file-link">
      <a href={url} download={filename} type={mimeType}>
        {filename}
      </a>{" "}
      <span className="file-kind">
        {kindOf(file)}, {formatSize(size, site.info.locale)}
      </span>
    </span>
  );
}

/** What people call a kind of file: its extension, else the name in its media type. */
function kindOf({ filename, mimeType }: AnyFile): string {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(filename)?.[1];
  return (extension ?? mimeType.split("/").at(-1) ?? mimeType).toUpperCase();
}
