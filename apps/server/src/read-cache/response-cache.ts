import { everythingKey } from "@letterpress/api/content/source-keys";
import { LRUCache } from "lru-cache";
import { Answer } from "./answer.ts";
import type { Finished } from "./finished.ts";

interface Entry {
  key: string;
  answer: Answer;
  sources: Source[];
  /** Spellings of its address, as requests have them. */
  addresses: string[];
}

/** What answers were made from. Most sources are of one answer alone, and a set is five times as large. */
interface Source {
  name: string;
  of: Entry | Set<Entry>;
}

/** An answer that is being made, for all who asked since it was begun. */
interface Filling {
  made: Promise<{ answer: Answer; key: string }>;
  /** What has been dropped since; `null` for everything. */
  dropped: Set<string> | null;
  begunAt: number;
}

/** Finished answers by what they are of. It holds no more than its bytes, and nothing that was dropped. */
export interface ResponseCache {
  /** The answer to a request with this address, spelled as before: kept, or being made. */
  atAddress(address: string): Answer | Promise<Answer> | undefined;
  /**
   * The answer that `key` names: kept, or made now, once however many ask. `address` leads to it from then on. Throws
   * what `make` throws.
   */
  get(key: string, address: string, make: () => Promise<Finished>): Promise<Answer>;
  /** Forgets all that was made from any of these, and does not keep what is being made from them; `null`: everything. */
  drop(keys: ReadonlySet<string> | null): void;
}

/** Bytes that an answer takes beside its body. */
const overhead = 2_000;
/** Bytes of the name of a source, and of what is found by it. */
const perSource = 150;
/** Spellings of one address that are remembered. Whoever spells it in a further way is found by its key. */
const addressesMax = 8;
/** Characters of all of them beside those of the key: whatever stands in a query may be as long as a head may. */
const addressesLength = 1_000;
/** An answer takes milliseconds. Whoever asks after this many has it made again: the first may wait for a lost connection. */
const joinedFor = 5_000;
/** An answer of more sources is dropped by every change: to name them all would cost more than the answer. */
const sourcesMax = 500;

export function responseCache({ maxBytes }: { maxBytes: number }): ResponseCache {
  const byAddress = new Map<string, Entry>();
  const bySource = new Map<string, Source>();
  const filling = new Map<string, Filling>();
  const fillingAt = new Map<string, Filling>();
  const unfinished = new Set<Filling>();
  const entries = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    // What is large pushes out what many read.
    maxEntrySize: Math.ceil(maxBytes / 4),
    dispose: forget,
  });

  function forget(entry: Entry): void {
    for (const address of entry.addresses) byAddress.delete(address);
    for (const { name, of } of entry.sources) {
      if (of instanceof Set) of.delete(entry);
      if (of === entry || (of instanceof Set && of.size === 0)) bySource.delete(name);
    }
  }

  /** The source of this name, with one more entry that was made from it. */
  function sourceOf(name: string, entry: Entry): Source {
    const known = bySource.get(name);
    if (known) {
      if (known.of instanceof Set) known.of.add(entry);
      else known.of = new Set([known.of, entry]);
      return known;
    }
    const source = { name, of: entry };
    bySource.set(name, source);
    return source;
  }

  function keep(key: string, answer: Answer, of: ReadonlySet<string>): void {
    if (entries.has(key)) return;
    const sources = of.size > sourcesMax ? [everythingKey] : [...of];
    const entry: Entry = { key, answer, sources: [], addresses: [] };
    // Two compressed bodies seldom take more than the one that they are made of.
    const bodies = 2 * answer.plain.body.length;
    const names = 10 * key.length + addressesLength + 2 * lengthOf(answer.headers);
    const size = bodies + overhead + names + perSource * sources.length;
    entries.set(key, entry, { size });
    if (entries.peek(key) === entry) entry.sources = sources.map((name) => sourceOf(name, entry));
  }

  function lead(address: string, key: string): void {
    const entry = entries.peek(key);
    if (!entry || entry.addresses.length >= addressesMax || byAddress.has(address)) return;
    const length = entry.addresses.reduce((sum, one) => sum + one.length, address.length);
    if (length > addressesLength + 8 * key.length) return;
    // Most have one, for which an array that was pushed to would have room for sixteen more.
    entry.addresses = [...entry.addresses, address];
    byAddress.set(address, entry);
  }

  function fill(key: string, address: string, make: () => Promise<Finished>): Filling {
    const one: Filling = {
      made: Promise.resolve().then(run),
      dropped: new Set(),
      begunAt: performance.now(),
    };
    filling.set(key, one);
    fillingAt.set(address, one);
    unfinished.add(one);
    return one;

    async function run() {
      try {
        const finished = await make();
        const { status, sources, key: own = key } = finished;
        const isToKeep = status === 200 && sources !== null && isUntouched(one, sources);
        const answer = new Answer(isToKeep ? withCdn(finished) : finished);
        if (isToKeep) keep(own, answer, sources);
        return { answer, key: own };
      } finally {
        unfinished.delete(one);
        if (filling.get(key) === one) filling.delete(key);
        if (fillingAt.get(address) === one) fillingAt.delete(address);
      }
    }
  }

  return {
    atAddress(address) {
      const entry = byAddress.get(address);
      // By its key, which marks it as used.
      if (entry) return entries.get(entry.key)?.answer;
      return joinable(fillingAt.get(address))?.made.then(({ answer }) => answer);
    },
    async get(key, address, make) {
      const kept = entries.get(key);
      const found = kept ?? (await (joinable(filling.get(key)) ?? fill(key, address, make)).made);
      lead(address, found.key);
      return found.answer;
    },
    drop(keys) {
      // Whoever asks from now on must not get what was read before.
      filling.clear();
      fillingAt.clear();
      for (const one of unfinished) one.dropped = keys && one.dropped ? one.dropped.union(keys) : null;
      if (keys === null) return entries.clear();
      for (const name of keys) {
        const those = bySource.get(name)?.of;
        if (those === undefined) continue;
        for (const { key } of those instanceof Set ? [...those] : [those]) entries.delete(key);
      }
    },
  };
}

function isUntouched({ dropped }: Filling, sources: ReadonlySet<string>): boolean {
  if (dropped === null || (sources.size > sourcesMax && dropped.size > 0)) return false;
  return dropped.isDisjointFrom(sources);
}

function joinable(one: Filling | undefined): Filling | undefined {
  return one && performance.now() - one.begunAt < joinedFor ? one : undefined;
}

function withCdn(finished: Finished): Finished {
  if (!finished.forCdn) return finished;
  return { ...finished, headers: { ...finished.headers, ...finished.forCdn } };
}

function lengthOf(headers: Record<string, string>): number {
  let length = 0;
  for (const value of Object.values(headers)) length += value.length;
  return length;
}
