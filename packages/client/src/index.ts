// What other apps import. Types of the content model come along, inferred from the server's own procedures.

export type { ApiKeyScope, Role } from "@letterpress/api/access/permissions";
export type { ApiKey } from "@letterpress/api/api-keys/api-key";
export type { Published, Read } from "@letterpress/api/app-router";
export type { Asset, FileAsset, ImageAsset } from "@letterpress/api/assets/asset";
export type { Me } from "@letterpress/api/auth/auth.router";
export type { CountedPage } from "@letterpress/api/content/content-calls";
export type { Entry, EntrySummary } from "@letterpress/api/entries/entry";
export type { EntryStatus } from "@letterpress/api/entries/entry-status";
export type { EntryChoice } from "@letterpress/api/entries/list-choices";
export type { Revision, RevisionSummary } from "@letterpress/api/entries/revision";
export type { ErrorCode } from "@letterpress/api/errors";
export type { Page } from "@letterpress/api/listing/page";
export type { PublicationInfo } from "@letterpress/api/publication/publication.router";
export type { JsonValue } from "@letterpress/model/canonical-json";
export type { FieldDescription, TypeDescription } from "@letterpress/model/describe-type";
export type { StoredFile } from "@letterpress/model/fields/file";
export type { Image } from "@letterpress/model/fields/image";
export type { RenderedMarkdown, TocItem } from "@letterpress/model/fields/markdown";
export type { Reference } from "@letterpress/model/fields/reference";
export { type ClientOptions, createClient, type PressClient } from "./create-client.ts";
export { type Press, pressOf } from "./press.ts";
export { type CallError, type Result, safe } from "./safe.ts";
