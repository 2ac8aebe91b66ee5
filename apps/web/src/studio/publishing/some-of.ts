/** How many names are told of a longer list. */
const told = 3;

/** Names, and how many more there are: "About, Home and 4 more". */
export function someOf(names: readonly string[], more = 0): string {
  const shown = names.slice(0, told);
  const left = names.length - shown.length + more;
  const all = left > 0 ? [...shown, `${left} more`] : shown;
  return all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
