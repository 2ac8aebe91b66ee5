import type { CallError } from "@letterpress/client";
import { type FormEvent, type Ref, useState } from "react";
import { LabelledInput } from "../auth/labelled-input.tsx";
import { attempt } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { toast } from "../ui/toasts.tsx";
import { redirectIssues } from "./redirect-issues.ts";

interface NewRedirectProps {
  pathRef: Ref<HTMLInputElement>;
  onMade: () => Promise<unknown>;
}

/** Makes a redirect without leaving the list, as many as one likes. */
export function NewRedirect({ pathRef, onMade }: NewRedirectProps) {
  const [problem, setProblem] = useState<CallError | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const issues = redirectIssues(problem);

  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const sent = boxesOf(event.currentTarget);
    const [path = "", target = ""] = sent.map(({ value }) => value.trim());
    setWaiting(true);
    const result = await attempt(press.redirects.create({ path, target }));
    setWaiting(false);
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    // What was typed since is the next one.
    for (const { box, value } of sent) if (box.value === value) box.value = "";
    toast(`${result.data.path} leads to ${result.data.target} now.`);
    await onMade();
  }

  return (
    <form
      onSubmit={create}
      aria-label="New redirect"
      className="mb-6 rounded-lg border border-line bg-surface p-4 pb-1"
    >
      <div className="grid items-start gap-x-4 sm:grid-cols-[1fr_1fr_auto]">
        <LabelledInput
          label="From"
          name="path"
          required
          placeholder="/about-us"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          ref={pathRef}
          error={issues.path}
        />
        <LabelledInput
          label="To"
          name="target"
          required
          placeholder="/pages/about"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={issues.target}
        />
        <Button type="submit" look="primary" disabled={isWaiting} className="mb-4 sm:mt-7">
          {isWaiting ? "Adding…" : "Add redirect"}
        </Button>
      </div>
      {problem && Object.keys(issues).length === 0 && (
        <div className="mb-3">
          <Notice tone="danger">
            <ProblemText problem={problem} />
          </Notice>
        </div>
      )}
    </form>
  );
}

/** From and to, with what they hold now. */
function boxesOf(form: HTMLFormElement) {
  return ["path", "target"].flatMap((name) => {
    const box = form.elements.namedItem(name);
    return box instanceof HTMLInputElement ? [{ box, value: box.value }] : [];
  });
}
