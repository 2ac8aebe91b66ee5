import type { TypeChange } from "./compare-types.ts";

/** What an operator is told to run. */
export const upgradeCommand = "npm run letterpress -- content upgrade";

export interface ChangeFacts {
  type: string;
  /** The type's version now. */
  version: number;
  /** Whether that was counted up along with the change, or is an earlier one again. */
  isNewVersion: boolean;
  isRollback: boolean;
  entries: number;
  published: { schemaVersion: number; count: number }[];
  /** Drafts that hold what is gone; `undefined` for parts of a field, which are not counted. */
  drafts: number | undefined;
}

/** One line that says what changed in a content type, and what that means. */
export function explainChange(change: TypeChange, facts: ChangeFacts): string {
  const { type, version, isNewVersion, isRollback, entries } = facts;
  switch (change.what) {
    case "typeAdded":
      if (entries === 0) return `${type} is a new content type. Nothing to do.`;
      return `${type} is a content type again, with the ${many(entries, "entry", "entries")} that it had.${outdated(facts)}`;
    case "typeRemoved":
      if (entries === 0) return `${type} is no content type any more. Nothing to do: it has no entries.`;
      return `${type} is no content type any more: its ${many(entries, "entry", "entries")} cannot be reached until it is one again. Nothing is deleted.`;
    case "versionChanged":
      if (change.to < change.from)
        return `${type} went back from version ${change.from} to ${change.to}: what version ${change.from} has saved can be read, and changed again once that is back.`;
      return `${type} went from version ${change.from} to ${change.to}. Drafts are upgraded as they are read.${outdated(facts) || " Nothing to do: no published entry is older."}`;
    case "fieldAdded":
      if (!change.required) return `${type} has a new field, ${change.field}. Nothing to do.`;
      return `${type} has a new field, ${change.field}, which publishing asks for: what is published reads with an empty one until it is published again${isNewVersion ? " or upgraded" : ""}.`;
    case "fieldRemoved":
      if (isNewVersion)
        return `The field ${change.field} is gone from ${type}: what becomes of its values is for the upgrade to version ${version} to say.`;
      return `The field ${change.field} is gone from ${type}${stillHeld(facts)}; nothing is deleted.`;
    case "kindChanged":
      if (isNewVersion)
        return `The field ${change.field} of ${type} changed from ${change.from} to ${change.to}: its values are for the upgrade to version ${version} to convert.`;
      if (isRollback)
        return `The field ${change.field} of ${type} went back from ${change.from} to ${change.to}: if it stays so, published entries are found by it again after ${upgradeCommand} --all --type ${type}`;
      return `The field ${change.field} of ${type} changed from ${change.from} to ${change.to} without a new version: older published entries read as if it was missing until they are published again or upgraded. Count up "version" of ${type}, with a step that converts the values.`;
    case "becameRequired":
      return `Publishing asks for ${change.field} of ${type} from now on. Nothing to do: what is published stays as it is.`;
    case "defaultChanged":
      return `${change.field} of ${type} has another default from now on. Nothing to do: what is published with a value keeps it.`;
    case "optionRemoved":
      return `${change.option} can no longer be chosen for ${change.field} of ${type}${stillHeld(facts)}; publishing asks for another, and published entries ${change.of === "blocks" ? "read without it" : "keep it"}.`;
  }
}

/** Says which published entries wait for an upgrade, with a space in front; empty where there are none. */
export function outdated({
  type,
  version,
  published,
}: Pick<ChangeFacts, "type" | "version" | "published">): string {
  const older = published.filter(({ schemaVersion }) => schemaVersion < version);
  if (older.length === 0) return "";
  const counts = older.map(
    ({ schemaVersion, count }) =>
      `${many(count, "published entry is", "published entries are")} in version ${schemaVersion}`,
  );
  return ` ${counts.join(", ")} of ${type}: run ${upgradeCommand}`;
}

function stillHeld({ drafts }: ChangeFacts): string {
  if (drafts === undefined) return "";
  return drafts === 0
    ? ": no draft holds it"
    : `: ${many(drafts, "draft still holds", "drafts still hold")} it`;
}

function many(count: number, one: string, more: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : more}`;
}
