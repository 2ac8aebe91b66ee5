/** The hash of the content model that this client was packed for; the server puts it here when it packs. */
const packedFor = "%LETTERPRESS_MODEL%";

/** What the server's answers name their content model in. */
const header = "letterpress-model";

/**
 * Makes a function that looks at each answer, and warns once when the server's content model is another than the one
 * that this client's types were made of. A client that was not packed (the Studio, the server's own) never warns.
 */
export function modelChangeNotice(base: string): (response: Response) => void {
  let isDone = !/^[0-9a-f]{12}$/.test(packedFor);
  return ({ headers }) => {
    const current = headers.get(header);
    if (isDone || current === null || current === packedFor) return;
    isDone = true;
    console.warn(
      `The content types of ${base} have changed since @letterpress/client was installed, so its types may be wrong. ` +
        `Install it again: npm install ${base}/client.tgz`,
    );
  };
}
