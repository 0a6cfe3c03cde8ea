import type { createSession, endSession, getSession, SessionView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { z } from "zod";
import { call, operation, renewSession } from "./api-client.ts";
import { onOtherTabs, tellOtherTabs } from "./other-tabs.ts";
import { type PagePerson, type Person, pagePerson } from "./page-person.ts";
import { shelf } from "./shelf.ts";

export type Session = z.output<typeof SessionView>;
export type { Person } from "./page-person.ts";

const read = operation<typeof getSession>("GET", "/session");
const create = operation<typeof createSession>("POST", "/session");
const end = operation<typeof endSession>("DELETE", "/session");

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }) => {
    let session = await call(read, { signal });
    // Between two tokens the server may know nobody for a moment; a session that can be renewed has not ended.
    if (session.person === null && pagePerson.now().person !== null && (await renewSession()) === "renewed")
      session = await call(read, { signal });
    pagePerson.saw(session.person);
    return session;
  },
  staleTime: 60_000,
  // Another tab may have signed somebody else in.
  refetchOnWindowFocus: "always",
});

/** Keeps the page, the cache and the other tabs of this browser in agreement about who is signed in. Called once. */
export function watchSession(client: QueryClient): void {
  const askAgain = () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  pagePerson.onRefusal(askAgain);
  onOtherTabs(askAgain);
  pagePerson.subscribe((now, before) => {
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
  return useSyncExternalStore(pagePerson.subscribe, pagePerson.now);
}

/** Today by the server's clock (UTC) as `yyyy-mm-dd`: the clock of a visitor may be wrong. */
export function serverToday(session: Session | undefined): string {
  return (session?.now ?? new Date().toISOString()).slice(0, 10);
}

/** The same, for pages that need only the day. */
export function useServerToday(): string {
  return serverToday(useQuery(sessionQuery).data);
}

/** Signs in. If it is another person than the one the page showed, everything cached for the first is dropped. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) => call(create, { body: credentials }),
    onSuccess: (session) => {
      showPerson(client, session);
      tellOtherTabs();
    },
  });
}

/** The page continues as the person who signed in in another tab. */
export function useGoOn() {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => call(read, {}), onSuccess: (session) => showPerson(client, session) });
}

function showPerson(client: QueryClient, session: Session): void {
  if (pagePerson.now().person?.id !== session.person?.id) client.clear();
  client.setQueryData(sessionQuery.queryKey, session);
  pagePerson.became(session.person);
}

/**
 * Signs out. `keep`: what is not saved stays in this browser for the person; otherwise nothing of theirs stays. Without a connection it
 * fails, because the session would remain valid.
 */
export function useSignOut() {
  const client = useQueryClient();
  const { person } = usePagePerson();
  return useMutation({
    mutationFn: (_what: "keep" | "forget") => call(end, {}),
    onSuccess: (_, what) => {
      if (person !== null) shelf.forget(person.id, what === "keep" ? ["before"] : undefined);
      pagePerson.became(null);
      client.clear();
      tellOtherTabs();
    },
  });
}

/** Does this role belong to a country team, which has its own report? */
export function isCountryTeam(person: Person | null): boolean {
  return person?.country !== null && person !== null;
}

/** May this person open, correct and cancel rounds, and so see their monitor and record? */
export function mayRunRounds(person: Person | null): boolean {
  return person !== null && mayDo(person.role, "rounds.manage");
}
