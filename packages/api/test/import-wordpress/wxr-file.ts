interface Options {
  version?: string;
  /** The namespace that `wp:` stands for. */
  namespace?: string;
  head?: string;
}

/** A WordPress export with these elements in its channel. */
export function wxrFile(content: string, options: Options = {}): string {
  const { version = "1.2", namespace = `http://wordpress.org/export/${version}/`, head } = options;
  return `${head ?? '<?xml version="1.0" encoding="UTF-8" ?>'}
<!-- generator="WordPress/6.5.4" created="2024-06-10 12:29" -->
<rss version="2.0"
	xmlns:excerpt="${namespace}excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="${namespace}">
<channel>
	<title>A blog</title>
	<link>https://blog.example</link>
	<wp:wxr_version>${version}</wp:wxr_version>
	<wp:base_site_url>https://example/</wp:base_site_url>
	<wp:base_blog_url>https://blog.example</wp:base_blog_url>
${content}
</channel>
</rss>
`;
}
