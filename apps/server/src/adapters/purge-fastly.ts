import type { PurgePort } from "@letterpress/api/cdn/purge-port";
import type { CdnSetting } from "../env.ts";
import { purgeCall, usualPatience } from "./purge-call.ts";

/** Purges a Fastly service by surrogate keys. Without `Fastly-Soft-Purge`, so that nothing is kept as stale. */
export function fastlyPurge({ id, token, url }: CdnSetting, patience = usualPatience): PurgePort {
  return {
    tagsAtOnce: 256,
    purge: (tags, signal) =>
      purgeCall(
        {
          url: `${url}/service/${id}/purge`,
          patience,
          headers: { "fastly-key": token, "surrogate-key": tags.join(" ") },
        },
        signal,
      ),
  };
}
