/** A mistake in the content types, found when they are declared. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  /** Where the mistake is, for example `article.fields.author`. */
  readonly place: string;

  constructor(place: string, problem: string) {
    super(`${place}: ${problem}.`);
    this.place = place;
  }
}
