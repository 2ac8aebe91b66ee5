import { forgetText, type KeptText, keptTextKey, readKeptText } from "./kept-text.ts";
import { openTabs, ownTab } from "./own-tab.ts";

/** What this tab is called, and what it goes on from. */
export interface FoundText {
  tab: string;
  kept: KeptText | null;
}

/** The unsaved changes of this tab, or else the newest of a tab that is gone: these are this tab's from now on. */
export async function findKeptText(stem: string): Promise<FoundText> {
  const tab = await ownTab();
  const key = keptTextKey(stem, tab);
  const own = readKeptText(key);
  if (own) return { tab, kept: own };
  const orphan = newestOf(orphanedKeys(storedKeys(), stem, await openTabs()));
  if (!orphan) return { tab, kept: null };
  try {
    localStorage.setItem(key, JSON.stringify(orphan.kept));
    forgetText(orphan.key);
  } catch {
    // No room for it twice: it stays where it is, to be found again.
  }
  return { tab, kept: orphan.kept };
}

/** The keys of one entry's text that no open tab goes by; before tabs had names, there was none in it. */
export function orphanedKeys(
  keys: readonly string[],
  stem: string,
  open: ReadonlySet<string>,
): readonly string[] {
  return keys.filter(
    (key) => key === stem || (key.startsWith(`${stem}.`) && !open.has(key.slice(stem.length + 1))),
  );
}

function newestOf(keys: readonly string[]): { key: string; kept: KeptText } | undefined {
  return keys
    .flatMap((key) => {
      const kept = readKeptText(key);
      return kept ? [{ key, kept }] : [];
    })
    .sort((one, other) => other.kept.keptAt - one.kept.keptAt)[0];
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
