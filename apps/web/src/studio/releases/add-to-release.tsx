import type { Entry } from "@letterpress/client";
import { type FormEvent, useId, useState } from "react";
import type { Release } from "../connection/desk.ts";
import { press } from "../connection/press.ts";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { Button } from "../ui/button.tsx";
import { toast } from "../ui/toasts.tsx";
import { ActionProblem } from "../workflow/action-problem.tsx";
import { useAction } from "../workflow/use-action.ts";
import { EntryRelease } from "./entry-release.tsx";
import { makeReleaseOf } from "./make-release-of.ts";
import { rememberRelease } from "./remember-release.ts";
import { useEntryReleases } from "./use-entry-releases.ts";

/** The releases that the entry is in, and the way into another. */
export function AddToRelease({ saved, editor }: { saved: Entry; editor: EntryEditor }) {
  const id = useId();
  const { releases, others, error } = useEntryReleases(saved.id);
  const [chosen, setChosen] = useState("");
  const [name, setName] = useState("");
  const action = useAction(editor);
  const isNew = chosen === "new" || (others.length === 0 && releases.length === 0);
  const wanted = isNew ? name.trim() : chosen;

  async function put(id: string | null): Promise<Release | null> {
    const release = await action.start(({ id: entryId, version }) =>
      id === null
        ? makeReleaseOf(wanted, { entryId, version })
        : press.releases.setItem({ id, entryId, action: "publish", version }),
    );
    if (release) rememberRelease(release);
    return release;
  }

  async function add(event: FormEvent) {
    event.preventDefault();
    if (wanted === "") return;
    const release = await put(isNew ? null : wanted);
    if (!release) return;
    setChosen("");
    setName("");
    toast(`It is in the release “${release.name}”.`);
  }

  async function remove(release: Release) {
    const left = await action.start(({ id: entryId }) =>
      press.releases.removeItem({ id: release.id, entryId }),
    );
    if (left) rememberRelease(left);
  }

  return (
    <div className="flex flex-col gap-2">
      {releases.map((release) => (
        <EntryRelease
          key={release.id}
          release={release}
          saved={saved}
          onRemove={() => void remove(release)}
          onTake={() => void put(release.id)}
        />
      ))}
      {releases.length === 0 && (
        <p className="text-sm text-muted">
          In none. A release publishes many entries together, at one moment or not at all.
        </p>
      )}
      <form onSubmit={(event) => void add(event)} className="flex flex-wrap gap-2">
        {(others.length > 0 || releases.length > 0) && (
          <select
            aria-label="Add to release"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            className="field-box min-w-0 flex-1 basis-40"
          >
            <option value="">Add to a release…</option>
            {others.map((release) => (
              <option key={release.id} value={release.id}>
                {release.name}
              </option>
            ))}
            <option value="new">A new release…</option>
          </select>
        )}
        {isNew && (
          <input
            id={id}
            aria-label="Name of the new release"
            placeholder="Name of a new release"
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
            className="field-box min-w-0 flex-1 basis-40"
          />
        )}
        <Button type="submit" disabled={wanted === "" || action.isRunning}>
          Add
        </Button>
      </form>
      <ActionProblem problem={action.problem ?? error?.problem ?? null} />
    </div>
  );
}
