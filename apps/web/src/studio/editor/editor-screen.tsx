import type { TypeDescription } from "@letterpress/client";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useMe } from "../auth/use-me.ts";
import { entryQuery, typesQuery } from "../connection/queries.ts";
import { FailedScreen } from "../shell/failed-screen.tsx";
import { LoadingScreen } from "../shell/loading-screen.tsx";
import { MissingScreen } from "../shell/missing-screen.tsx";
import { Editor } from "./editor.tsx";
import { findKeptText } from "./find-kept-text.ts";
import { keptTextStem } from "./kept-text.ts";

const route = getRouteApi("/shell/entries/$type/$id");

export function EditorScreen() {
  const { type: name, id } = route.useParams();
  const { data: types } = useSuspenseQuery(typesQuery);
  const type = types.find((candidate) => candidate.name === name);
  const { visit } = route.useRouteContext();
  if (!type)
    return (
      <MissingScreen title="No such content type" text={`This publication has no content type “${name}”.`} />
    );
  return <OpenedEntry key={visit} visit={visit} type={type} id={id} />;
}

function OpenedEntry({ type, id, visit }: { type: TypeDescription; id: string; visit: string }) {
  const me = useMe();
  const isNew = id === "new";
  const [found] = useState(() => findKeptText(keptTextStem(me.id, type.name, id)));
  // Asked again each minute, so that somebody else's save shows before it is in the way, live or not.
  const entry = useQuery({ ...entryQuery(type.name, id), enabled: !isNew, refetchInterval: 60_000 });
  if (isNew || entry.data)
    return (
      <Suspense fallback={<LoadingScreen />}>
        <Editor visit={visit} type={type} opened={isNew ? null : (entry.data ?? null)} found={found} />
      </Suspense>
    );
  if (!entry.error) return <LoadingScreen />;
  const { code } = entry.error.problem;
  if (code === "ENTRY_MISSING" || code === "BAD_INPUT")
    return (
      <MissingScreen
        title={`There is no such ${type.label.toLowerCase()}`}
        text="It may have been deleted, or it is one that your role does not see."
      />
    );
  return <FailedScreen error={entry.error} />;
}
