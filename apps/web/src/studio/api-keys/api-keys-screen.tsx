import type { CallError } from "@letterpress/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { attempt } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { queryClient } from "../connection/query-client.ts";
import { MissingScreen } from "../shell/missing-screen.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { ScreenHeader } from "../ui/screen-header.tsx";
import { toast } from "../ui/toasts.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { type ApiKey, apiKeysQuery } from "./api-keys-query.ts";
import { KeyRow } from "./key-row.tsx";
import { NewKeyDialog } from "./new-key-dialog.tsx";

export function ApiKeysScreen() {
  const { role } = useMe();
  return may(role, "manageKeys") ? (
    <ApiKeys />
  ) : (
    <MissingScreen title="Not for your role" text="API keys are made by the owner and by admins." />
  );
}

function ApiKeys() {
  const list = useInfiniteQuery(apiKeysQuery);
  const keys = list.data?.pages.flatMap((page) => page.items);
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  useShortcuts({ n: () => setMaking(true) });

  async function revoke({ id, name }: ApiKey) {
    setRevoking(null);
    const result = await attempt(press.apiKeys.revoke({ id }));
    setProblem(result.ok ? null : result.error);
    if (result.ok) toast(`“${name}” is revoked.`);
    void queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
  }

  const shown = problem ?? (list.isError ? list.error.problem : null);
  return (
    <div className="mx-auto max-w-4xl px-4 py-6 lg:px-8 lg:py-8">
      <PageTitle title="API keys" />
      <ScreenHeader title="API keys">
        <Button look="primary" aria-keyshortcuts="n" onClick={() => setMaking(true)}>
          <Icon name="plus" />
          New key
        </Button>
      </ScreenHeader>
      <p className="mb-4 max-w-2xl text-muted">
        A program that does more than read what is published calls with a key. Revoke a key that is not used
        any more, or that somebody may have seen.
      </p>
      {shown && (
        <div className="mb-4">
          <Notice tone="danger" actions={<Button onClick={() => void list.refetch()}>Try again</Button>}>
            <ProblemText problem={shown} />
          </Notice>
        </div>
      )}
      {keys === undefined && list.isPending && (
        <div role="status" aria-label="Loading" className="h-20 animate-pulse rounded-lg bg-sunken" />
      )}
      {keys?.length === 0 && (
        <div className="rounded-lg border border-dashed border-control px-6 py-12 text-center">
          <h2 className="mb-1 text-lg font-semibold">No keys yet</h2>
          <p className="mx-auto mb-4 max-w-md text-muted">
            Sites that show what is published need none. Make one for an import, a preview, or a tool that
            writes.
          </p>
          <Button onClick={() => setMaking(true)}>
            <Icon name="plus" />
            Make the first one
          </Button>
        </div>
      )}
      {keys !== undefined && keys.length > 0 && (
        <ul aria-label="API keys" className="overflow-hidden rounded-lg border border-line bg-surface">
          {keys.map((apiKey) => (
            <KeyRow key={apiKey.id} apiKey={apiKey} onRevoke={() => setRevoking(apiKey)} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div className="mt-4 text-center">
          <Button onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
            {list.isFetchingNextPage ? "Loading…" : "Load more"}
          </Button>
        </div>
      )}
      {isMaking && <NewKeyDialog onClose={() => setMaking(false)} />}
      {revoking && (
        <ConfirmDialog
          title={`Revoke “${revoking.name}”?`}
          confirm="Revoke"
          isDangerous
          onConfirm={() => void revoke(revoking)}
          onCancel={() => setRevoking(null)}
        >
          Whatever calls with this key is refused from now on. It cannot be taken back: a new key has to be
          made.
        </ConfirmDialog>
      )}
    </div>
  );
}
