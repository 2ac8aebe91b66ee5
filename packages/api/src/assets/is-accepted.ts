/** Whether a media type is one of these, which may be patterns such as `audio/*`. */
export function isAccepted(mimeType: string, accept: readonly string[]): boolean {
  return accept.some(
    (pattern) =>
      pattern === mimeType ||
      pattern === "*/*" ||
      (pattern.endsWith("/*") && mimeType.startsWith(pattern.slice(0, -1))),
  );
}
