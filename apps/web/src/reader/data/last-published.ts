/** When the newest of these entries was last published. */
export function lastPublished(entries: ({ updatedAt: Date } | null | undefined)[]): Date | undefined {
  const times = entries.flatMap((entry) => (entry ? [entry.updatedAt.getTime()] : []));
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}
