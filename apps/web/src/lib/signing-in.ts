import type { createSession, endSession, openSectionLink } from "@avances/contracts";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "./api-client.ts";
import { tellOtherTabs } from "./other-tabs.ts";
import { pagePerson } from "./page-person.ts";
import { readSession, type Session, sessionQuery, usePagePerson } from "./session.ts";
import { shelf } from "./shelf.ts";
import { vault } from "./vault.ts";

// Signing in, continuing as somebody else, signing out. Separate from `session.ts`, which every page loads: readers need none of this.

const create = operation<typeof createSession>("POST", "/session");
const openLink = operation<typeof openSectionLink>("POST", "/section-links/open");
const end = operation<typeof endSession>("DELETE", "/session");

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

/** Uses a link to a section: a session begins that is limited to it, whoever was signed in before. */
export function useOpenSection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => call(openLink, { body: { token } }),
    onSuccess: (session) => {
      showPerson(client, session);
      tellOtherTabs();
    },
  });
}

/** The page continues as the person who signed in in another tab. */
export function useGoOn() {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => call(readSession, {}), onSuccess: (session) => showPerson(client, session) });
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
    onSuccess: async (_, what) => {
      // Also on a device where the person keeps what is not saved: what was read may be read again after signing in.
      await forgetOffline().catch(() => undefined);
      if (person !== null) {
        shelf.forget(person.id, what === "keep" ? ["before"] : undefined);
        // With the last entry the key goes too; what stays by the person's own wish keeps it.
        await vault.forget(person.id).catch(() => undefined);
      }
      pagePerson.became(null);
      client.clear();
      tellOtherTabs();
    },
  });
}

/** Loaded when it is needed, so that forms begin without it. */
async function forgetOffline(): Promise<void> {
  const [{ copies }, { openOnlyWithNetwork }] = await Promise.all([
    import("./copies.ts"),
    import("./offline-pages.ts"),
  ]);
  await Promise.all([copies.keepOnly(null), openOnlyWithNetwork()]);
}
