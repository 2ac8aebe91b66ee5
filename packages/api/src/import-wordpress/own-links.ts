import type { ContentModel } from "@letterpress/model/content-type";
import { entryPath } from "@letterpress/model/entry-path";
import type { Deps } from "../deps.ts";
import { mainLocale } from "../model/main-locale.ts";
import type { Survey } from "./survey-export.ts";

/** Addresses in markdown and in the HTML that may stand in it: what is before one, the address, its fragment. */
const link = /(\]\(<?|\bhref=")(https?:[^\s)>"#]+)(#[^\s)>"]*)?/g;

/** Points links between entries of the old site at the same entries here. All other links stay as they are. */
export type RewriteLinks = (markdown: string) => string;

export async function ownLinks({ db, model }: Deps, survey: Survey): Promise<RewriteLinks> {
  // An entry whose slug somebody else has will get another one, which is not known yet: links to it stay.
  const slugs = survey.addresses.map(({ slug }) => slug);
  const taken = await db.entry.findMany({
    where: {
      locale: mainLocale,
      slug: { in: slugs },
      deletedAt: null,
      imports: { none: { source: survey.source } },
    },
    select: { type: true, slug: true },
  });
  const isTaken = new Set(taken.map(({ type, slug }) => `${type}/${slug}`));
  const paths = new Map<string, string>();
  for (const { old, type, slug } of survey.addresses) {
    const path = pathOf(model, type, slug);
    const key = keyOf(old);
    if (path !== null && key !== undefined && !isTaken.has(`${type}/${slug}`)) paths.set(key, path);
  }
  return (markdown) =>
    markdown.replace(link, (whole, before: string, address: string, fragment = "") => {
      const path = paths.get(keyOf(address) ?? "");
      return path === undefined ? whole : before + path + fragment;
    });
}

function pathOf(model: ContentModel, type: string, slug: string): string | null {
  return model[type] ? entryPath(model[type], slug) : null;
}

/** Sites move from http to https, and write their addresses with a last slash or without. */
function keyOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { host, pathname, search } = new URL(address);
  // The site's own address is no entry's.
  return pathname === "/" && search === "" ? undefined : `${host}${pathname.replace(/\/+$/, "")}${search}`;
}
