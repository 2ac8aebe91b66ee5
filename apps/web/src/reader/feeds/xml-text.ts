/** Control characters and the like, which XML cannot hold even escaped: imported text brings them. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text that XML can hold, not yet escaped. */
export function xmlText(text: string): string {
  return text.replace(forbidden, "");
}

/** Text as XML or HTML. */
export function escapeXml(text: string): string {
  return xmlText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
