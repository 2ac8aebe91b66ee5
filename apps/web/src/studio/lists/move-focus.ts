/** Moves the focus among the links of a list, from none to the first; stays at both ends. */
export function moveFocus(list: HTMLElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll("a") ?? [])];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const target = links[Math.max(0, Math.min(links.length - 1, at + by))];
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}
