import { usePresence } from "../connection/presence.ts";
import { Icon } from "../ui/icon.tsx";
import { presenceText } from "./presence-text.ts";

/** Who else has the entry open. Its place is always there, so that screen readers are told politely who comes. */
export function PresenceLine({ entryId }: { entryId: string }) {
  const people = usePresence(entryId);
  return (
    <p role="status" className="mx-auto flex w-full items-center gap-2 text-sm text-muted empty:hidden">
      {people.length > 0 && (
        <>
          <Icon name="person" size={16} />
          <span>{presenceText(people.map(({ name }) => name))}</span>
        </>
      )}
    </p>
  );
}
