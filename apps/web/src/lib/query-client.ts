import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./api-client.ts";

/** Retries only what may pass by itself: no connection, or a server that says "not now". A refusal is an answer. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status === 503),
      },
      mutations: { retry: false },
    },
  });
}
