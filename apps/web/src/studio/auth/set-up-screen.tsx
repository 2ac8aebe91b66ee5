import type { CallError } from "@letterpress/client";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { attempt, meKey } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { queryClient } from "../connection/query-client.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { AuthCard } from "./auth-card.tsx";
import { issuesOf } from "./issues-of.ts";
import { LabelledInput } from "./labelled-input.tsx";

/** Opened once, from the link that the server prints: its token stands behind the `#`, where no log sees it. */
export function SetUpScreen() {
  const token = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const [problem, setProblem] = useState<CallError | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const issues = issuesOf(problem);

  async function setUp(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name));
    setWaiting(true);
    const result = await attempt(
      press.auth.setUp({ token, name: text("name"), email: text("email"), password: text("password") }),
    );
    setWaiting(false);
    if (!result.ok) return setProblem(result.error);
    queryClient.setQueryData(meKey, result.data);
    await navigate({ to: "/", replace: true });
  }

  if (problem?.code === "SET_UP_DONE")
    return (
      <AuthCard title="Already set up">
        <p className="mb-4">
          This publication has an owner. Sign in with that account, or ask the owner to make one for you.
        </p>
        <Link to="/sign-in" className={`${buttonClass("primary")} w-full`}>
          Sign in
        </Link>
      </AuthCard>
    );

  if (token === "" || problem?.code === "SET_UP_LINK_INVALID")
    return (
      <AuthCard title="This link does not work">
        <p className="mb-3">
          {token === ""
            ? "A set-up link ends in a secret behind a “#”, and this one has none: copy the whole link."
            : "This set-up link is not valid, or a newer one has replaced it."}
        </p>
        <p className="mb-4 text-muted">
          The server prints a fresh link each time it starts, until there is an owner. Look for “set-up” in
          its log, or start it again.
        </p>
        <Link to="/sign-in" className="font-medium text-accent underline">
          I have an account: sign in
        </Link>
      </AuthCard>
    );

  return (
    <AuthCard title="Set up your publication">
      <p className="mb-4 text-muted">You become its owner: the person who can do everything here.</p>
      <form onSubmit={setUp}>
        <LabelledInput
          label="Your name"
          name="name"
          autoComplete="name"
          required
          autoFocus
          error={issues.name}
        />
        <LabelledInput
          label="Email address"
          name="email"
          type="email"
          autoComplete="username"
          required
          error={issues.email}
        />
        <LabelledInput
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          help="At least 12 characters. A few words that do not belong together make a good one."
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
          {isWaiting ? "Setting up…" : "Create owner account"}
        </Button>
      </form>
    </AuthCard>
  );
}
