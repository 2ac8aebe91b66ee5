/** What keeps a folder from being imported, for the person who can mend it. */
export interface Problem {
  file: string;
  /** From 1; 0 where it is about the whole file. */
  line: number;
  message: string;
}

/** A folder cannot be imported, and nothing of it was. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    const lines = problems.map(
      ({ file, line, message }) => `  ${file}${line > 0 ? `:${line}` : ""}: ${message}`,
    );
    super(`Nothing was imported. Mend these, and run it again:\n${lines.join("\n")}`);
    this.problems = problems;
  }
}
