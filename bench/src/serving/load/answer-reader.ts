/** The body is there only where it was asked for, or the status is another than 200. */
export interface Answer {
  status: number;
  length: number;
  body: Buffer | undefined;
}

const headEnd = "\r\n\r\n";
const lastChunk = "0\r\n\r\n";

/**
 * Takes apart the answers of one connection. It does no more than it must: a client that costs more than the server
 * would measure itself. Answers come one at a time (no pipelining), and have a length or chunks.
 */
export function answerReader(onAnswer: (answer: Answer) => void) {
  let wantsBody = false;
  let parts: Buffer[] = [];
  let status = 0;
  let length = 0;
  /** Bytes of the answer that have not come; none before its head was read. */
  let missing: number | undefined;
  let chunked = false;

  const finish = (body: Buffer | undefined) => {
    const answer = { status, length: body?.length ?? length, body };
    parts = [];
    missing = undefined;
    chunked = false;
    onAnswer(answer);
  };

  return {
    /** Before each request. */
    expect(body: boolean) {
      wantsBody = body;
    },
    /** The bytes are not kept: their memory is used again. */
    read(bytes: Buffer) {
      let rest = bytes;
      if (missing === undefined && !chunked) {
        const whole = parts.length === 0 ? bytes : Buffer.concat([...parts, bytes]);
        const end = whole.indexOf(headEnd);
        if (end < 0) {
          parts.push(Buffer.from(bytes));
          return;
        }
        parts = [];
        const head = whole.toString("latin1", 0, end);
        status = Number(head.slice(9, 12));
        const found = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
        rest = whole.subarray(end + headEnd.length);
        length = missing = Number(found ?? 0);
        chunked = found === undefined && /\r\ntransfer-encoding: *chunked/i.test(head);
      }
      if (chunked) {
        parts.push(Buffer.from(rest));
        const all = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
        parts = [all];
        if (all.subarray(-lastChunk.length).toString("latin1") !== lastChunk) return;
        const body = join(all);
        if (body) finish(body);
        return;
      }
      missing = (missing ?? 0) - rest.length;
      const keeps = wantsBody || status !== 200;
      if (keeps) parts.push(Buffer.from(rest));
      if (missing <= 0) finish(keeps ? Buffer.concat(parts) : undefined);
    },
  };
}

/** The body of these chunks; undefined when they are not all there. */
function join(bytes: Buffer): Buffer | undefined {
  const bodies: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const line = bytes.indexOf("\r\n", at);
    const size = Number.parseInt(bytes.toString("latin1", at, line), 16);
    if (line < 0 || Number.isNaN(size)) return undefined;
    if (size === 0) return Buffer.concat(bodies);
    bodies.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
  return undefined;
}
