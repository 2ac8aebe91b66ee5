const list = new Intl.ListFormat("en", { type: "conjunction" });

/** Who else is at an entry; more than three people are counted. */
export function presenceText(names: readonly string[]): string {
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} others`] : names;
  return `${list.format(shown)} ${names.length === 1 ? "has" : "have"} this open, too`;
}
