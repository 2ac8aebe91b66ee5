const remembered = "letterpress.tab";
const lockOf = (id: string) => `letterpress.tab.${id}`;
/** Milliseconds in which a page that is reloaded lets go of its name. */
const handover = 500;

let own: Promise<string> | undefined;

/**
 * The name of this tab. It stays through reloads and is held by a lock for as long as the page lives, so that other tabs
 * know that it is there. A tab that was duplicated gets a name of its own.
 */
export function ownTab(): Promise<string> {
  own ??= takeName();
  return own;
}

/** The names of the tabs that are open. Without locks, as outside of HTTPS, all others pass for closed. */
export async function openTabs(): Promise<ReadonlySet<string>> {
  const mine = await ownTab();
  if (!navigator.locks) return new Set([mine]);
  const { held = [] } = await navigator.locks.query();
  return new Set([mine, ...held.map(({ name = "" }) => name.slice(lockOf("").length))]);
}

async function takeName(): Promise<string> {
  const before = readName();
  if (before !== null && (await hold(before))) return before;
  const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join("");
  await hold(id);
  try {
    sessionStorage.setItem(remembered, id);
  } catch {
    // After a reload it is another tab, which finds what this one has left.
  }
  return id;
}

function readName(): string | null {
  try {
    // Without locks nobody knows whether another tab goes by this name.
    return navigator.locks ? sessionStorage.getItem(remembered) : null;
  } catch {
    return null;
  }
}

/** Resolves once this page has the lock, for good; with false when another page keeps it. */
function hold(id: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(lockOf(id), { signal: AbortSignal.timeout(handover) }, () => {
        resolve(true);
        return new Promise(() => {});
      })
      .catch(() => resolve(false));
  });
}
