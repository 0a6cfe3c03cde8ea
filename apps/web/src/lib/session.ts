import type { getSession, SessionView } from "@avances/contracts";
import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { z } from "zod";
import { call, operation, renewSession } from "./api-client.ts";
import { forgetCopiesOfOthers } from "./forget-copies.ts";
import { onOtherTabs } from "./other-tabs.ts";
import { pageFacts } from "./page-facts.ts";
import { nobody, type PagePerson, type Person, pagePerson } from "./page-person.ts";

export type Session = z.output<typeof SessionView>;
export type { Person } from "./page-person.ts";

export const readSession = operation<typeof getSession>("GET", "/session");

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }) => {
    let session = await call(readSession, { signal });
    // Between two tokens the server may know nobody for a moment; a session that can be renewed has not ended.
    if (session.person === null && pagePerson.now().person !== null && (await renewSession()) === "renewed")
      session = await call(readSession, { signal });
    pagePerson.saw(session.person);
    return session;
  },
  staleTime: 60_000,
  // Another tab may have signed somebody else in.
  refetchOnWindowFocus: "always",
});

/** What this page has read, for what begins before anything is drawn. Null where nobody watches: on the server. */
export let pageClient: QueryClient | null = null;

/** Keeps the page, the cache and the other tabs of this browser in agreement about who is signed in. Called once. */
export function watchSession(client: QueryClient): void {
  pageClient = client;
  const askAgain = () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  pagePerson.onRefusal(askAgain);
  onOtherTabs(askAgain);
  pagePerson.subscribe((now, before) => {
    void forgetCopiesOfOthers(now);
    // Data read for one person are not shown to the next. What is on the screen now is public, or about to disappear.
    if (before.person !== null && now.person?.id !== before.person.id)
      client.removeQueries({ type: "inactive", predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  });
}

/** The person the page shows (null while loading and when nobody is signed in), and what the server last said. */
export function useSession(): {
  person: Person | null;
  session: Session | undefined;
  isPending: boolean;
  error: Error | null;
} {
  const { data, isPending, error } = useQuery(sessionQuery);
  return { person: usePagePerson().person, session: data, isPending, error };
}

export function usePagePerson(): PagePerson {
  return useSyncExternalStore(pagePerson.subscribe, pagePerson.now, () => nobody);
}

/**
 * Today as `yyyy-mm-dd`, by the server's clock and on the reader's calendar: the clock of a visitor may be wrong. Until the server has said it, the day for
 * which it drew the page.
 */
export function serverToday(session: Session | undefined): string {
  return session?.today ?? pageFacts().today ?? new Date().toISOString().slice(0, 10);
}

/** The same, for pages that need only the day. */
export function useServerToday(): string {
  return serverToday(useQuery(sessionQuery).data);
}
