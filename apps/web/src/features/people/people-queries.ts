import type {
  confirmRequest,
  endPerson,
  invitePerson,
  listPeople,
  PersonView,
  resendInvitation,
  withdrawRequest,
} from "@avances/contracts";
import type { Language } from "@avances/domain/catalogue";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call, operation } from "#lib/api-client.ts";

export type Person = z.output<typeof PersonView>;
export type Role = Person["role"];
/** Do acts that reach into a country take two people, or has the Secretariat never had a second one? */
export type SecondPerson = z.output<(typeof listPeople)["response"]>["secondPerson"];

const invite = operation<typeof invitePerson>("POST", "/people", { idempotent: true });
const confirm = operation<typeof confirmRequest>("POST", "/people/:personId/requests/:requestId/confirm");
const withdraw = operation<typeof withdrawRequest>("POST", "/people/:personId/requests/:requestId/withdraw");
const sendLink = operation<typeof resendInvitation>("POST", "/people/:personId/invitation");
const end = operation<typeof endPerson>("POST", "/people/:personId/end");

export interface Invitation {
  readonly address: string;
  readonly displayName: string;
  readonly institution?: string;
  readonly salutation?: string;
  readonly role: Role;
  readonly country: string | null;
  readonly assignedIndicators?: string[];
  readonly language: Language;
}

function usePeopleChanged() {
  const client = useQueryClient();
  return () =>
    Promise.all([["people"], ["round-status"], ["mail"]].map((queryKey) => client.invalidateQueries({ queryKey })));
}

export function useInvite() {
  const onSuccess = usePeopleChanged();
  return useMutation({
    mutationFn: ({ invitation, idempotencyKey }: { invitation: Invitation; idempotencyKey: string }) =>
      call(invite, { body: invitation, idempotencyKey }),
    onSuccess,
  });
}

const personActs = {
  sendLink: ({ id }: Person) => call(sendLink, { params: { personId: id } }),
  end: ({ id }: Person) => call(end, { params: { personId: id } }),
  confirm: ({ id, waiting }: Person) => call(confirm, { params: { personId: id, requestId: waiting?.id ?? "" } }),
  withdraw: ({ id, waiting }: Person) => call(withdraw, { params: { personId: id, requestId: waiting?.id ?? "" } }),
} as const;

/** Send a fresh link, end, and decide on what waits for a second person. Each acts on one person in the state that was seen, and has no text. */
export function usePersonAct(act: keyof typeof personActs) {
  const onSuccess = usePeopleChanged();
  return useMutation({
    mutationFn: (person: Person) => personActs[act](person),
    onSuccess,
  });
}
