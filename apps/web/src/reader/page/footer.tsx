import type { PublicationInfo } from "@letterpress/client";
import type { Navigation, NavigationLink } from "../data/load-navigation.ts";
import { feeds } from "../feeds/feed-addresses.ts";
import { wording } from "../wording.ts";
import { ControlStrip } from "./control-strip.tsx";
import { EntryLink } from "./entry-link.tsx";
import { frameMarkup } from "./frame-markup.ts";
import { isCurrent } from "./is-current.ts";

interface FooterProps {
  info: PublicationInfo;
  hasFeeds: boolean;
  navigation: Navigation;
  address: string | null;
}

export function Footer(props: FooterProps) {
  const { navigation, address } = props;
  const { tags, pages } = navigation;
  if ([...tags, ...pages].some(({ path }) => isCurrent(path, address)))
    return (
      <footer className="foot">
        <Foot {...props} />
      </footer>
    );
  const foot = () => <Foot {...props} address={null} />;
  return (
    <footer className="foot" dangerouslySetInnerHTML={{ __html: frameMarkup(navigation, "foot", foot) }} />
  );
}

function Foot({ info, hasFeeds, navigation, address }: FooterProps) {
  const follow = (hasFeeds ? feeds : []).map((feed) => ({ path: feed.address, text: feed.name }));
  return (
    <>
      <div className="foot-sign">
        <ControlStrip />
        <p className="foot-name">
          <a href="/">{info.name}</a>
        </p>
        <p className="foot-tagline">{info.tagline}</p>
      </div>
      <Links label={wording.sections} links={navigation.tags} address={address} />
      <Links label={wording.pages} links={navigation.pages} address={address} />
      <Links label={wording.follow} links={follow} address={address} />
    </>
  );
}

function Links({
  label,
  links,
  address,
}: {
  label: string;
  links: NavigationLink[];
  address: string | null;
}) {
  if (links.length === 0) return null;
  return (
    <div className="foot-links">
      <h2>{label}</h2>
      <ul>
        {links.map(({ path, text }) => (
          <li key={path}>
            <EntryLink path={path} isCurrent={isCurrent(path, address)}>
              {text}
            </EntryLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
