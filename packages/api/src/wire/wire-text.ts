/** A value of superjson's as it is written down: what an answer is put together of when no part of it need be read. */
export class WireText {
  readonly json: string;
  /** What superjson says of values that JSON has no word for, each `path":["Date"]`: without the first quotation mark. */
  readonly kinds: readonly string[];

  constructor(json: string, kinds: readonly string[]) {
    this.json = json;
    this.kinds = kinds;
  }

  /** The envelope's JSON, as the transformer's. */
  envelope(): string {
    const { json, kinds } = this;
    if (kinds.length === 0) return `{"json":${json}}`;
    return `{"json":${json},"meta":{"values":{"${kinds.join(',"')}},"v":1}}`;
  }
}
