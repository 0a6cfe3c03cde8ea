import type { addTerm, BodyInputOf, BodyView, endTerm, getBody, withdrawTerm } from "@avances/contracts";
import type { BodyCode } from "@avances/domain/network";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";

const body = operation<typeof getBody>("GET", "/bodies/:body");
const add = operation<typeof addTerm>("POST", "/bodies/:body/terms", { idempotent: true });
const end = operation<typeof endTerm>("POST", "/terms/:termId/end", { idempotent: true });
const withdraw = operation<typeof withdrawTerm>("POST", "/terms/:termId/withdraw", { idempotent: true });

export const bodyQuery = (code: BodyCode) =>
  queryOptions({
    queryKey: ["bodies", code],
    queryFn: ({ signal }) => call(body, { params: { body: code }, signal }),
  });

/** Also after a refusal: the page then shows what caused it. */
function useBodiesChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["bodies"] });
}

interface Sent<Body> {
  readonly body: Body;
  readonly idempotencyKey: string;
}

export function useAddTerm(code: BodyCode) {
  const onSettled = useBodiesChanged();
  return useMutation({
    mutationFn: (sent: Sent<BodyInputOf<typeof addTerm>>): Promise<BodyView> =>
      call(add, { params: { body: code }, ...sent }),
    onSettled,
  });
}

export function useEndTerm(termId: string) {
  const onSettled = useBodiesChanged();
  return useMutation({
    mutationFn: (sent: Sent<BodyInputOf<typeof endTerm>>): Promise<BodyView> =>
      call(end, { params: { termId }, ...sent }),
    onSettled,
  });
}

export function useWithdrawTerm(termId: string) {
  const onSettled = useBodiesChanged();
  return useMutation({
    mutationFn: (sent: Sent<BodyInputOf<typeof withdrawTerm>>): Promise<BodyView> =>
      call(withdraw, { params: { termId }, ...sent }),
    onSettled,
  });
}
