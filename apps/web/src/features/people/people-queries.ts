import type { confirmInvitation, endPerson, invitePerson, PersonView, resendInvitation } from "@avances/contracts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call, operation } from "#lib/api-client.ts";

export type Person = z.output<typeof PersonView>;
export type Role = Person["role"];

const invite = operation<typeof invitePerson>("POST", "/people", { idempotent: true });
const confirm = operation<typeof confirmInvitation>("POST", "/people/:personId/confirm");
const sendLink = operation<typeof resendInvitation>("POST", "/people/:personId/invitation");
const end = operation<typeof endPerson>("POST", "/people/:personId/end");

export interface Invitation {
  readonly address: string;
  readonly displayName: string;
  readonly institution?: string;
  readonly role: Role;
  readonly country: string | null;
  readonly assignedIndicators?: string[];
  readonly language: "en" | "es";
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
  confirm: (personId: string) => call(confirm, { params: { personId } }),
  sendLink: (personId: string) => call(sendLink, { params: { personId } }),
  end: (personId: string) => call(end, { params: { personId } }),
} as const;

/** Confirm, send a fresh link, end: each concerns one person and takes no words. */
export function usePersonAct(act: keyof typeof personActs) {
  const onSuccess = usePeopleChanged();
  return useMutation({
    mutationFn: (personId: string) => personActs[act](personId),
    onSuccess,
  });
}
