/** Makes a text stand for itself in Prisma's `contains`, which passes LIKE's wildcards through. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
