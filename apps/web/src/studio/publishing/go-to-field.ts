/** Takes the person to the field that an issue names (`fields.program.2.minutes`), or to the nearest around it. False where the page has neither. */
export function goToField(path: string): boolean {
  const [first, ...steps] = path.split(".");
  const names = first === "fields" ? steps : [first ?? "", ...steps];
  for (let depth = names.length; depth > 0; depth--) {
    const place = names.slice(0, depth).join(".");
    const row = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(place)}"]`);
    if (!row) continue;
    // Labels are named after what they label.
    const label = row.querySelector('[id$="-label"]');
    const control = document.getElementById(label?.id.replace(/-label$/, "") ?? "");
    control?.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
    return true;
  }
  return false;
}
