import { LRUCache } from "lru-cache";

/** What many pages show, as it was at the moment of an event and is since. */
export interface KeptPart {
  value: unknown;
  sources: ReadonlySet<string>;
  /** The id of the last event before it was read. */
  moment: bigint;
}

/** A part that is being made. */
export interface PartFilling {
  /** Keeps it for others, unless something that it was made from was dropped since it was begun. */
  keep(part: KeptPart): void;
  /** It is not kept. */
  end(): void;
}

/** Parts of pages by their names. It holds no more than its bytes, and nothing that was dropped. */
export interface KeptParts {
  get(name: string): KeptPart | undefined;
  begin(name: string): PartFilling;
  /** Forgets what was made from any of these; `null`: everything. */
  drop(keys: ReadonlySet<string> | null): void;
}

/** Bytes of all of them: a few thousand rows of cards. */
const maxBytes = 8 * 1024 * 1024;
/** Bytes that a part takes beside its value, and those of each source. */
const overhead = 500;
const perSource = 150;
/** A part of more sources is not kept: nearly everything would drop it. */
const sourcesMax = 200;

export function keptParts(): KeptParts {
  const bySource = new Map<string, Set<string>>();
  const unfinished = new Set<{ dropped: Set<string> | null }>();
  const parts = new LRUCache<string, KeptPart>({
    maxSize: maxBytes,
    maxEntrySize: maxBytes / 8,
    dispose({ sources }, name) {
      for (const source of sources) {
        const names = bySource.get(source);
        names?.delete(name);
        if (names?.size === 0) bySource.delete(source);
      }
    },
  });

  function keep(name: string, part: KeptPart): void {
    const { value, sources, moment } = part;
    if (sources.size > sourcesMax || (parts.peek(name)?.moment ?? -1n) >= moment) return;
    parts.delete(name);
    parts.set(name, part, {
      size: overhead + 2 * JSON.stringify(value).length + perSource * sources.size,
    });
    if (parts.peek(name) !== part) return;
    for (const source of sources) bySource.set(source, (bySource.get(source) ?? new Set()).add(name));
  }

  return {
    get: (name) => parts.get(name),
    begin(name) {
      const one: { dropped: Set<string> | null } = { dropped: new Set() };
      unfinished.add(one);
      return {
        keep(part) {
          if (one.dropped?.isDisjointFrom(part.sources)) keep(name, part);
        },
        end: () => void unfinished.delete(one),
      };
    },
    drop(keys) {
      for (const one of unfinished) one.dropped = keys && one.dropped ? one.dropped.union(keys) : null;
      if (keys === null) return parts.clear();
      for (const key of keys) for (const name of [...(bySource.get(key) ?? [])]) parts.delete(name);
    },
  };
}
