import type { ContentType } from "@letterpress/model/content-type";
import { UpgradeError, upgradeFields } from "@letterpress/model/upgrade-fields";
import { fail } from "../errors.ts";

/** A draft or a revision, as it was stored. */
interface StoredDraft {
  schemaVersion: number;
  fields: unknown;
}

/**
 * The stored fields in the form of the type's current version: every read of a draft or a revision goes through here.
 * What a later deployment has saved is answered as it is. Throws `UPGRADE_FAILED`.
 */
export function currentFields(type: ContentType, stored: StoredDraft): Record<string, unknown> {
  try {
    return upgradeFields(type, stored.fields as Record<string, unknown>, stored.schemaVersion);
  } catch (error) {
    if (!(error instanceof UpgradeError)) throw error;
    return fail("UPGRADE_FAILED", { type: error.type, version: error.version, reason: error.reason });
  }
}

/**
 * The same, to write something that is made of them. Throws `ENTRY_NEWER` where a later deployment has saved them:
 * what only that one understands would be stored as if it was of this version.
 */
export function fieldsToChange(type: ContentType, stored: StoredDraft): Record<string, unknown> {
  const { schemaVersion } = stored;
  if (schemaVersion > type.version)
    return fail("ENTRY_NEWER", { type: type.name, version: schemaVersion, current: type.version });
  return currentFields(type, stored);
}
