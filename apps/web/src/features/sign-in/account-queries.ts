import type { acceptInvitation, acceptPasswordReset, requestPasswordReset } from "@avances/contracts";
import { useMutation } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

const invitation = operation<typeof acceptInvitation>("POST", "/invitations/accept");
const request = operation<typeof requestPasswordReset>("POST", "/password-resets");
const reset = operation<typeof acceptPasswordReset>("POST", "/password-resets/accept");

export interface NewPassword {
  readonly token: string;
  readonly password: string;
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
