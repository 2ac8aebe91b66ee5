import type { PageView } from "../page/page-view.ts";
import { wording } from "../wording.ts";

/** Instead of a preview whose link does not work. */
export function previewInvalidPage(): PageView {
  return {
    status: 403,
    address: null,
    title: wording.previewInvalid,
    description: "",
    indexed: false,
    kind: "website",
    jsonLd: [],
    main: (
      <div className="listing">
        <header className="listing-head">
          <h1>{wording.previewInvalid}</h1>
          <p className="standfirst">{wording.previewInvalidMeaning}</p>
        </header>
      </div>
    ),
  };
}
