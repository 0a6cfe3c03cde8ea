import type { createSession, openSectionLink } from "@avances/contracts";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "./api-client.ts";
import { tellOtherTabs } from "./other-tabs.ts";
import { pagePerson } from "./page-person.ts";
import { readSession, type Session, sessionQuery } from "./session.ts";
import { showReply } from "./show-reply.ts";

// Signing in, continuing as somebody else. Separate from `session.ts`, which every page loads: readers need none of this.

const create = operation<typeof createSession>("POST", "/session");
const openLink = operation<typeof openSectionLink>("POST", "/section-links/open");

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
  showReply(client, sessionQuery.queryKey, session);
  pagePerson.became(session.person);
}
