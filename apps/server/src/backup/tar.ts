// The part of the tar format (POSIX.1-1988, "ustar") that a backup needs: plain files with short names. The well-known
// packages write streams of unknown length with callbacks; a generator passes back-pressure, errors and ends on by itself.

const block = 512;
/** Bytes of a file at most: what 11 octal digits say. */
const sizeMax = 0o77777777777;

/** A file in an archive. Its bytes must be read before the next file is asked for. */
export interface TarFile {
  name: string;
  /** Bytes. */
  size: number;
  bytes: AsyncIterable<Uint8Array>;
}

/** The bytes of an archive. Throws when a file has another size than it says. */
export async function* writeTar(files: AsyncIterable<TarFile>): AsyncGenerator<Uint8Array> {
  for await (const { name, size, bytes } of files) {
    yield headerOf(name, size);
    let written = 0;
    for await (const chunk of bytes) {
      written += chunk.byteLength;
      yield chunk;
    }
    if (written !== size) throw new Error(`${name} has ${written} bytes, not ${size}: its file is damaged.`);
    if (size % block > 0) yield new Uint8Array(block - (size % block));
  }
  yield new Uint8Array(2 * block);
}

function headerOf(name: string, size: number): Uint8Array {
  if (Buffer.byteLength(name) > 100 || size > sizeMax) throw new Error(`${name} is too long for an archive.`);
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write("0000600\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0", 136);
  header.write("0", 156);
  header.write("ustar\x0000", 257);
  header.write(`${checksumOf(header).toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

/** Of the header with spaces in the place of the checksum. */
function checksumOf(header: Buffer): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0);
}

/** An archive is cut, or is none. */
export class MalformedTar extends Error {
  override readonly name = "MalformedTar";
}

/** The files of an archive that {@link writeTar} wrote. Throws {@link MalformedTar}. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile> {
  const { exactly, upTo, rest, close } = reader(source);
  try {
    for (;;) {
      const header = await exactly(block);
      // To the end of what it comes from, which tells only there whether it is whole.
      if (header.every((byte) => byte === 0)) return await rest();
      if (Number.parseInt(header.toString("latin1", 148, 154), 8) !== checksumOf(header))
        throw new MalformedTar("It holds something that is no file.");
      const name = header.toString("utf8", 0, header.indexOf(0));
      const size = Number.parseInt(header.toString("latin1", 124, 135), 8);
      let left = size;
      async function* bytes(): AsyncGenerator<Buffer> {
        while (left > 0) {
          const chunk = await upTo(left);
          left -= chunk.byteLength;
          yield chunk;
        }
      }
      yield { name, size, bytes: bytes() };
      while (left > 0) left -= (await upTo(left)).byteLength;
      if (size % block > 0) await exactly(block - (size % block));
    }
  } finally {
    await close();
  }
}

function reader(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  /** Some bytes, `max` at most. */
  async function upTo(max: number): Promise<Buffer> {
    while (rest.byteLength === 0) {
      const { done, value } = await chunks.next();
      if (done) throw new MalformedTar("It ends too early.");
      rest = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
    const chunk = rest.subarray(0, max);
    rest = rest.subarray(chunk.byteLength);
    return chunk;
  }
  async function exactly(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = size; left > 0; ) {
      const part = await upTo(left);
      parts.push(part);
      left -= part.byteLength;
    }
    return Buffer.concat(parts);
  }
  async function skipRest(): Promise<void> {
    while (!(await chunks.next()).done);
  }
  return { upTo, exactly, rest: skipRest, close: async () => void (await chunks.return?.()) };
}
