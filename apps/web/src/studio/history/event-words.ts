import type { PressEvent } from "@letterpress/client";

/**
 * What each event was, as the rest of a sentence that begins with who did it. `{entry}` is the entry, as a link; other
 * names stand for the event's details.
 */
export const eventWords: Readonly<Record<string, string>> = {
  "entry.created": "made {entry}",
  "entry.saved": "saved {entry}",
  "entry.restored": "restored version {restoredVersion} of {entry}",
  "entry.submitted": "submitted {entry} for review",
  "entry.withdrawn": "withdrew {entry} from review",
  "entry.sentBack": "sent {entry} back to its author",
  "entry.approved": "approved {entry}",
  "entry.scheduled": "scheduled {entry} for {scheduledFor}",
  "entry.unscheduled": "took {entry} off the schedule",
  "entry.scheduleFailed": "could not publish {entry}: {message}",
  "entry.published": "published {entry}",
  "entry.unpublished": "unpublished {entry}",
  "entry.upgraded": "brought {entry} up to date for readers",
  "entry.archived": "archived {entry}",
  "entry.reopened": "reopened {entry}",
  "entry.assigned": "assigned {entry} to {assigneeName}",
  "entry.deleted": "moved {entry} to the bin",
  "entry.undeleted": "restored {entry} from the bin",
  "entry.purged": "deleted {entry} for good",
  "comment.created": "commented on {entry}",
  "comment.resolved": "resolved a comment on {entry}",
  "comment.reopened": "reopened a comment on {entry}",
  "comment.deleted": "deleted a comment on {entry}",
  "preview.created": "made a preview link of {entry}",
  "asset.created": "uploaded a file",
  "asset.updated": "changed what is said of a file",
  "asset.deleted": "deleted a file",
  "release.created": "made the release {release}",
  "release.changed": "changed the release {release}",
  "release.scheduled": "scheduled the release {release} for {scheduledFor}",
  "release.unscheduled": "took the release {release} off the schedule",
  "release.published": "published the release {release}",
  "release.scheduleFailed": "could not publish the release {release}: {message}",
  "release.deleted": "deleted the release {release}",
  "redirect.created": "made a redirect from {path} to {target}",
  "redirect.deleted": "deleted the redirect from {path} to {target}",
  "user.created": "made a user",
  "user.signedIn": "signed in",
  "apiKey.created": "made an API key",
  "apiKey.revoked": "revoked an API key",
};

/** More than that, of events that say more: older ones do not. */
const fuller: Readonly<Record<string, { needs: string; words: string }>> = {
  "asset.created": { needs: "filename", words: "uploaded “{filename}”" },
  "asset.updated": { needs: "filename", words: "changed what is said of “{filename}”" },
  "asset.deleted": { needs: "filename", words: "deleted the file “{filename}”" },
  "user.created": { needs: "userName", words: "made the user {userName}, {role}" },
  "apiKey.created": { needs: "keyName", words: "made the API key “{keyName}”" },
  "apiKey.revoked": { needs: "keyName", words: "revoked the API key “{keyName}”" },
};

/** What was changed of a release. */
const releaseChanges: Readonly<Record<string, string>> = {
  added: "put “{entryTitle}” into the release {release}",
  exchanged: "changed what the release {release} does with “{entryTitle}”",
  removed: "took “{entryTitle}” out of the release {release}",
  renamed: "renamed the release “{oldTitle}” to {release}",
  described: "changed the note of the release {release}",
};

/** The words of one event; undefined for one that is newer than this page. */
export function wordsOf({ name, details, actor }: PressEvent): string | undefined {
  if (name === "entry.saved" && details.autosave === true) return "autosaved {entry}";
  if (name === "release.changed" && Object.hasOwn(releaseChanges, String(details.change)))
    return releaseChanges[String(details.change)];
  // The first of all made themselves.
  if (name === "user.created" && actor.kind === "nobody") return "set up the Studio, and is its owner";
  const more = fuller[name];
  return more && typeof details[more.needs] === "string" ? more.words : eventWords[name];
}
