import type { PurgePort } from "@letterpress/api/cdn/purge-port";
import type { CdnSetting } from "../env.ts";
import { purgeCall, usualPatience } from "./purge-call.ts";

/** Purges a Cloudflare zone by cache tags. */
export function cloudflarePurge({ id, token, url }: CdnSetting, patience = usualPatience): PurgePort {
  return {
    tagsAtOnce: 100,
    purge: (tags, signal) =>
      purgeCall(
        {
          url: `${url}/zones/${id}/purge_cache`,
          patience,
          headers: { authorization: `Bearer ${token}` },
          body: { tags },
        },
        signal,
      ),
  };
}
