import { QueryClient } from "@tanstack/react-query";
import type { CallFailure } from "./call.ts";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: CallFailure;
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      // Only a server that was not reached is asked again: any other answer would be the same.
      retry: (times, failure) => failure.problem.code === "UNREACHABLE" && times < 2,
      // Offline is told by the call itself; waiting in silence would look like loading.
      networkMode: "always",
    },
  },
});
