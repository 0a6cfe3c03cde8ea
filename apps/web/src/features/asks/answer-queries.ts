import type { BodyInputOf, ResponseOf, showAnswerLink, useAnswerLink } from "@avances/contracts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

export type AnswerLink = ResponseOf<typeof showAnswerLink>;

const show = operation<typeof showAnswerLink>("POST", "/answer-links/show");
const use = operation<typeof useAnswerLink>("POST", "/answer-links/use");

/** What the link is about; uses nothing up. */
export function useShownLink(token: string | null) {
  return useQuery({
    queryKey: ["answer-link", token],
    queryFn: ({ signal }) => call(show, { body: { token: token ?? "" }, signal }),
    enabled: token !== null,
    refetchOnWindowFocus: false,
    // A link that is refused stays refused.
    retry: false,
  });
}

export function useAnswer(token: string) {
  return useMutation({
    mutationFn: (answer: Omit<BodyInputOf<typeof useAnswerLink>, "token">) => call(use, { body: { ...answer, token } }),
  });
}
