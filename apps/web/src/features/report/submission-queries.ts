import type {
  getReceipt,
  ResponseOf,
  reopenAnswer,
  SavedAnswer,
  SubmissionView,
  saveAnswer,
  saveAnswers,
  submitSubmission,
  withdrawSubmission,
} from "@avances/contracts";
import type { AnswerRevisions } from "@avances/domain/submission";
import { queryOptions, useMutation, useQueryClient, useSuspenseQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLanguage } from "#i18n/language.ts";
import { call, operation } from "#lib/api-client.ts";
import { bringUpToDate } from "#lib/bring-up-to-date.ts";
import { pagePerson } from "#lib/page-person.ts";
import { useSession } from "#lib/session.ts";
import { countriesQuery, submissionQuery, workingCatalogueQuery } from "#lib/shared-queries.ts";
import type { AnswerToSend } from "./saving/answer-store.ts";

const receipt = operation<typeof getReceipt>("GET", "/submissions/:submissionId/receipt");
const save = operation<typeof saveAnswer>("PUT", "/submissions/:submissionId/answers/:indicatorCode");
const saveMany = operation<typeof saveAnswers>("PUT", "/submissions/:submissionId/answers");
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

/** A report with everything needed to show it: catalogue, country, and the indicators this person may see. */
export function useReport(submissionId: string) {
  const { person } = useSession();
  const client = useQueryClient();
  const lang = useLanguage();
  // Chosen once for each language: a catalogue that became another object while somebody types would judge everything anew.
  const working = useMemo(() => workingCatalogueQuery(client, lang), [client, lang]);
  const [view, catalogue, list] = useSuspenseQueries({
    queries: [submissionQuery(submissionId), working, countriesQuery],
  });
  const assigned = person?.assignedIndicators ?? null;
  const all = catalogue.data.indicators;
  const indicators = useMemo(
    () => (assigned === null ? all : all.filter(({ code }) => assigned.includes(code))),
    [all, assigned],
  );
  return {
    person,
    view: view.data,
    catalogue: catalogue.data,
    country: list.data.countries.find(({ alpha3 }) => alpha3 === view.data.submission.country),
    indicators,
  };
}

/**
 * Sends one answer in the name of this person, whoever the page shows by then; the reply also updates the state of the whole report
 * in the cache.
 */
export function useSendAnswer(submissionId: string, userId: string) {
  const client = useQueryClient();
  return async (
    indicatorCode: string,
    body: Omit<SavedAnswer, "indicatorCode" | "revision" | "updatedAt" | "updatedByName">,
    revision: number,
  ) => {
    const reply = await call(save, { params: { submissionId, indicatorCode }, body, revision, actingAs: userId });
    if (pagePerson.now().person?.id !== userId) return reply.answer;
    bringUpToDate(client, submissionId, (view) => withSaved(view, reply));
    void client.invalidateQueries({ queryKey: ["home"] });
    return reply.answer;
  };
}

/** Sends many answers as one act: the server saves all of them or none. */
export function useSendAnswers(submissionId: string, userId: string) {
  const client = useQueryClient();
  return async (answers: readonly AnswerToSend[]) => {
    const body = {
      answers: answers.map(({ code, input, revision }) => ({ ...input, indicatorCode: code, revision })),
    };
    const reply = await call(saveMany, { params: { submissionId }, body, actingAs: userId });
    if (pagePerson.now().person?.id !== userId) return reply.answers;
    bringUpToDate(client, submissionId, (view) => withAllSaved(view, reply));
    void client.invalidateQueries({ queryKey: ["home"] });
    return reply.answers;
  };
}

/** The report after this save, with what may be done to it from now on. */
export function withSaved(view: SubmissionView, reply: ResponseOf<typeof saveAnswer>): SubmissionView {
  return withAllSaved(view, { ...reply, answers: [reply.answer] });
}

type SavedTogether = Pick<
  ResponseOf<typeof saveAnswers>,
  "answers" | "status" | "answered" | "may" | "submissionRevision"
>;

function withAllSaved(view: SubmissionView, reply: SavedTogether): SubmissionView {
  const { answers, status, answered, may, submissionRevision: revision } = reply;
  const saved = new Set(answers.map(({ indicatorCode }) => indicatorCode));
  const others = view.answers.filter(({ indicatorCode }) => !saved.has(indicatorCode));
  return {
    ...view,
    answers: [...others, ...answers],
    submission: { ...view.submission, status, answered, revision },
    may,
  };
}

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
      client.setQueryData(receiptQuery(submissionId, undefined).queryKey, made);
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
