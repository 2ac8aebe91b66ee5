import type { Site } from "../data/site.ts";
import type { PageView } from "../page/page-view.ts";
import { RestOfStyles } from "../page/rest-of-styles.tsx";
import { wording } from "../wording.ts";

/** Instead of a preview whose link does not work. */
export function previewInvalidPage(site: Site): PageView {
  return {
    status: 403,
    address: null,
    title: wording.previewInvalid,
    description: "",
    indexed: false,
    kind: "website",
    firstScreen: "not-found",
    jsonLd: [],
    main: (
      <div className="listing">
        <header className="listing-head">
          <h1>{wording.previewInvalid}</h1>
          <p className="standfirst">{wording.previewInvalidMeaning}</p>
        </header>
        <RestOfStyles assets={site.assets} />
      </div>
    ),
  };
}
