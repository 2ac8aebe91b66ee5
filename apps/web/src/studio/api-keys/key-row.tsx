import { Button } from "../ui/button.tsx";
import { When } from "../ui/when.tsx";
import type { ApiKey } from "./api-keys-query.ts";
import { keyState } from "./key-state.ts";

const scopes: Record<ApiKey["scope"], string> = { read: "Reads", write: "Reads and writes" };

/** A key, when it was last used, and the way to end it. One that has ended stays, as what it did stays. */
export function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const state = keyState(apiKey, new Date());
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className={`min-w-0 flex-1 basis-64 ${state === "active" ? "" : "text-muted"}`}>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium wrap-anywhere">{apiKey.name}</span>
          <Chip look={apiKey.scope === "write" ? "bg-accent-tint text-accent" : "bg-sunken text-muted"}>
            {scopes[apiKey.scope]}
          </Chip>
          {state !== "active" && (
            <Chip look="bg-ochre-tint text-ochre">{state === "revoked" ? "Revoked" : "Expired"}</Chip>
          )}
        </p>
        <p className="mt-0.5 text-sm text-muted">
          {apiKey.lastUsedAt ? (
            <>
              Used <When date={apiKey.lastUsedAt} />
            </>
          ) : (
            "Never used"
          )}
          {" · made "}
          {apiKey.createdBy ? `by ${apiKey.createdBy} ` : "on the command line "}
          <When date={apiKey.createdAt} />
          {state === "active" && apiKey.expiresAt && (
            <> · until {apiKey.expiresAt.toLocaleDateString("en", { dateStyle: "medium" })}</>
          )}
        </p>
      </div>
      {state === "active" && (
        <Button look="danger" aria-label={`Revoke ${apiKey.name}`} onClick={onRevoke}>
          Revoke
        </Button>
      )}
    </li>
  );
}

function Chip({ look, children }: { look: string; children: string }) {
  return (
    <span className={`shrink-0 rounded-full px-2 py-0.5 text-xs font-semibold ${look}`}>{children}</span>
  );
}
