import type { ResponseOf, SavedAnswer, SubmissionView, saveAnswer, saveAnswers } from "@avances/contracts";
import { usePrefetchQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLanguage } from "#i18n/language.ts";
import { call, operation } from "#lib/api-client.ts";
import { bringUpToDate } from "#lib/bring-up-to-date.ts";
import { pagePerson } from "#lib/page-person.ts";
import { useSession } from "#lib/session.ts";
import { countriesQuery, submissionQuery, workingCatalogueQuery } from "#lib/shared-queries.ts";
import type { AnswerToSend } from "./saving/answer-store.ts";

const save = operation<typeof saveAnswer>("PUT", "/submissions/:submissionId/answers/:indicatorCode");
const saveMany = operation<typeof saveAnswers>("PUT", "/submissions/:submissionId/answers");

/** A report with everything needed to show it: catalogue, country, and the indicators this person may see. */
export function useReport(submissionId: string) {
  const { person } = useSession();
  const client = useQueryClient();
  const lang = useLanguage();
  // Chosen once for each language: a catalogue that became another object while somebody types would judge everything anew.
  const working = useMemo(() => workingCatalogueQuery(client, lang), [client, lang]);
  // All are asked for before the first is waited for.
  usePrefetchQuery(working);
  usePrefetchQuery(countriesQuery);
  const view = useSuspenseQuery(submissionQuery(submissionId));
  const catalogue = useSuspenseQuery(working);
  const list = useSuspenseQuery(countriesQuery);
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
