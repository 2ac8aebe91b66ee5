import type { CallError, Me } from "@letterpress/client";
import { type FormEvent, useState } from "react";
import { attempt } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { issuesOf } from "./issues-of.ts";
import { LabelledInput } from "./labelled-input.tsx";

interface SignInFormProps {
  /** Filled in already, where it is known. */
  email?: string;
  onSignedIn: (me: Me) => void;
}

export function SignInForm({ email, onSignedIn }: SignInFormProps) {
  const [problem, setProblem] = useState<CallError | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const issues = issuesOf(problem);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setWaiting(true);
    const result = await attempt(
      press.auth.signIn({ email: String(form.get("email")), password: String(form.get("password")) }),
    );
    setWaiting(false);
    if (!result.ok) return setProblem(result.error);
    onSignedIn(result.data);
  }

  return (
    <form onSubmit={signIn}>
      <LabelledInput
        label="Email address"
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus={email === undefined}
        defaultValue={email}
        error={issues.email}
      />
      <LabelledInput
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        autoFocus={email !== undefined}
        error={issues.password}
      />
      {problem && problem.code !== "BAD_INPUT" && (
        <div className="mb-4">
          <Notice tone="danger">
            <ProblemText problem={problem} />
          </Notice>
        </div>
      )}
      <Button type="submit" look="primary" className="w-full" disabled={isWaiting}>
        {isWaiting ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
