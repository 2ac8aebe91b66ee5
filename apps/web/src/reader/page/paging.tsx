import { wording } from "../wording.ts";
import { pagedAddress } from "./paged-address.ts";

interface PagingProps {
  /** Path of the list's first page. */
  path: string;
  isFirst: boolean;
  nextCursor: string | null;
}

/** Leads on to older entries and back to the newest. */
export function Paging({ path, isFirst, nextCursor }: PagingProps) {
  if (isFirst && nextCursor === null) return null;
  return (
    <nav className="paging" aria-label={wording.morePages}>
      {isFirst ? null : (
        <a className="paging-newest" href={path}>
          {wording.newest}
        </a>
      )}
      {nextCursor === null ? null : (
        <a className="paging-older" href={pagedAddress(path, nextCursor)} rel="next">
          {wording.older}
        </a>
      )}
    </nav>
  );
}
