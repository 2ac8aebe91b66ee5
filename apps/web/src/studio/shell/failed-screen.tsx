import { useRouter } from "@tanstack/react-router";
import { CallFailure } from "../connection/call.ts";
import { Button } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemText } from "../ui/problem-text.tsx";

/** A page that could not be shown, and how to go on. */
export function FailedScreen({ error }: { error: unknown }) {
  const router = useRouter();
  const isCall = error instanceof CallFailure;
  return (
    <div
      className="grid min-h-[60dvh] content-center justify-items-center gap-3 px-6 text-center"
      role="alert"
    >
      <PageTitle title="Something went wrong" />
      <h1 className="font-serif text-3xl font-medium">This page could not be shown</h1>
      <div className="max-w-md text-muted">
        {isCall ? (
          <ProblemText problem={error.problem} />
        ) : (
          <p>
            The Studio may have been updated since you opened it: load the page again. What you were writing
            is kept in this browser.
          </p>
        )}
      </div>
      {isCall ? (
        <Button look="primary" className="mt-2" onClick={() => void router.invalidate()}>
          Try again
        </Button>
      ) : (
        <Button look="primary" className="mt-2" onClick={() => window.location.reload()}>
          Load again
        </Button>
      )}
    </div>
  );
}
