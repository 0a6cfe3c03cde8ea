import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./api-client.ts";
import { hasCopies } from "./has-copies.ts";

/**
 * Several people work on the same things: cached data are shown at once and fetched again on every arrival, so that
 * no page goes on showing a state that somebody has changed. Retries only what may pass by itself: no connection, or a server
 * that says "not now". A refusal is a reply and is not retried.
 *
 * Nothing waits silently for a connection (`networkMode: "always"`): a query says that there is none, and an act that could not be
 * sent fails at once. It is never sent later, when the person has long moved on; they press again if they still want it.
 *
 * What the portal does not say, and is not on the screen yet, may be in this browser as a copy (`copies.ts`).
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
        persister: async (read, context, query) => {
          try {
            return await read(context);
          } catch (error) {
            if (query.state.data !== undefined || !(error instanceof ApiProblem) || !hasCopies()) throw error;
            const { copyOf, isUnanswered } = await import("./copies.ts");
            if (!isUnanswered(error)) throw error;
            return copyOf(context.client, context.queryKey, error);
          }
        },
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
