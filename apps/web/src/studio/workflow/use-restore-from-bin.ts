import type { Entry } from "@letterpress/client";
import { useNavigate } from "@tanstack/react-router";
import { attempt } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { entriesKey } from "../connection/queries.ts";
import { queryClient } from "../connection/query-client.ts";
import { toast } from "../ui/toasts.tsx";

/** Takes an entry out of the bin again, and back to its editor. */
export function useRestoreFromBin() {
  const navigate = useNavigate();
  return async ({ type, id }: Pick<Entry, "type" | "id">) => {
    const result = await attempt(press.bin.restore({ id }));
    if (!result.ok) return void toast("It was not brought back: look for it in the bin.");
    void queryClient.invalidateQueries({ queryKey: entriesKey(type) });
    void navigate({ to: "/entries/$type/$id", params: { type, id } });
  };
}
