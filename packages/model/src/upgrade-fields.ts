import type { ContentType, StoredFields } from "./content-type.ts";
import { isPlainObject } from "./plain-object.ts";

/** A step of a type's `upgrade` did not make fields of the next version. That is a mistake in the content type. */
export class UpgradeError extends Error {
  override readonly name = "UpgradeError";
  readonly type: string;
  /** The version that the failing step starts from. */
  readonly version: number;
  readonly reason: string;

  constructor(type: string, version: number, reason: string, options?: ErrorOptions) {
    super(`${type}.upgrade.${version}: ${reason}`, options);
    this.type = type;
    this.version = version;
    this.reason = reason;
  }
}

/**
 * Brings stored fields from the version that they were saved in to the type's current one. Fields of a version above
 * that, which a later deployment has saved, are left as they are. The steps get copies: what is given stays as it was.
 * Throws {@link UpgradeError}.
 */
export function upgradeFields(type: ContentType, fields: StoredFields, fromVersion: number): StoredFields {
  let current = fields;
  for (let version = fromVersion; version < type.version; version++)
    current = runStep(type, current, version);
  return current;
}

function runStep(type: ContentType, fields: StoredFields, version: number): StoredFields {
  const step = type.upgrade[version];
  if (!step)
    throw new UpgradeError(type.name, version, `There is no step that makes version ${version + 1}.`);
  let made: unknown;
  try {
    made = step(structuredClone(fields));
  } catch (error) {
    throw new UpgradeError(type.name, version, `The step failed: ${reasonOf(error)}.`, { cause: error });
  }
  if (!isPlainObject(made))
    throw new UpgradeError(type.name, version, "The step returned no plain object: return all the fields.");
  return stored(type, made, version);
}

/** What a database would give back of it: dates as text, nothing undefined. The slug is a column of its own. */
function stored(type: ContentType, made: Record<string, unknown>, version: number): StoredFields {
  try {
    const { slug: _slug, ...fields } = JSON.parse(JSON.stringify(made)) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  } catch (error) {
    const reason = `The step returned what is no JSON: ${reasonOf(error)}.`;
    throw new UpgradeError(type.name, version, reason, { cause: error });
  }
}

/** The first line: V8 explains a cycle in many. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0]?.replace(/\.$/, "") ?? "";
}
