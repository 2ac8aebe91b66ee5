import { transformer } from "@letterpress/api/wire/transformer";

// As tRPC writes them, the second empty line of each included.

/** An event of the connection's own: clients do not take it for a message. */
export function ownEvent(event: string, data: string): Buffer {
  return chunk(`event: ${event}\ndata: ${data}\n\n\n`);
}

/** Sets the id that the client resumes from, where it was cleared. */
export function restoredId(id: string): Buffer {
  return chunk(`event: restore-id\ndata: \nid: ${id}\n\n\n`);
}

/** Makes bytes of messages. Of one that many are told they are made once, and are in memory once while they wait. */
export function messageText(): (message: object, id: string | undefined) => Buffer {
  const made = new WeakMap<object, { id: string | undefined; bytes: Buffer }>();
  return (message, id) => {
    const before = made.get(message);
    if (before && before.id === id) return before.bytes;
    const data = JSON.stringify(transformer.serialize(message));
    const bytes = chunk(`data: ${data}\n${id === undefined ? "" : `id: ${id}\n`}\n\n`);
    made.set(message, { id, bytes });
    return bytes;
  };
}

/** One chunk of a body whose length nobody knows (RFC 9112, 7.1). */
function chunk(text: string): Buffer {
  return Buffer.from(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
}
