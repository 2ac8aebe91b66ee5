import { useRouter } from "@tanstack/react-router";
import { CallFailure } from "../connection/call.ts";
import { Button } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemText } from "../ui/problem-text.tsx";

/** A page that could not be shown, and how to go on. */
export function FailedScreen({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <div className="grid min-h-[60dvh] content-center justify-items-center gap-3 px-6 text-center" role="alert">
      <PageTitle title="Something went wrong" />
      <h1 className="font-serif text-3xl font-medium">This page could not be shown</h1>
      <div className="max-w-md text-muted">
        {error instanceof CallFailure ? (
          <ProblemText problem={error.problem} />
        ) : (
          <p>Something in the Studio failed: load the page again. What you were writing is kept in this browser.</p>
        )}
      </div>
      <Button look="primary" className="mt-2" onClick={() => void router.invalidate()}>
        Try again
      </Button>
    </div>
  );
}
