import type {
  acceptInvitation,
  acceptPasswordReset,
  requestPasswordReset,
  requestSectionLink,
  showInvitation,
} from "@avances/contracts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

const shown = operation<typeof showInvitation>("POST", "/invitations/show");
const invitation = operation<typeof acceptInvitation>("POST", "/invitations/accept");
const request = operation<typeof requestPasswordReset>("POST", "/password-resets");
const requestSection = operation<typeof requestSectionLink>("POST", "/section-links");
const reset = operation<typeof acceptPasswordReset>("POST", "/password-resets/accept");

export interface NewPassword {
  readonly token: string;
  readonly password: string;
}

/** The address that belongs to this link; a null token = no link. */
export function useInvitation(token: string | null) {
  return useQuery({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => call(shown, { body: { token: token ?? "" }, signal }),
    enabled: token !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useAcceptInvitation() {
  return useMutation({ mutationFn: (body: NewPassword) => call(invitation, { body }) });
}

export function useAcceptReset() {
  return useMutation({ mutationFn: (body: NewPassword) => call(reset, { body }) });
}

export function useRequestReset() {
  return useMutation({ mutationFn: (email: string) => call(request, { body: { email } }) });
}

export function useRequestSection() {
  return useMutation({ mutationFn: (email: string) => call(requestSection, { body: { email } }) });
}
