import type { CallError } from "@letterpress/client";
import { type FormEvent, useState } from "react";
import { issuesOf } from "../auth/issues-of.ts";
import { LabelledInput } from "../auth/labelled-input.tsx";
import { attempt } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { queryClient } from "../connection/query-client.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { apiKeysQuery } from "./api-keys-query.ts";
import { ScopeChoice } from "./scope-choice.tsx";
import { TokenDialog } from "./token-dialog.tsx";

const lengths: [days: string, label: string][] = [
  ["30", "30 days"],
  ["90", "90 days"],
  ["365", "A year"],
  ["", "Until it is revoked"],
];

/** Makes a key, then shows its token. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const [problem, setProblem] = useState<CallError | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const issues = issuesOf(problem);

  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = String(form.get("days"));
    setWaiting(true);
    const result = await attempt(
      press.apiKeys.create({
        name: String(form.get("name")),
        scope: form.get("scope") === "write" ? "write" : "read",
        ...(days === "" ? {} : { expiresInDays: Number(days) }),
      }),
    );
    setWaiting(false);
    if (!result.ok) return setProblem(result.error);
    setMade({ name: result.data.key.name, token: result.data.token });
    void queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
  }

  if (made) return <TokenDialog {...made} onClose={onClose} />;
  return (
    <Modal
      title="New API key"
      description="A program calls with it instead of a person’s account."
      onClose={onClose}
    >
      <form onSubmit={create}>
        <LabelledInput
          label="Name"
          name="name"
          required
          autoFocus
          maxLength={120}
          autoComplete="off"
          help="What it is for, such as “Preview site” or “Nightly import”."
          error={issues.name}
        />
        <ScopeChoice />
        <label className="mb-5 block">
          <span className="mb-1 block font-medium">It lasts</span>
          <select name="days" defaultValue="365" className="field-box">
            {lengths.map(([days, label]) => (
              <option key={days} value={days}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {problem && problem.code !== "BAD_INPUT" && (
          <div className="mb-4">
            <Notice tone="danger">
              <ProblemText problem={problem} />
            </Notice>
          </div>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={isWaiting}>
            {isWaiting ? "Making it…" : "Make the key"}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
