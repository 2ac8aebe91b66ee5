import type { Me } from "@letterpress/client";
import { useRouter } from "@tanstack/react-router";
import { meKey } from "../connection/call.ts";
import { queryClient } from "../connection/query-client.ts";
import { Modal } from "../ui/modal.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** Asks to sign in again over the page as it stands: what was being written stays where it is. */
export function SessionEnded({ user }: { user: Me }) {
  const router = useRouter();

  function resume(me: Me) {
    // Somebody else must not go on in this person's page.
    if (me.id !== user.id) return window.location.assign(router.basepath);
    queryClient.setQueryData(meKey, me);
    void queryClient.invalidateQueries();
  }

  return (
    <Modal
      title="Sign in again"
      description="Your session has ended. Nothing on this page is lost: sign in, and go on."
    >
      <SignInForm email={user.email} onSignedIn={resume} />
    </Modal>
  );
}
