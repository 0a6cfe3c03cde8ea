import type {
  askForSection,
  BodyOf,
  changeSection,
  getOwnPart,
  giveBackProposal,
  handInSection,
  listSections,
  ProposalView,
  ResponseOf,
  removeSection,
  SectionInput,
  sendSectionLink,
  takeProposals,
  undoTaking,
  withdrawProposal,
} from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";
import { ministriesKey } from "#lib/proposals-query.ts";
import { submissionQuery } from "#lib/shared-queries.ts";
import { showReply } from "#lib/show-reply.ts";

const sections = operation<typeof listSections>("GET", "/submissions/:submissionId/sections");
const ask = operation<typeof askForSection>("POST", "/submissions/:submissionId/sections", { idempotent: true });
const link = operation<typeof sendSectionLink>("POST", "/submissions/:submissionId/sections/:sectionId/link");
const change = operation<typeof changeSection>("POST", "/submissions/:submissionId/sections/:sectionId/change");
const remove = operation<typeof removeSection>("POST", "/submissions/:submissionId/sections/:sectionId/remove");
const take = operation<typeof takeProposals>("POST", "/submissions/:submissionId/proposals/take");
const undo = operation<typeof undoTaking>("POST", "/submissions/:submissionId/proposals/:proposalId/undo");
const giveBack = operation<typeof giveBackProposal>(
  "POST",
  "/submissions/:submissionId/proposals/:proposalId/give-back",
);
const ownPart = operation<typeof getOwnPart>("GET", "/submissions/:submissionId/own-part");
const withdraw = operation<typeof withdrawProposal>(
  "POST",
  "/submissions/:submissionId/own-part/proposals/:indicatorCode/withdraw",
);
const handIn = operation<typeof handInSection>("POST", "/submissions/:submissionId/own-part/hand-in");

/** A proposal that was given back, and whether its author is told by mail. */
export type GivenBack = ResponseOf<typeof giveBackProposal>;

export const sectionsQuery = (submissionId: string) =>
  queryOptions({
    queryKey: [...ministriesKey(submissionId), "sections"],
    queryFn: ({ signal }) => call(sections, { params: { submissionId }, signal }),
  });

export const ownPartQuery = (submissionId: string) =>
  queryOptions({
    queryKey: [...ministriesKey(submissionId), "own"],
    queryFn: ({ signal }) => call(ownPart, { params: { submissionId }, signal }),
  });

function useChanged(submissionId: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ministriesKey(submissionId) });
}

/** After proposals became answers, or no longer are: the report is read anew too. */
function useDecided(submissionId: string) {
  const client = useQueryClient();
  const changed = useChanged(submissionId);
  return async () => {
    await Promise.all([
      changed(),
      client.invalidateQueries({ queryKey: submissionQuery(submissionId).queryKey }),
      client.invalidateQueries({ queryKey: ["home"] }),
    ]);
  };
}

export function useAskForSection(submissionId: string) {
  const onSuccess = useChanged(submissionId);
  return useMutation({
    mutationFn: ({ section, idempotencyKey }: { section: SectionInput; idempotencyKey: string }) =>
      call(ask, { params: { submissionId }, body: section, idempotencyKey }),
    onSuccess,
  });
}

export function useSendLink(submissionId: string) {
  return useMutation({
    mutationFn: (sectionId: string) => call(link, { params: { submissionId, sectionId } }),
  });
}

/** Whatever the reply, the sections are read anew: a refusal says that this one has changed. */
export function useChangeSection(submissionId: string) {
  const onSettled = useChanged(submissionId);
  return useMutation({
    mutationFn: ({ sectionId, ...body }: { sectionId: string } & BodyOf<typeof changeSection>) =>
      call(change, { params: { submissionId, sectionId }, body }),
    onSettled,
  });
}

export function useRemoveSection(submissionId: string) {
  const onSuccess = useChanged(submissionId);
  return useMutation({
    mutationFn: (sectionId: string) => call(remove, { params: { submissionId, sectionId } }),
    onSuccess,
  });
}

/** Whatever the reply, the proposals are read anew: a refusal says that one of them has changed. */
export function useTake(submissionId: string) {
  const onSettled = useDecided(submissionId);
  return useMutation({
    mutationFn: (wanted: readonly ProposalView[]) =>
      call(take, {
        params: { submissionId },
        body: {
          proposals: wanted.map(({ id, revision, present }) => ({
            id,
            revision,
            answerRevision: present?.revision ?? 0,
          })),
        },
      }),
    onSettled,
  });
}

export function useUndoTaking(submissionId: string) {
  const onSettled = useDecided(submissionId);
  return useMutation({
    mutationFn: (proposalId: string) => call(undo, { params: { submissionId, proposalId } }),
    onSettled,
  });
}

export function useGiveBack(submissionId: string) {
  const onSettled = useChanged(submissionId);
  return useMutation({
    mutationFn: ({ proposalId, ...body }: { proposalId: string; revision: number; note: string }) =>
      call(giveBack, { params: { submissionId, proposalId }, body }),
    onSettled,
  });
}

export function useHandIn(submissionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(handIn, { params: { submissionId } }),
    onSuccess: (own: ResponseOf<typeof handInSection>) => showReply(client, ownPartQuery(submissionId).queryKey, own),
  });
}

/** Takes back what its author proposes for one indicator; whatever the reply, the own part and the report are read anew. */
export function useWithdrawProposal(submissionId: string) {
  const onSettled = useDecided(submissionId);
  return useMutation({
    mutationFn: ({ indicatorCode, revision }: { indicatorCode: string; revision: number }) =>
      call(withdraw, { params: { submissionId, indicatorCode }, body: { revision } }),
    onSettled,
  });
}
