import type { PublicationInfo } from "@letterpress/client";
import type { Navigation } from "../data/load-navigation.ts";
import { feeds } from "../feeds/feed-addresses.ts";
import { titleOf } from "../format/title-of.ts";
import { wording } from "../wording.ts";
import { ControlStrip } from "./control-strip.tsx";
import { EntryLink } from "./entry-link.tsx";
import { isCurrent } from "./is-current.ts";

interface FooterProps {
  info: PublicationInfo;
  navigation: Navigation;
  address: string | null;
}

interface FooterLink {
  path: string | null;
  text: string;
}

export function Footer({ info, navigation, address }: FooterProps) {
  const pages = navigation.pages.map((page) => ({ path: page.path, text: titleOf(page) }));
  const sections = navigation.tags.map((tag) => ({ path: tag.path, text: tag.name }));
  const follow = feeds.map((feed) => ({ path: feed.address, text: feed.name }));
  return (
    <footer className="foot">
      <div className="foot-sign">
        <ControlStrip />
        <p className="foot-name">
          <a href="/">{info.name}</a>
        </p>
        <p className="foot-tagline">{info.tagline}</p>
      </div>
      <Links label={wording.sections} links={sections} address={address} />
      <Links label={wording.pages} links={pages} address={address} />
      <Links label={wording.follow} links={follow} address={address} />
    </footer>
  );
}

function Links({ label, links, address }: { label: string; links: FooterLink[]; address: string | null }) {
  if (links.length === 0) return null;
  return (
    <div className="foot-links">
      <h2>{label}</h2>
      <ul>
        {links.map(({ path, text }) => (
          <li key={path ?? text}>
            <EntryLink path={path} isCurrent={isCurrent(path, address)}>
              {text}
            </EntryLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
