import { glob, readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

// Scripts and styles are compressed once, here, and not for every browser that asks.

const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    }),
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

for await (const file of glob("dist/client/assets/*.{js,css}")) {
  const bytes = await readFile(file);
  for (const [ending, pack] of Object.entries(compress))
    await writeFile(`${file}.${ending}`, await pack(bytes));
}
