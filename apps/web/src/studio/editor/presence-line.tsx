import { usePresence } from "../connection/presence.ts";
import { Icon } from "../ui/icon.tsx";
import { presenceText } from "./presence-text.ts";

/**
 * Who else has the entry open, hung below the header: whoever comes and goes moves nothing that is written in. Its place
 * is always there, so that screen readers are told politely.
 */
export function PresenceLine({ entryId }: { entryId: string }) {
  const people = usePresence(entryId);
  return (
    <p
      role="status"
      className="absolute top-full right-3 flex max-w-[calc(100%-1.5rem)] items-center gap-1.5 rounded-b-md border border-t-0 border-line bg-canvas px-2 text-sm text-muted empty:hidden lg:right-6"
    >
      {people.length > 0 && (
        <>
          <Icon name="person" size={16} />
          <span>{presenceText(people.map(({ name }) => name))}</span>
        </>
      )}
    </p>
  );
}
