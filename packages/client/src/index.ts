// What other apps import. Types of the content model come along, inferred from the server's own procedures.

export type { ApiKeyScope, Role } from "@letterpress/api/access/permissions";
export type { ApiKey } from "@letterpress/api/api-keys/api-key";
export type { Published, Read } from "@letterpress/api/app-router";
export type { Asset, FileAsset, ImageAsset } from "@letterpress/api/assets/asset";
export type { Me } from "@letterpress/api/auth/auth.router";
export type { BinnedEntry } from "@letterpress/api/bin/binned-entry";
export type { RestoredEntry } from "@letterpress/api/bin/restore-entry";
export type { CalendarItem } from "@letterpress/api/calendar/list-calendar";
export type { Comment } from "@letterpress/api/comments/comment";
export type { CountedPage } from "@letterpress/api/content/content-calls";
export type { Waiting } from "@letterpress/api/desk/list-waiting";
export type { BulkAction, BulkFailure, BulkResult } from "@letterpress/api/entries/bulk-change";
export type { Entry, EntrySchedule, EntrySummary, ScheduleFailure } from "@letterpress/api/entries/entry";
export type { EntryStatus } from "@letterpress/api/entries/entry-status";
export type { EntryChoice } from "@letterpress/api/entries/list-choices";
export type { Referrers } from "@letterpress/api/entries/list-referrers";
export type { Revision, RevisionSummary } from "@letterpress/api/entries/revision";
export type { FieldComparison, ReleaseProblem, StaleDetails } from "@letterpress/api/error-details";
export type { ErrorCode } from "@letterpress/api/errors";
export type { LiveMessage } from "@letterpress/api/events/event-stream";
export type { PressEvent } from "@letterpress/api/events/press-event";
export type { Page } from "@letterpress/api/listing/page";
export type { PreviewLink } from "@letterpress/api/preview/create-preview-link";
export type { PublicationInfo } from "@letterpress/api/publication/publication.router";
export type { HiddenReference, PublishPlan } from "@letterpress/api/publishing/publish-plan";
export type { UpcomingChange } from "@letterpress/api/releases/list-upcoming";
export type {
  Release,
  ReleaseAction,
  ReleaseItem,
  ReleaseSchedule,
  ReleaseSummary,
} from "@letterpress/api/releases/release";
export type { ReleaseReference } from "@letterpress/api/releases/release-references";
export type { UserChoice } from "@letterpress/api/users/list-user-choices";
export type { WorkflowAction } from "@letterpress/api/workflow/transitions";
export type { JsonValue } from "@letterpress/model/canonical-json";
export type { FieldDescription, TypeDescription } from "@letterpress/model/describe-type";
export type { StoredFile } from "@letterpress/model/fields/file";
export type { Image } from "@letterpress/model/fields/image";
export type { RenderedMarkdown, TocItem } from "@letterpress/model/fields/markdown";
export type { Reference } from "@letterpress/model/fields/reference";
export { type ClientOptions, createClient, type PressClient } from "./create-client.ts";
export { type Press, pressOf } from "./press.ts";
export { type CallError, type Result, safe } from "./safe.ts";
export type { SubscribeOptions } from "./subscriber.ts";
