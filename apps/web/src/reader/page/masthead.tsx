import type { PublicationInfo } from "@letterpress/client";
import type { CSSProperties } from "react";
import type { Navigation } from "../data/load-navigation.ts";
import { wording } from "../wording.ts";
import { ControlStrip } from "./control-strip.tsx";
import { EntryLink } from "./entry-link.tsx";
import { frameMarkup } from "./frame-markup.ts";
import { isCurrent } from "./is-current.ts";
import { ThemeToggle } from "./theme-toggle.tsx";

interface MastheadProps {
  info: PublicationInfo;
  navigation: Navigation;
  address: string | null;
}

/** The publication's name: as large as the sheet on the front page, a running head on all others. */
export function Masthead({ info, navigation, address }: MastheadProps) {
  const isFront = address === "/";
  const name = isFront ? "masthead masthead-front" : "masthead";
  if (isFront || navigation.tags.some(({ path }) => isCurrent(path, address)))
    return (
      <header className={name}>
        <Head info={info} navigation={navigation} address={address} />
      </header>
    );
  const head = () => <Head info={info} navigation={navigation} address={null} />;
  return (
    <header className={name} dangerouslySetInnerHTML={{ __html: frameMarkup(navigation, "head", head) }} />
  );
}

function Head({ info, navigation: { tags }, address }: MastheadProps) {
  const isFront = address === "/";
  // The name is set to fill the line, whatever its length.
  const length = { "--name-length": Math.max(8, info.name.length) } as CSSProperties;
  return (
    <>
      <div className="masthead-top">
        <ControlStrip />
        {isFront ? null : (
          <a className="masthead-name" href="/" rel="home">
            {info.name}
          </a>
        )}
        <ThemeToggle />
      </div>
      {isFront ? (
        <>
          <h1 className="masthead-name" style={length}>
            {info.name}
          </h1>
          <p className="masthead-tagline">{info.tagline}</p>
        </>
      ) : null}
      {tags.length > 0 ? (
        <nav className="masthead-sections" aria-label={wording.sections}>
          <ul>
            {tags.map(({ path, text }) => (
              <li key={path}>
                <EntryLink path={path} isCurrent={isCurrent(path, address)}>
                  {text}
                </EntryLink>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </>
  );
}
