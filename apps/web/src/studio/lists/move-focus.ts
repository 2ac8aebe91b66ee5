/** Moves the focus among the rows' links of a list, from none to the first; stays at both ends. */
export function moveFocus(list: HTMLElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll("a") ?? [])];
  const row = document.activeElement?.closest("li");
  const at = links.findIndex((link) => link === document.activeElement || link.closest("li") === row);
  const target = links[Math.max(0, Math.min(links.length - 1, at + by))];
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}
