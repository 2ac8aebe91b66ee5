import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./connection/query-client.ts";
import { router } from "./router.tsx";
import "./studio.css";
import { applyTheme } from "./theme/theme.ts";

applyTheme();

const root = document.getElementById("studio");
if (!root) throw new Error("studio.html has lost its #studio element.");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
