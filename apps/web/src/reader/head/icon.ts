/** One publication has one name. */
let last = { name: "", address: "" };

/** A piece of type with the publication's initial, as a `data:` URL: there is no file to fetch, nor one to make. */
export function icon(name: string): string {
  if (name !== "" && name === last.name) return last.address;
  const word = name.replace(/^(the|a|an)\s+/i, "");
  const initial = /[\p{L}\p{N}]/u.exec(word)?.[0].toUpperCase() ?? "¶";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#1b1b1f" d="M0 0h32v32H0z"/><path fill="#d6402b" d="M0 28h32v4H0z"/><text x="16" y="23" font-family="Georgia,serif" font-size="24" text-anchor="middle" fill="#f4efe4">${initial}</text></svg>`;
  // No more is escaped than attributes and addresses need: it stands in every page.
  last = { name, address: `data:image/svg+xml,${svg.replace(/["#%<>]/g, encodeURIComponent)}` };
  return last.address;
}
