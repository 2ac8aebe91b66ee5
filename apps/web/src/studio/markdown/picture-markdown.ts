/** A picture in markdown. What would end the description early is escaped. */
export function pictureMarkdown({ url, alt }: { url: string; alt: string }): string {
  return `![${alt.replace(/[\\[\]]/g, "\\$&").replace(/\s+/g, " ")}](${url})`;
}
