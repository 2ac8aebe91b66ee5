import type { Me } from "@letterpress/client";
import { createContext, useContext } from "react";

/** The user whose Studio this is. Stays while an ended session is renewed, so that nothing on the page is lost. */
export const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("Only what stands inside the shell has a user.");
  return me;
}
