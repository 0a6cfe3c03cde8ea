import type {
  BodyInputOf,
  CommitmentView,
  Contract,
  concludeCommitment,
  dispatchCommitment,
  fileCommitment,
  getCommitment,
  getCommitmentsCsv,
  getCommitmentsWorkbook,
  listCommitments,
  moveCommitment,
  previewDispatch,
  previewResendOfCommitment,
  QueryInputOf,
  resendCommitment,
  reviseCommitment,
  saveCommitment,
  tellSeen,
} from "@avances/contracts";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, type Operation, operation } from "#lib/api-client.ts";

const list = operation<typeof listCommitments>("GET", "/commitments");
const one = operation<typeof getCommitment>("GET", "/commitments/:matterId");
const seen = operation<typeof tellSeen>("POST", "/matters/:matterId/seen");
const lookAtDispatch = operation<typeof previewDispatch>("POST", "/commitments/:matterId/dispatch/preview");
const lookAtResend = operation<typeof previewResendOfCommitment>("POST", "/commitments/:matterId/resend/preview");
const acts = {
  save: operation<typeof saveCommitment>("PUT", "/commitments/:matterId", { idempotent: true }),
  file: operation<typeof fileCommitment>("POST", "/commitments/:matterId/file", { idempotent: true }),
  revise: operation<typeof reviseCommitment>("POST", "/commitments/:matterId/versions", { idempotent: true }),
  move: operation<typeof moveCommitment>("POST", "/commitments/:matterId/stage", { idempotent: true }),
  conclude: operation<typeof concludeCommitment>("POST", "/commitments/:matterId/outcome", { idempotent: true }),
  dispatch: operation<typeof dispatchCommitment>("POST", "/commitments/:matterId/dispatch", { idempotent: true }),
  resend: operation<typeof resendCommitment>("POST", "/commitments/:matterId/resend", { idempotent: true }),
};

export const commitmentsFiles = {
  csv: operation<typeof getCommitmentsCsv>("GET", "/commitments.csv"),
  xlsx: operation<typeof getCommitmentsWorkbook>("GET", "/commitments.xlsx"),
};

export type CommitmentsAsked = QueryInputOf<typeof listCommitments>;

/** A page of the commitments as asked for; while another is fetched, the one before stays. */
export const commitmentsQuery = (asked: CommitmentsAsked) =>
  queryOptions({
    queryKey: ["commitments", "list", asked],
    queryFn: ({ signal }) => call(list, { query: asked, signal }),
    placeholderData: keepPreviousData,
  });

export const commitmentQuery = (matterId: string) =>
  queryOptions({
    queryKey: ["commitments", matterId],
    queryFn: ({ signal }) => call(one, { params: { matterId }, signal }),
  });

/** Also after a refusal: the page then shows what caused it. */
function useCommitmentsChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["commitments"] });
}

interface Bodies {
  readonly save: BodyInputOf<typeof saveCommitment>;
  readonly file: undefined;
  readonly revise: BodyInputOf<typeof reviseCommitment>;
  readonly move: BodyInputOf<typeof moveCommitment>;
  readonly conclude: BodyInputOf<typeof concludeCommitment>;
  readonly dispatch: BodyInputOf<typeof dispatchCommitment>;
  readonly resend: BodyInputOf<typeof resendCommitment>;
}
export type CommitmentActName = keyof Bodies;

export interface DecidedOnCommitment<Name extends CommitmentActName> {
  readonly body: Bodies[Name];
  /** Revision of the commitment that the page showed; 0 = there is none yet. */
  readonly revision: number;
  readonly idempotencyKey: string;
}

/** An act on one commitment. */
export function useCommitmentAct<Name extends CommitmentActName>(matterId: string, name: Name) {
  const onSettled = useCommitmentsChanged();
  return useMutation({
    mutationFn: (act: DecidedOnCommitment<Name>): Promise<CommitmentView> =>
      call(acts[name] as Operation<Contract>, { params: { matterId }, ...act } as never) as Promise<CommitmentView>,
    onSettled,
  });
}

/** What sending it would write; nothing is sent. */
export function useLookAtDispatch(matterId: string) {
  return useMutation({
    mutationFn: (body: BodyInputOf<typeof previewDispatch>) => call(lookAtDispatch, { params: { matterId }, body }),
  });
}

export function useLookAtResend(matterId: string) {
  return useMutation({
    mutationFn: (to: readonly string[]) => call(lookAtResend, { params: { matterId }, body: { to: [...to] } }),
  });
}

/** Tells the author that a version was on screen. Nobody waits for it, and nothing is said when it does not arrive: the next visit tells it. */
export function noteSeen(matterId: string, version: number): void {
  call(seen, { params: { matterId }, body: { version } }).catch(() => undefined);
}
