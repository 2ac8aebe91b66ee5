/** A text gets a name when it comes for this time: what is sent once is not worth keeping in PostgreSQL. */
const worthAName = 3;

/** Texts that are remembered, the least recently sent forgotten first: whoever asks can make any number of them. */
const textsMax = 300;

/** Longer texts get no names, in characters. */
const textMax = 20_000;

/**
 * Names for statements that are sent again and again: PostgreSQL plans what has a name a few times and then keeps the
 * plan, and planning is most of what a read costs it. `undefined` for all others.
 */
export function statementNames(): (text: string) => string | undefined {
  const known = new Map<string, { times: number; name: string | undefined }>();
  let made = 0;
  return (text) => {
    if (text.length > textMax) return undefined;
    const statement = known.get(text) ?? { times: 0, name: undefined };
    if (++statement.times === worthAName) statement.name = `read_${++made}`;
    known.delete(text);
    known.set(text, statement);
    const [oldest] = known.keys();
    if (known.size > textsMax && oldest !== undefined) known.delete(oldest);
    return statement.name;
  };
}
