import type { Field } from "./field.ts";
import { ModelError } from "./model-error.ts";
import { isStorableText } from "./storable-text.ts";

/** Characters of an option at most: it is part of an index row. */
const optionMax = 200;

/** Checks the constraints and choices of a field. Throws {@link ModelError}. */
export function checkSettings(place: string, field: Field): void {
  if (field.mistake !== undefined) throw new ModelError(place, field.mistake);
  const { min, max, options } = field.settings;
  checkBound(place, field, "min", min);
  checkBound(place, field, "max", max);
  if (min !== undefined && max !== undefined && min > max)
    throw new ModelError(place, `its min (${min}) is above its max (${max}): swap or change them`);
  if (options) checkOptions(place, options, min ?? 0);
}

function checkBound(place: string, { kind }: Field, name: "min" | "max", bound: number | undefined) {
  if (bound === undefined) return;
  if (!Number.isFinite(bound)) throw new ModelError(place, `its ${name} (${bound}) is no number: give one`);
  // Those of a number are values, all others count.
  if (kind !== "number" && (!Number.isSafeInteger(bound) || bound < 0))
    throw new ModelError(place, `its ${name} (${bound}) counts: give a whole number from 0`);
}

function checkOptions(place: string, options: readonly string[], min: number) {
  if (options.length === 0) throw new ModelError(place, "it has no options: name one");
  const twice = options.find((option, index) => options.indexOf(option) !== index);
  if (twice !== undefined) throw new ModelError(place, `it names its option "${twice}" twice: take one away`);
  // Publishing takes spaces alone for no value.
  if (options.some((option) => option.trim() === ""))
    throw new ModelError(place, "one of its options is empty: name it, or make the field optional");
  if (options.some((option) => option.length > optionMax || !isStorableText(option)))
    throw new ModelError(place, `an option is a text of at most ${optionMax} characters: shorten it`);
  if (min > options.length)
    throw new ModelError(place, `its min (${min}) is above the number of its options (${options.length})`);
}
