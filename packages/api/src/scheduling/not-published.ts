/** What is due was not published for a reason that may pass, and is still due; `cause` is the reason. */
export class NotPublished extends Error {
  override readonly name = "NotPublished";
  /** Of the entry or release. */
  readonly id: string;

  constructor(id: string, cause: unknown) {
    super("What is due could not be published; it is tried again.", { cause });
    this.id = id;
  }
}
