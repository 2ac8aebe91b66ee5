import type { CallError } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { attempt } from "../connection/call.ts";
import type { Release } from "../connection/desk.ts";
import { releaseQuery } from "../connection/desk-queries.ts";
import { FailedScreen } from "../shell/failed-screen.tsx";
import { LoadingScreen } from "../shell/loading-screen.tsx";
import { MissingScreen } from "../shell/missing-screen.tsx";
import { EmptyBox } from "../ui/empty-box.tsx";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { AddEntry } from "./add-entry.tsx";
import { ItemRow } from "./item-row.tsx";
import { ReleaseActions } from "./release-actions.tsx";
import { ReleaseChip } from "./release-chip.tsx";
import { ReleaseProblems } from "./release-problems.tsx";
import { ReleaseReferences } from "./release-references.tsx";
import { ReleaseState } from "./release-status.tsx";
import { rememberRelease } from "./remember-release.ts";

const route = getRouteApi("/shell/releases/$id");

export function ReleaseScreen() {
  const { id } = route.useParams();
  const { role } = useMe();
  const { data: release, error } = useQuery(releaseQuery(id));
  if (!may(role, "manageReleases"))
    return <MissingScreen title="Not for your role" text="Releases are made by editors." />;
  if (release) return <OpenRelease key={id} release={release} />;
  if (error?.problem.code === "RELEASE_MISSING") return <MissingScreen title="No such release" />;
  return error ? <FailedScreen error={error} /> : <LoadingScreen />;
}

function OpenRelease({ release }: { release: Release }) {
  const [problem, setProblem] = useState<CallError | null>(null);
  const isOpen = release.publishedAt === null;

  /** Shows what the server made of a change, or why it refused it. */
  async function change(call: Promise<Release>): Promise<boolean> {
    const result = await attempt(call);
    setProblem(result.ok ? null : result.error);
    if (result.ok) rememberRelease(result.data);
    return result.ok;
  }

  return (
    <div className="mx-auto max-w-4xl px-4 py-6 lg:px-8 lg:py-8">
      <PageTitle title={release.name} />
      <Link
        to="/releases"
        className="mb-2 -ml-1 inline-flex min-h-8 items-center gap-1 text-muted hover:text-ink"
      >
        <Icon name="back" size={16} />
        Releases
      </Link>
      <header className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="font-serif text-3xl leading-tight font-medium wrap-anywhere">{release.name}</h1>
          {release.note !== "" && <p className="mt-1 text-muted wrap-anywhere">{release.note}</p>}
          <p className="mt-2 flex flex-wrap items-center gap-2 text-muted">
            <ReleaseChip release={release} />
            <ReleaseState release={release} />
          </p>
        </div>
        <ReleaseActions release={release} change={change} onProblem={setProblem} />
      </header>
      {problem && (
        <div className="mb-4">
          <Notice tone="danger">
            <ProblemText problem={problem} />
          </Notice>
        </div>
      )}
      {isOpen && release.items.length > 0 && <ReleaseProblems release={release} />}
      {isOpen && <ReleaseReferences release={release} change={change} />}
      {isOpen && <AddEntry release={release} change={change} />}
      {release.items.length === 0 ? (
        <EmptyBox title="Nothing in it yet">
          {isOpen
            ? "Find entries above by their titles. Each is published, or taken away from readers, when the release is."
            : "Its entries have been deleted since."}
        </EmptyBox>
      ) : (
        <ul
          aria-label="Entries of the release"
          className="overflow-hidden rounded-lg border border-line bg-surface"
        >
          {release.items.map((item) => (
            <ItemRow key={item.entryId} item={item} release={release} change={change} />
          ))}
        </ul>
      )}
    </div>
  );
}
