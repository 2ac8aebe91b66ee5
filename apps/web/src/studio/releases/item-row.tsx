import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Release, ReleaseItem } from "../connection/desk.ts";
import { press } from "../connection/press.ts";
import { typesQuery } from "../connection/queries.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { StatusChip } from "../ui/status-chip.tsx";
import { toast } from "../ui/toasts.tsx";

interface ItemRowProps {
  item: ReleaseItem;
  release: Release;
  change: (call: Promise<Release>) => Promise<boolean>;
}

/** An entry of a release: what will happen to it, and with which of its versions. */
export function ItemRow({ item, release, change }: ItemRowProps) {
  const { data: types } = useSuspenseQuery(typesQuery);
  const { entryId, type, title, status, action, version, currentVersion } = item;
  const { id, publishedAt } = release;
  const isOpen = publishedAt === null;
  const name = title || "Untitled";
  const label = types.find((one) => one.name === type)?.label ?? type;
  const isBehind = isOpen && action === "publish" && version !== null && version < currentVersion;

  /** Publishes what is shown here, not what is saved at this moment. */
  const set = (next: ReleaseItem["action"]) =>
    void change(
      press.releases.setItem(
        next === "publish"
          ? { id, entryId, action: next, version: currentVersion }
          : { id, entryId, action: next },
      ),
    );

  async function remove() {
    const isDone = await change(press.releases.removeItem({ id, entryId }));
    if (!isDone) return;
    toast(`“${name}” is not in the release any more.`, {
      label: "Undo",
      run: () =>
        void change(
          press.releases.setItem({ id, entryId, action, ...(version === null ? {} : { version }) }),
        ),
    });
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <Link
            to="/entries/$type/$id"
            params={{ type, id: entryId }}
            className="font-medium wrap-anywhere hover:underline"
          >
            {name}
          </Link>
          <StatusChip status={status} />
        </p>
        <p className="mt-0.5 text-sm text-muted">
          {label}
          {action === "publish" && version !== null && ` · version ${version}`}
          {isBehind && ` of ${currentVersion}: what was saved since is not published`}
        </p>
      </div>
      {isOpen ? (
        <div className="flex flex-wrap items-center gap-2">
          {isBehind && (
            <button
              type="button"
              onClick={() => set(action)}
              className="min-h-9 rounded-md px-2 font-medium text-accent underline hover:bg-sunken"
            >
              Update to version {currentVersion}
            </button>
          )}
          <select
            aria-label={`What happens to ${name}`}
            value={action}
            onChange={(event) => set(event.target.value as ReleaseItem["action"])}
            className="field-box w-auto! pr-8!"
          >
            <option value="publish">Publish</option>
            <option value="unpublish">Unpublish</option>
          </select>
          <IconButton icon="close" label={`Take ${name} out of the release`} onClick={() => void remove()} />
        </div>
      ) : (
        <span className="text-sm text-muted">{action === "publish" ? "Published" : "Unpublished"}</span>
      )}
    </li>
  );
}
