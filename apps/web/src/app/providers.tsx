import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, useEffect } from "react";
import type { AppRouter } from "./router.tsx";

interface AppProps {
  readonly client: QueryClient;
  readonly router: AppRouter;
  /** Called when the page reacts to the reader. The same function each time. */
  readonly onReady?: () => void;
}

/** The application, as the browser and the server draw it. */
export function App({ client, router, onReady }: AppProps) {
  useEffect(() => onReady?.(), [onReady]);
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>
  );
}
