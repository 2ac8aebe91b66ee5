/** Tells a CDN what it must not show any more. */
export interface PurgePort {
  /** Tags that one call may name. */
  readonly tagsAtOnce: number;
  /**
   * Resolves when the CDN has taken it: answers with any of these tags are gone for good, not kept as stale. Throws
   * {@link PurgeRefused}, and whatever else went wrong on the way.
   */
  purge(tags: string[], signal: AbortSignal): Promise<void>;
}

/** The CDN answered, and did not do it. */
export class PurgeRefused extends Error {
  override readonly name = "PurgeRefused";
  /** Milliseconds after which it wants to be asked again, where it says so. */
  readonly retryAfter: number | undefined;

  constructor(message: string, retryAfter?: number) {
    super(message);
    this.retryAfter = retryAfter;
  }
}
