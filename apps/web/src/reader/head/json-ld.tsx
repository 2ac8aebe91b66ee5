/** A data block for machines. */
export function JsonLd({ data }: { data: object }) {
  return (
    <script
      type="application/ld+json"
      // React would escape quotes, which JSON needs.
      dangerouslySetInnerHTML={{ __html: scriptSafe(JSON.stringify(data)) }}
    />
  );
}

/** Without `<` there is neither an end tag nor a comment that would open the script to what follows. */
function scriptSafe(json: string): string {
  return json.replaceAll("<", "\\u003c");
}
