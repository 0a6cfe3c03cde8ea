import type { SubmissionView } from "@avances/contracts";
import { judgeTransition } from "@avances/domain/submission";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useActKey } from "#lib/act-key.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { submissionQuery } from "#lib/shared-queries.ts";
import { staleActOf } from "#lib/stale-act.ts";
import type { Declared } from "../act-queries.ts";
import { useReportFacts } from "../report-context.ts";
import { useEntries, useStore } from "../saving/use-answer-store.ts";
import { answersChangedOf, newsSince, revisionsStoodBy, seenAnswers } from "./seen-answers.ts";

export type Outcome =
  | "idle"
  | "checking"
  | "offline"
  | "notSent"
  | "unknown"
  | "errors"
  | "questions"
  | "notOpen"
  | "nothing"
  | "signature"
  | "author"
  | "state"
  | "changed"
  | "answersChanged"
  | "answersUnread"
  | "failed"
  | "signedOut";

interface DeclaredAct {
  /** Sends it; throws `ApiProblem`. */
  readonly act: (declared: Declared) => Promise<unknown>;
  /** Did it arrive? Read from the report when the connection broke, against how it was before. */
  readonly hasArrived: (now: SubmissionView, before: SubmissionView) => boolean;
  /** It is done. */
  readonly onDone: () => unknown;
}

/**
 * An act that declares answers: submitting, asking for a signature, signing. What is declared is what the page showed when the declaration
 * was ticked, plus what was saved from here since: when an answer changes elsewhere, the tick is removed and the page says which answer.
 * All tries with the same state of the report and the same answers share one idempotency key, so it can never be done twice; when the
 * connection breaks, the server's record says whether it arrived. Without a connection nothing is sent, then or later.
 */
export function useDeclaredAct({ act, hasArrived, onDone }: DeclaredAct) {
  const client = useQueryClient();
  const { view } = useReportFacts();
  const { id, revision } = view.submission;
  const actKey = useActKey();
  const store = useStore();
  const entries = useEntries(store);
  const [seen, setSeen] = useState(() => seenAnswers(entries));
  const [isTicked, setTicked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<Outcome>("idle");
  const news = newsSince(seen, entries);
  const isRefused = outcome === "answersChanged";

  /** `leaving`: the questions that are knowingly left without an answer. */
  async function send(leaving: readonly string[] = []) {
    setOutcome("idle");
    setError(null);
    setSending(true);
    try {
      const answers = revisionsStoodBy(seen, store.entries(), view.answers);
      const wanted = { answers, revision, leaving: [...leaving] };
      await act({ ...wanted, idempotencyKey: actKey.keyFor(wanted) });
      actKey.done();
      setTicked(false);
      await onDone();
    } catch (thrown) {
      await explain(thrown);
    } finally {
      setSending(false);
    }
  }
  async function explain(thrown: unknown) {
    setError(thrown);
    const problem = thrown instanceof ApiProblem ? thrown : null;
    if (problem?.code === "not-sent") return setOutcome("offline");
    if (problem === null || problem.status === 0 || problem.status >= 500) return askTheRecord();
    if (problem.code === "answers-changed") return showAnswers();
    setOutcome(outcomeOf(problem));
    // A declaration is for the present state of the report, so a change removes the tick.
    if (staleActOf(problem) !== null) setTicked(false);
    await client.invalidateQueries({ queryKey: ["submission", id] });
  }
  /** The answers that this page showed are out of date: it reads the present ones, and the person looks before anything is sent. */
  async function showAnswers() {
    setTicked(false);
    try {
      const now = await client.fetchQuery({ ...submissionQuery(id), staleTime: 0 });
      // Also when this page has read them already: changes it skipped while somebody was typing count now.
      store.read(now.answers);
      setOutcome("answersChanged");
    } catch {
      setOutcome("answersUnread");
    }
  }
  /** After a broken connection only the server knows whether it arrived. */
  async function askTheRecord() {
    setOutcome("checking");
    try {
      const now = await client.fetchQuery({ ...submissionQuery(id), staleTime: 0, retry: 2 });
      if (!hasArrived(now, view)) return setOutcome("notSent");
      setOutcome("idle");
      setTicked(false);
      await onDone();
    } catch {
      setOutcome("unknown");
    }
  }

  return {
    send,
    outcome,
    error,
    isBusy: isSending || outcome === "checking",
    /** Ticked, and nothing has changed elsewhere since. */
    isDeclared: isTicked && news.length === 0,
    declare(ticked: boolean) {
      setTicked(ticked);
      setSeen(seenAnswers(store.entries()));
      if (isRefused) setOutcome("idle");
    },
    /** Answers that are no longer the ones that were shown. */
    changed: [...new Set([...(isRefused ? answersChangedOf(error) : []), ...news])].sort(),
    isRefused,
    /** After the refusal of a stale act: the person has seen who did what. */
    goOn: () => setOutcome("idle"),
    fits: (now: { readonly status: SubmissionView["submission"]["status"] }) =>
      judgeTransition("submit", now.status, "country").allowed,
  };
}

export type DeclaredState = ReturnType<typeof useDeclaredAct>;

function outcomeOf({ status, code }: ApiProblem): Outcome {
  if (status === 401) return "signedOut";
  if (code === "submission-has-errors") return "errors";
  if (code === "round-not-open") return "notOpen";
  if (code === "nothing-answered") return "nothing";
  if (code === "questions-open") return "questions";
  if (code === "signature-missing") return "signature";
  if (code === "signer-is-author") return "author";
  if (code === "revision-stale") return "changed";
  return code === "transition-refused" || code === "not-available-now" ? "state" : "failed";
}
