import type { SignatureStanding } from "@avances/domain/submission";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { Written } from "#ui/written.tsx";
import { useReportFacts } from "../report-context.ts";
import { useAskForSignature } from "../signature-queries.ts";
import { ActOutcome } from "./act-outcome.tsx";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import { useLeavingQuestions } from "./leaving-questions.tsx";
import type { SignatureStepView } from "./signature.ts";
import { useDeclaredAct } from "./use-declared-act.ts";
import { WaitingFor, type Waits } from "./waiting-for.tsx";

interface AskPanelProps {
  readonly waits: Waits;
  readonly standing: SignatureStanding<SignatureStepView>;
  /** People who may sign. */
  readonly approvers: readonly string[];
}

/** For those who report, as long as the signature is missing: whose turn it is, and the button that asks for it. */
export function AskPanel({ waits, standing, approvers }: AskPanelProps) {
  const t = useTexts(checkTexts);
  const f = useFormat();
  const { view } = useReportFacts();
  const ask = useAskForSignature(view.submission.id);
  const state = useDeclaredAct({
    act: ask.mutateAsync,
    hasArrived: (now, before) => (now.signature?.steps.length ?? 0) > (before.signature?.steps.length ?? 0),
    onDone: () => undefined,
  });
  const isBlocked = waits.blocking + waits.notes > 0;
  const leaving = useLeavingQuestions(state.send, "ask");
  const names = f.list(approvers);
  const at = "last" in standing ? f.instant(standing.last.at, view.timeZone) : "";
  const by = "last" in standing ? standing.last.byName : "";
  const words = {
    unasked: t.signing.unasked,
    asked: t.signing.asked(names, by, at),
    sent_back: t.signing.sentBack(by, at),
    signed: t.signing.signedBy(by),
    fallen: t.signing.fallen(by, at),
  }[standing.kind];
  return (
    <section id="act" tabIndex={-1} className={styles.bar} aria-label={t.signing.heading}>
      <ActOutcome state={state} words="signing" />
      <div className={styles.declaration}>
        <div>
          <p className={styles.turn}>{approvers.length === 0 ? t.signing.nobody : words}</p>
          {standing.kind === "sent_back" ? (
            <blockquote className={styles.quote}>
              <Written text={standing.last.reason} />
            </blockquote>
          ) : null}
          {standing.kind === "fallen" ? <p>{t.signing.changedSince(f.list(standing.changed))}</p> : null}
          {approvers.length === 0 ? null : <p className={styles.after}>{t.signing.askAfter(names)}</p>}
        </div>
        <div className={styles.send}>
          <Button
            variant={standing.kind === "asked" ? "secondary" : "primary"}
            disabled={isBlocked || approvers.length === 0}
            busy={state.isBusy}
            onClick={leaving.start}
          >
            {standing.kind === "asked" ? t.signing.askAgain : t.signing.ask}
          </Button>
          <WaitingFor waits={waits} />
        </div>
      </div>
      {leaving.dialog}
    </section>
  );
}
