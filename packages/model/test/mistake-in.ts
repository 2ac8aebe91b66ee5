import { ModelError } from "../src/model-error.ts";

/** What a {@link ModelError} says of the declarations, and `nothing` without one. */
export function mistakeIn(declare: () => unknown): string {
  try {
    declare();
    return "nothing";
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    if (!error.message.startsWith(`${error.place}: `))
      throw new Error("It does not say where.", { cause: error });
    return error.message;
  }
}
