import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { makeQueryClient } from "#lib/query-client.ts";
import { watchSession } from "#lib/session.ts";
import { router } from "./router.tsx";

const queryClient = makeQueryClient();
watchSession(queryClient);

export function App() {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>
  );
}
