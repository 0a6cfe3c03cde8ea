import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./api-client.ts";

/**
 * Several people work on the same things: what was read a moment ago is shown at once and asked for again on every arrival, so that
 * no page tells of a state that somebody has changed in the meantime. Retries only what may pass by itself: no connection, or a server
 * that says "not now". A refusal is a reply.
 *
 * Nothing waits in silence for a connection (`networkMode: "always"`): a reading says that there is none, and an act that could not be
 * sent fails at once. It is never sent later by itself, when the person has long gone on; whoever wants it presses again.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        refetchOnReconnect: true,
        staleTime: 0,
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status === 503),
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
