/** The pictures that were pasted or dropped. A copied table or text also brings a picture of itself: that is no upload. */
export function picturesOf(data: DataTransfer | null): File[] {
  if (!data || data.types.includes("text/plain")) return [];
  return [...data.files].filter((file) => file.type.startsWith("image/"));
}
