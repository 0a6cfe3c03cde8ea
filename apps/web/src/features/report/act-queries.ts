import type { getReceipt, reopenAnswer, submitSubmission, withdrawSubmission } from "@avances/contracts";
import type { AnswerRevisions } from "@avances/domain/submission";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, operation } from "#lib/api-client.ts";
import { bringUpToDate } from "#lib/bring-up-to-date.ts";
import { submissionQuery } from "#lib/shared-queries.ts";
import { showReply } from "#lib/show-reply.ts";

// What is done to a whole report. Apart from reading and saving it (`submission-queries.ts`): the form begins without any of this.

const receipt = operation<typeof getReceipt>("GET", "/submissions/:submissionId/receipt");
const submit = operation<typeof submitSubmission>("POST", "/submissions/:submissionId/submit", { idempotent: true });
const reopen = operation<typeof reopenAnswer>("POST", "/submissions/:submissionId/answers/:indicatorCode/reopen", {
  idempotent: true,
});
const withdraw = operation<typeof withdrawSubmission>("POST", "/submissions/:submissionId/withdraw", {
  idempotent: true,
});

export const receiptQuery = (submissionId: string, version: number | undefined) =>
  queryOptions({
    queryKey: ["receipt", submissionId, version ?? "latest"],
    queryFn: ({ signal }) =>
      call(receipt, {
        params: { submissionId },
        ...(version === undefined ? {} : { query: { version: String(version) } }),
        signal,
      }),
  });

/** What a person declares, and decides, when submitting or signing. */
export interface Declared {
  readonly answers: AnswerRevisions;
  /** Ids of the questions of the Secretariat that are knowingly left without an answer. */
  readonly leaving: string[];
  readonly revision: number;
  readonly idempotencyKey: string;
}

/** `idempotencyKey` is made once per intended act and kept for its retries, so that pressing twice sends once. */
export function useSubmit(submissionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ answers, leaving, ...act }: Declared) =>
      call(submit, { params: { submissionId }, body: { declaration: true, answers, leaving }, ...act }),
    onSuccess: (made) => {
      showReply(client, receiptQuery(submissionId, undefined).queryKey, made);
      // A repeated request gets the first reply, so the present state of the report is fetched.
      void client.invalidateQueries({ queryKey: ["receipt", submissionId] });
      void client.invalidateQueries({ queryKey: ["submission", submissionId] });
      void client.invalidateQueries({ queryKey: ["home"] });
    },
  });
}

interface Reopen {
  readonly indicatorCode: string;
  readonly reason: string;
  readonly revision: number;
  readonly idempotencyKey: string;
}

/** Opens an answer of a returned report that nobody asks about; the reason goes to the Secretariat. */
export function useReopen(submissionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ indicatorCode, reason, ...act }: Reopen) =>
      call(reopen, { params: { submissionId, indicatorCode }, body: { reason }, ...act }),
    onSuccess: ({ reopened, inQuestion, submissionRevision: revision }) => {
      bringUpToDate(client, submissionId, (view) => ({
        ...view,
        inQuestion,
        reopened: [...view.reopened, reopened],
        submission: { ...view.submission, revision },
      }));
      void client.invalidateQueries({ queryKey: submissionQuery(submissionId).queryKey });
    },
  });
}

export function useWithdraw(submissionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ reason, ...act }: { reason: string; revision: number; idempotencyKey: string }) =>
      call(withdraw, { params: { submissionId }, body: { reason }, ...act }),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ["submission", submissionId] }),
        client.invalidateQueries({ queryKey: ["receipt", submissionId] }),
        client.invalidateQueries({ queryKey: ["home"] }),
      ]);
    },
  });
}
