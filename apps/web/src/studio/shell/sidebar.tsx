import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMe } from "../auth/use-me.ts";
import { publicationQuery, typesQuery } from "../connection/queries.ts";
import { Icon } from "../ui/icon.tsx";
import { LiveSign } from "./live-sign.tsx";
import { placesFor } from "./places.ts";
import { paletteKeys } from "./platform-keys.ts";
import { UserMenu } from "./user-menu.tsx";
import { Waiting } from "./waiting.tsx";

const item =
  "flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1 font-medium text-muted transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-tint aria-[current=page]:text-accent";

interface SidebarProps {
  onOpenPalette: () => void;
  /** Called when a link was followed, to close the drawer. */
  onFollow?: () => void;
}

export function Sidebar({ onOpenPalette, onFollow }: SidebarProps) {
  const { role } = useMe();
  const { data: types } = useSuspenseQuery(typesQuery);
  const { data: publication } = useSuspenseQuery(publicationQuery);
  return (
    <div className="flex h-full flex-col gap-4 overflow-y-auto p-3">
      <p className="flex items-center gap-2.5 px-2.5 pt-2 font-serif text-xl leading-tight font-medium">
        <span className="size-2.5 shrink-0 rounded-full bg-mark" aria-hidden="true" />
        {publication.name}
      </p>
      <button
        type="button"
        onClick={onOpenPalette}
        className="flex min-h-9 items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-muted hover:text-ink"
      >
        <Icon name="search" size={16} />
        <span className="flex-1 truncate text-left">Search or jump…</span>
        <kbd className="shrink-0 font-sans text-xs">{paletteKeys}</kbd>
      </button>
      <nav aria-label="Studio" className="flex flex-1 flex-col gap-0.5">
        <Waiting className={item} onFollow={onFollow} />
        {types.map((type) => (
          <Link
            key={type.name}
            to="/entries/$type"
            params={{ type: type.name }}
            activeOptions={{ includeSearch: false }}
            onClick={onFollow}
            className={item}
          >
            <Icon name="page" />
            {type.pluralLabel}
          </Link>
        ))}
        {placesFor(role).map((places) => (
          <div key={places[0]?.to} className="contents">
            <hr className="my-2 border-line" />
            {places.map(({ to, name, icon }) => (
              <Link
                key={to}
                to={to}
                activeOptions={{ includeSearch: false }}
                onClick={onFollow}
                className={item}
              >
                <Icon name={icon} />
                {name}
              </Link>
            ))}
          </div>
        ))}
        <a href="/" target="_blank" rel="noreferrer" className={item}>
          <Icon name="outside" />
          View site
        </a>
      </nav>
      <LiveSign />
      <UserMenu />
    </div>
  );
}
