import { useIsLiveLost } from "../connection/live-health.ts";

/** Says that what is shown may be old, while it may be. */
export function LiveSign() {
  const isLost = useIsLiveLost();
  return (
    <p role="status" className="empty:hidden">
      {isLost && (
        <span className="appear flex items-center gap-2 rounded-md bg-ochre-tint px-2.5 py-1.5 text-sm text-ochre">
          <span className="size-2 shrink-0 rounded-full bg-current" aria-hidden="true" />
          Not live – lists may be behind
        </span>
      )}
    </p>
  );
}
