/** The file is not a WordPress export that can be read. The message is a sentence for the person who gave the file. */
export class MalformedExport extends Error {
  override readonly name = "MalformedExport";
  /** Where reading stopped, counted from 1. */
  readonly line: number;
  readonly column: number;

  constructor(problem: string, line: number, column: number) {
    super(`${problem} (line ${line}, column ${column})`);
    this.line = line;
    this.column = column;
  }
}
