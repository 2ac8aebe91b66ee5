/** A block of TypeScript. */
export function code(lines: string[]): string {
  return ["```ts", ...lines, "```"].join("\n");
}
