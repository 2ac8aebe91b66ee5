import type { Site } from "../data/site.ts";

/** A link that says where it leads: the host first, as people read addresses. */
export function WebLink({ site, address }: { site: Site; address: string }) {
  const { origin, host } = new URL(address);
  const isOwn = origin === new URL(site.publicUrl).origin;
  // As it was written: the URL's own host spells letters beyond ASCII in a code for machines.
  const [, written = host, rest = ""] = /^https?:\/\/(?:www\.)?([^/?#]+)(.*)$/i.exec(address) ?? [];
  return (
    <a href={address} rel={isOwn ? undefined : "external"} className="web-link">
      {written}
      {rest === "" || rest === "/" ? null : <span className="web-path">{rest}</span>}
    </a>
  );
}
