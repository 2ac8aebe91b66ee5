import { Socket } from "node:net";

/**
 * A socket that sends what is written together in one piece. The driver writes the parts of a statement one by one, and
 * sending several costs a process more than copying them.
 */
export class OnePacketSocket extends Socket {
  override _writev(
    parts: { chunk: Buffer | string; encoding: BufferEncoding }[],
    callback: (error?: Error | null) => void,
  ): void {
    const buffers = parts.map(({ chunk, encoding }) =>
      typeof chunk === "string" ? Buffer.from(chunk, encoding) : chunk,
    );
    this._write(Buffer.concat(buffers), "buffer" as BufferEncoding, callback);
  }
}
