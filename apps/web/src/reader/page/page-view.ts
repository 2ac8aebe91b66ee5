import type { Image } from "@letterpress/client";
import type { ReactElement } from "react";
import type { FirstScreen } from "../reader-request.ts";

/** What a template makes of an address: the part of a page that is its own, and what machines are told of it. */
export interface PageView {
  status: 200 | 403 | 404;
  /** Its one right address: path and query. `null` where there is nothing at the address. */
  address: string | null;
  /** For tabs, search results and shared links; the publication's name is added to it. */
  title: string;
  description: string;
  /** Further pages of a list are read by people, and no search result should lead there. */
  indexed: boolean;
  kind: "website" | "article" | "profile";
  /** Whose styles it opens with. Its `main` says with `RestOfStyles` where they end. */
  firstScreen: FirstScreen;
  image?: Image | undefined;
  /** OpenGraph properties beside the usual ones, such as `article:tag`. */
  properties?: [name: string, content: string][];
  jsonLd: object[];
  main: ReactElement;
  /** When the newest of the entries that it shows was last published. */
  lastModified?: Date | undefined;
}
