import type { createSession, endSession, getSession, SessionView } from "@avances/contracts";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call, operation } from "./api-client.ts";
import { forgetKeptAnswers } from "./kept-answers.ts";

export type Session = z.output<typeof SessionView>;
export type Person = NonNullable<Session["person"]>;

const read = operation<typeof getSession>("GET", "/session");
const create = operation<typeof createSession>("POST", "/session");
const end = operation<typeof endSession>("DELETE", "/session");

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => call(read, { signal }),
  staleTime: 60_000,
});

/** Who is signed in. `person` is null while loading and when nobody is. */
export function useSession(): { person: Person | null; session: Session | undefined; isPending: boolean } {
  const { data, isPending } = useQuery(sessionQuery);
  return { person: data?.person ?? null, session: data, isPending };
}

/** The day of the server's clock (UTC) as `yyyy-mm-dd`: the clock of a visitor may be wrong. */
export function serverToday(session: Session | undefined): string {
  return (session?.now ?? new Date().toISOString()).slice(0, 10);
}

/** Signs in; everything cached for the person before is dropped. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) => call(create, { body: credentials }),
    onSuccess: (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

/** Signs out; nothing of the person stays in memory. Without a connection it fails: the session would live on. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(end, {}),
    onSuccess: () => {
      forgetKeptAnswers();
      client.clear();
    },
  });
}

/** Does this role belong to a country team (and so has a report of its own)? */
export function isCountryTeam(person: Person | null): boolean {
  return person?.country !== null && person !== null;
}
