/** What a WordPress export (WXR 1.0 to 1.2) says, one record at a time, in the order of the file. */
export type ExportRecord = SiteRecord | AuthorRecord | CategoryRecord | TagRecord | TermRecord | ItemRecord;

/** Comes first. Texts that the file leaves out are empty. */
export type SiteRecord = {
  kind: "site";
  title: string;
  link: string;
  wxrVersion: string;
  baseBlogUrl: string;
};

/** WXR 1.0 has none of these: there the items' `creator` is all that is known. */
export type AuthorRecord = {
  kind: "author";
  login: string;
  email: string;
  displayName: string;
  firstName: string;
  lastName: string;
};

export type CategoryRecord = {
  kind: "category";
  slug: string;
  name: string;
  parentSlug: string;
  description: string;
};

export type TagRecord = { kind: "tag"; slug: string; name: string; description: string };

/** A term of any other taxonomy: menus, post formats, a plugin's own. */
export type TermRecord = {
  kind: "term";
  taxonomy: string;
  slug: string;
  name: string;
  parentSlug: string;
  description: string;
};

/** Everything WordPress calls a post: posts, pages, attachments, menu entries, a plugin's own types. */
export type ItemRecord = {
  kind: "item";
  /** The line of the file where it begins, counted from 1. */
  line: number;
  postId: string;
  postType: string;
  title: string;
  /** WordPress's `post_name`: often percent-encoded, empty for most drafts. */
  slug: string;
  link: string;
  status: string;
  date: Date | undefined;
  modified: Date | undefined;
  creator: string;
  excerpt: string;
  content: string;
  parentId: string;
  menuOrder: number;
  password: string;
  terms: ItemTerm[];
  /** Where an attachment's file lies; empty for everything else. */
  attachmentUrl: string;
  /** The attachment that is the item's featured image. */
  thumbnailId: string | undefined;
  /** An attachment's alternative text. */
  imageAlt: string | undefined;
  commentCount: number;
};

/** `taxonomy` is "category", "post_tag" or a plugin's own; `slug` is WordPress's `nicename`. */
export type ItemTerm = { taxonomy: string; slug: string; name: string };
