/** A file cannot be restored; the message tells the operator why, and what to do. */
export class BackupUnusable extends Error {
  override readonly name = "BackupUnusable";
}
