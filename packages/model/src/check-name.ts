import { ModelError } from "./model-error.ts";
import { isPlainObject } from "./plain-object.ts";

/** Characters of a name at most: names are parts of index rows and addresses. */
const nameMax = 60;

/** Checks the name of a type or field. Throws {@link ModelError}. */
export function checkName(place: string, what: "type" | "field" | "block", name: string): void {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
    throw new ModelError(
      place,
      `a ${what}'s name starts with a small letter, then letters and digits: rename it`,
    );
  if (name.length > nameMax)
    throw new ModelError(place, `a ${what}'s name has at most ${nameMax} characters: shorten it`);
  // What every object has already cannot be told from a value that was given.
  if (name === "prototype" || name in Object.prototype)
    throw new ModelError(place, `"${name}" has a meaning in JavaScript: choose another name`);
}

/** Refuses what `{ __proto__: … }` makes: fields that are there and in no list of them. Throws {@link ModelError}. */
export function checkPlainObject(place: string, fields: object): void {
  if (!isPlainObject(fields))
    throw new ModelError(place, 'these are fields in a plain object, and "__proto__" is no name for one');
}
