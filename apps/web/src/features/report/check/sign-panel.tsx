import type { SignatureStanding } from "@avances/domain/submission";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/field.tsx";
import { useReportFacts } from "../report-context.ts";
import { useSign } from "../signature-queries.ts";
import { ActOutcome } from "./act-outcome.tsx";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import { useLeavingQuestions } from "./leaving-questions.tsx";
import { SendBack } from "./send-back.tsx";
import type { SignatureStepView } from "./signature.ts";
import { useDeclaredAct } from "./use-declared-act.ts";
import { WaitingFor, type Waits } from "./waiting-for.tsx";

/** For whoever signs: what the tick covers, one button, and the way back to those who prepare the report. */
export function SignPanel({
  waits,
  standing,
}: {
  readonly waits: Waits;
  readonly standing: SignatureStanding<SignatureStepView>;
}) {
  const t = useTexts(checkTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { view, country } = useReportFacts();
  const sign = useSign(view.submission.id);
  const [isMissed, setMissed] = useState(false);
  const state = useDeclaredAct({
    act: sign.mutateAsync,
    hasArrived: (now, before) => (now.signature?.steps.length ?? 0) > (before.signature?.steps.length ?? 0),
    onDone: () => undefined,
  });
  const { isDeclared, isBusy } = state;
  const isBlocked = waits.blocking + waits.notes > 0;
  const leaving = useLeavingQuestions(state.send, "sign");
  const at = "last" in standing ? f.instant(standing.last.at, view.timeZone) : "";
  const by = "last" in standing ? standing.last.byName : "";
  const words = {
    unasked: t.signing.notAskedYet,
    asked: t.signing.youAreAsked(by, at),
    sent_back: t.signing.sentBack(by, at),
    signed: t.signing.signed(by, at),
    fallen: t.signing.fallen(by, at),
  }[standing.kind];
  const isSigned = standing.kind === "signed";
  return (
    <section id="act" tabIndex={-1} className={styles.bar} aria-label={t.signing.heading}>
      <ActOutcome state={state} words="signing" />
      <form
        className={styles.declaration}
        onSubmit={(event) => {
          event.preventDefault();
          setMissed(!isDeclared);
          if (isDeclared && !isBlocked && !isBusy) leaving.start();
        }}
      >
        <div>
          <p className={styles.turn}>{words}</p>
          {standing.kind === "fallen" ? <p>{t.signing.changedSince(f.list(standing.changed))}</p> : null}
          {isSigned ? (
            <p className={styles.after}>{t.signing.signedAfter}</p>
          ) : (
            <Checkbox
              id="declaration"
              className={styles.tick}
              label={t.signing.declaration(country, roundWords[lang].round(roundOf(view.submission)))}
              checked={isDeclared}
              error={isMissed && !isDeclared ? t.submit.tickFirst : undefined}
              onChange={(event) => state.declare(event.target.checked)}
            />
          )}
        </div>
        <div className={styles.send}>
          {isSigned ? null : (
            <Button type="submit" variant="primary" disabled={isBlocked} busy={isBusy}>
              {isBusy ? t.submit.sending : t.signing.sign}
            </Button>
          )}
          {standing.kind === "asked" || isSigned || standing.kind === "fallen" ? (
            <SendBack isSigned={isSigned} />
          ) : null}
          <WaitingFor waits={waits} />
        </div>
      </form>
      {leaving.dialog}
    </section>
  );
}
