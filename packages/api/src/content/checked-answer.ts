import { z } from "zod";
import type { WireText } from "../wire/wire-text.ts";

const checked = new WeakSet<object>();

/** Says of an answer that every part of it has been through its output schema: see {@link readEntry}. */
export function checkedAnswer<Answer extends object>(answer: Answer): Answer {
  checked.add(answer);
  return answer;
}

/** A procedure's output schema that takes a {@link checkedAnswer} as it is and puts all else through `schema`. */
export function unlessChecked<Schema extends z.ZodType>(schema: Schema) {
  return z.union([
    z.custom<z.output<Schema> | WireText>(
      (answer) => typeof answer === "object" && answer !== null && checked.has(answer),
    ),
    schema,
  ]);
}
