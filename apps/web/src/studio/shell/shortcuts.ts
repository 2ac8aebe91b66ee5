import { paletteKeys, publishKeys, saveKeys } from "./platform-keys.ts";

/** Where keys work, and what they do. */
export const shortcuts: readonly {
  where: string;
  keys: readonly (readonly [keys: string, does: string])[];
}[] = [
  {
    where: "Everywhere",
    keys: [
      [paletteKeys, "Search or jump"],
      ["?", "This list"],
    ],
  },
  {
    where: "In lists",
    keys: [
      ["/", "Search"],
      ["n", "New"],
      ["j  ↓", "Next row"],
      ["k  ↑", "Row before"],
      ["Enter", "Open"],
      ["x", "Select the row"],
      ["Shift click", "Select up to the row"],
      ["Esc", "Select nothing"],
    ],
  },
  {
    where: "In the editor",
    keys: [
      [saveKeys, "Save"],
      [publishKeys, "Publish: shows first what changes"],
    ],
  },
  {
    where: "In the calendar",
    keys: [
      ["←", "Month before"],
      ["→", "Month after"],
      ["t", "This month"],
    ],
  },
];
