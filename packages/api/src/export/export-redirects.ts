import type { DbOrTx } from "@letterpress/db/create-db";
import type { ExportTarget } from "./export-target.ts";
import { redirectsFile } from "./file-names.ts";
import { yamlText } from "./yaml-text.ts";

const pageSize = 500;

/** Writes the redirects that were made by hand, a list of `from` and `to`, and no file where there are none. */
export async function exportRedirects(db: DbOrTx, target: ExportTarget): Promise<number> {
  const total = await db.pathRedirect.count();
  if (total > 0) await target.write(redirectsFile, lists(db));
  return total;
}

/** Lists in a row are one list. */
async function* lists(db: DbOrTx): AsyncGenerator<string> {
  let after = "";
  for (;;) {
    // By the bytes of the path, whatever the database's own order is.
    const rows = await db.$queryRaw<{ path: string; target: string }[]>`
      SELECT path, target FROM path_redirect WHERE path COLLATE "C" > ${after}
      ORDER BY path COLLATE "C" LIMIT ${pageSize}`;
    if (rows.length > 0) yield yamlText(rows.map(({ path, target }) => ({ from: path, to: target })));
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.path ?? after;
  }
}
