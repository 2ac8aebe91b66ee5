import { getRouteApi, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { attempt, meKey } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { queryClient } from "../connection/query-client.ts";
import { belongTo } from "../connection/whose-page.ts";
import { AuthCard } from "./auth-card.tsx";
import { destinationAfterSignIn } from "./destination-after-sign-in.ts";
import { SignInForm } from "./sign-in-form.tsx";

const route = getRouteApi("/sign-in");

export function SignInScreen() {
  const { next } = route.useSearch();
  const router = useRouter();
  const isLeaving = useLocation({ select: (location) => location.state.signOut === true });

  // Signing out happens here, not in the shell: a page with unsaved changes has had its chance to keep the person.
  useEffect(() => {
    if (!isLeaving) return;
    void attempt(press.auth.signOut()).then(() => {
      belongTo(null);
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== "publication" });
      queryClient.setQueryData(meKey, null);
    });
  }, [isLeaving]);

  return (
    <AuthCard title="Sign in">
      <SignInForm
        onSignedIn={(me) => {
          queryClient.setQueryData(meKey, me);
          void router.navigate({ href: router.basepath + destinationAfterSignIn(next), replace: true });
        }}
      />
    </AuthCard>
  );
}
