import type { Entry, TypeDescription } from "@letterpress/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { EntryEditor } from "../editor/use-entry-editor.ts";
import { Button } from "../ui/button.tsx";
import { ActionProblem } from "../workflow/action-problem.tsx";
import { CompareDialog, type Compared } from "./compare-dialog.tsx";
import { revisionsQuery } from "./revision-queries.ts";
import { RevisionRow } from "./revision-row.tsx";

interface RevisionsTabProps {
  type: TypeDescription;
  saved: Entry;
  editor: EntryEditor;
}

/** Every save of the entry, to look at and to bring back. */
export function RevisionsTab({ type, saved, editor }: RevisionsTabProps) {
  const list = useInfiniteQuery(revisionsQuery(saved));
  const [compared, setCompared] = useState<Compared | null>(null);
  const revisions = list.data?.pages.flatMap((page) => page.items) ?? [];
  const { publishedVersion, version } = saved;

  async function askToRestore(wanted: number) {
    // What is typed must not be in the way of what comes back, nor be lost by it.
    const current = await editor.save();
    if (current) setCompared({ before: current.version, after: wanted, isRestore: true });
  }

  return (
    <div className="flex flex-col gap-3">
      {publishedVersion !== null && publishedVersion < version && (
        <Button
          className="self-start"
          onClick={() => setCompared({ before: publishedVersion, after: version, isRestore: false })}
        >
          What is not published yet
        </Button>
      )}
      {list.error && <ActionProblem problem={list.error.problem} />}
      <ol className="flex flex-col">
        {revisions.map((revision, index) => {
          const before = revisions[index + 1]?.version;
          return (
            <RevisionRow
              key={revision.version}
              revision={revision}
              saved={saved}
              onCompare={
                before === undefined
                  ? null
                  : () => setCompared({ before, after: revision.version, isRestore: false })
              }
              onRestore={
                revision.version < version && saved.actions.includes("save")
                  ? () => void askToRestore(revision.version)
                  : null
              }
            />
          );
        })}
      </ol>
      {revisions.length === 1 && (
        <p className="text-muted">
          This is the only version so far. Every save adds one: compare any two, and bring back any.
        </p>
      )}
      {list.hasNextPage && (
        <Button
          className="self-center"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Earlier versions
        </Button>
      )}
      {compared && (
        <CompareDialog {...{ type, saved, editor, revisions, compared }} onClose={() => setCompared(null)} />
      )}
    </div>
  );
}
