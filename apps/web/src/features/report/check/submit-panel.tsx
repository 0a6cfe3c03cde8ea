import { judgeTransition } from "@avances/domain/submission";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useActKey } from "#lib/act-key.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { submissionQuery } from "#lib/shared-queries.ts";
import { staleActOf } from "#lib/stale-act.ts";
import { ActRefused } from "#ui/act-refused.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Checkbox } from "#ui/field.tsx";
import report from "../report.module.css";
import { useReportFacts } from "../report-context.ts";
import { useEntries, useStore } from "../saving/use-answer-store.ts";
import { useSubmit } from "../submission-queries.ts";
import { ChangedAnswers } from "./changed-answers.tsx";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import { answersChangedOf, newsSince, revisionsStoodBy, seenAnswers } from "./seen-answers.ts";

type Outcome =
  | "idle"
  | "checking"
  | "offline"
  | "notSent"
  | "unknown"
  | "errors"
  | "questions"
  | "notOpen"
  | "nothing"
  | "state"
  | "changed"
  | "answersChanged"
  | "answersUnread"
  | "failed"
  | "signedOut";

/**
 * The declaration and the button. What is declared is what the page showed when the declaration was ticked, plus what was saved from here
 * since: when an answer changes elsewhere, the tick is removed and the page says which answer. All tries with the same state of the report
 * and the same answers share one idempotency key, so the report can never be sent twice; when the connection breaks, the server's
 * record says whether it arrived.
 */
export function SubmitPanel({ isBlocked }: { readonly isBlocked: boolean }) {
  const t = useTexts(checkTexts);
  const lang = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { view, country } = useReportFacts();
  const { id, version, revision } = view.submission;
  const submit = useSubmit(id);
  const actKey = useActKey();
  const store = useStore();
  const entries = useEntries(store);
  const [seen, setSeen] = useState(() => seenAnswers(entries));
  const [isTicked, setTicked] = useState(false);
  const [isMissed, setMissed] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>("idle");
  const news = newsSince(seen, entries);
  const isDeclared = isTicked && news.length === 0;
  const isRefused = outcome === "answersChanged";
  const changed = [...new Set([...(isRefused ? answersChangedOf(submit.error) : []), ...news])].sort();

  const showReceipt = () =>
    navigate({ to: "/$lang/reports/$submissionId/receipt", params: { lang, submissionId: id } });
  async function send() {
    setOutcome("idle");
    try {
      const answers = revisionsStoodBy(seen, store.entries(), view.answers);
      await submit.mutateAsync({ answers, revision, idempotencyKey: actKey.keyFor({ revision, answers }) });
      await showReceipt();
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : null;
      if (problem?.code === "not-sent") return setOutcome("offline");
      if (problem === null || problem.status === 0 || problem.status >= 500) return askTheRecord();
      if (problem.code === "answers-changed") return showAnswers();
      setOutcome(outcomeOf(problem));
      // A signature is for the present state of the report, so a change removes the tick.
      if (staleActOf(problem) !== null) setTicked(false);
      await client.invalidateQueries({ queryKey: ["submission", id] });
    }
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
  /** After a broken connection only the server knows whether the report arrived. */
  async function askTheRecord() {
    setOutcome("checking");
    try {
      const now = await client.fetchQuery({ ...submissionQuery(id), staleTime: 0, retry: 2 });
      if (now.submission.version > version) await showReceipt();
      else setOutcome("notSent");
    } catch {
      setOutcome("unknown");
    }
  }

  const isBusy = submit.isPending || outcome === "checking";
  return (
    <section className="section" aria-labelledby="declaration">
      <h2 id="declaration" className={report.heading}>
        {t.submit.heading}
      </h2>
      <form
        className={styles.declaration}
        onSubmit={(event) => {
          event.preventDefault();
          setMissed(!isDeclared);
          if (isDeclared && !isBlocked && !isBusy) void send();
        }}
      >
        <Checkbox
          label={t.submit.declaration(country, roundWords[lang].round(roundOf(view.submission)))}
          checked={isDeclared}
          error={isMissed && !isDeclared ? t.submit.tickFirst : undefined}
          onChange={(event) => {
            setTicked(event.target.checked);
            setSeen(seenAnswers(store.entries()));
            if (isRefused) setOutcome("idle");
          }}
        />
        {changed.length > 0 ? <ChangedAnswers codes={changed} isRefused={isRefused} /> : null}
        {outcome === "changed" ? (
          <ActRefused
            error={submit.error}
            fits={(now) => judgeTransition("submit", now.status, "country").allowed}
            onSeen={() => setOutcome("idle")}
          />
        ) : outcome === "idle" || isRefused ? null : (
          <Callout tone={outcome === "checking" ? "info" : "alarm"} live="alert">
            {t.submit[outcome]}
          </Callout>
        )}
        <Button type="submit" variant="primary" disabled={isBlocked} busy={isBusy}>
          {isBusy ? t.submit.sending : t.submit.button}
        </Button>
        <p className="quiet small">{t.submit.after}</p>
      </form>
    </section>
  );
}

function outcomeOf({ status, code }: ApiProblem): Outcome {
  if (status === 401) return "signedOut";
  if (code === "submission-has-errors") return "errors";
  if (code === "round-not-open") return "notOpen";
  if (code === "nothing-answered") return "nothing";
  if (code === "questions-open") return "questions";
  if (code === "revision-stale") return "changed";
  return code === "transition-refused" ? "state" : "failed";
}
