import type { Entry } from "@letterpress/client";
import { Link } from "@tanstack/react-router";
import type { Release } from "../connection/desk.ts";
import { dayAndTime } from "../publishing/time-words.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";

interface EntryReleaseProps {
  release: Release;
  saved: Entry;
  onRemove: () => void;
  /** Puts the latest version in the place of the one that is in it. */
  onTake: () => void;
}

/** A release that the entry is in: what it does with it, and when. */
export function EntryRelease({ release, saved, onRemove, onTake }: EntryReleaseProps) {
  const item = release.items.find(({ entryId }) => entryId === saved.id);
  if (!item) return null;
  const what = item.version === null ? "Unpublishes it" : `Publishes version ${item.version}`;
  const when = release.schedule ? ` ${dayAndTime(release.schedule.at, new Date())}` : "";
  return (
    <div className="rounded-md border border-line bg-canvas py-1 pr-1 pl-2.5">
      <div className="flex items-center gap-1">
        <Link
          to="/releases/$id"
          params={{ id: release.id }}
          className="min-h-6 min-w-0 flex-1 truncate font-medium hover:underline"
        >
          {release.name}
        </Link>
        <IconButton icon="close" label={`Take it out of ${release.name}`} size={15} onClick={onRemove} />
      </div>
      <p className="text-sm text-muted">
        {what}
        {when}.
      </p>
      {item.version !== null && item.version < saved.version && (
        <Button className="my-1" onClick={onTake}>
          Take version {saved.version} instead
        </Button>
      )}
    </div>
  );
}
