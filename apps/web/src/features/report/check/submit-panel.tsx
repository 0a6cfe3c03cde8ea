import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/field.tsx";
import { useSubmit } from "../act-queries.ts";
import { useReportFacts } from "../report-context.ts";
import { ActOutcome } from "./act-outcome.tsx";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import { useLeavingQuestions } from "./leaving-questions.tsx";
import { useDeclaredAct } from "./use-declared-act.ts";
import { WaitingFor, type Waits } from "./waiting-for.tsx";

/** The declaration and the button, always in sight below the document, with why they wait. */
export function SubmitPanel({ waits, signedBy }: { readonly waits: Waits; readonly signedBy: string | null }) {
  const t = useTexts(checkTexts);
  const lang = useLanguage();
  const navigate = useNavigate();
  const { view, country } = useReportFacts();
  const { id } = view.submission;
  const submit = useSubmit(id);
  const [isMissed, setMissed] = useState(false);
  const state = useDeclaredAct({
    act: submit.mutateAsync,
    hasArrived: (now, before) => now.submission.version > before.submission.version,
    onDone: () => navigate({ to: "/$lang/reports/$submissionId/receipt", params: { lang, submissionId: id } }),
  });
  const { isDeclared, isBusy } = state;
  const isBlocked = waits.blocking + waits.notes > 0;
  const leaving = useLeavingQuestions(state.send, "send");
  return (
    <section id="act" tabIndex={-1} className={styles.bar} aria-label={t.submit.heading}>
      <ActOutcome state={state} words="submit" />
      <form
        className={styles.declaration}
        onSubmit={(event) => {
          event.preventDefault();
          setMissed(!isDeclared);
          if (isDeclared && !isBlocked && !isBusy) leaving.start();
        }}
      >
        <div>
          <Checkbox
            id="declaration"
            className={styles.tick}
            label={t.submit.declaration(country, roundWords[lang].round(roundOf(view.submission)))}
            checked={isDeclared}
            error={isMissed && !isDeclared ? t.submit.tickFirst : undefined}
            onChange={(event) => state.declare(event.target.checked)}
          />
          <p className={styles.after}>
            {signedBy === null ? null : `${t.signing.signedBy(signedBy)} `}
            {t.submit.after}
          </p>
        </div>
        <div className={styles.send}>
          <Button type="submit" variant="primary" disabled={isBlocked} busy={isBusy}>
            {isBusy ? t.submit.sending : t.submit.button}
          </Button>
          <WaitingFor waits={waits} />
        </div>
      </form>
      {leaving.dialog}
    </section>
  );
}
