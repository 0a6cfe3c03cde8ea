import { isActReason } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { ReasonField } from "#ui/reason-field.tsx";
import styles from "./notices.module.css";
import { waitingStepsTexts } from "./waiting-steps.texts.ts";
import { useDecision, type WaitingStep } from "./waiting-steps-queries.ts";

interface DeclineStepProps {
  readonly year: string;
  readonly step: WaitingStep;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

const isWritten = isShape({ reason: isText });

/** Declines a step that waits, with a reason. */
export function DeclineStep({ year, step, onBack, onDone }: DeclineStepProps) {
  const texts = useTexts(waitingStepsTexts);
  const t = texts.declining;
  const form = useKeptForm({ form: "step", of: [year, step.id], empty: { reason: "" }, guard: isWritten });
  const act = useDecision(Number(year));
  const { isTried, attempt } = useSending(form, act);
  const { reason } = form.value;
  return (
    <form
      className={styles.dialogForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(isActReason(reason) ? { stepId: step.id, what: { reason } } : null, onDone);
      }}
    >
      <KeptNote form={form} />
      <p>{t.text}</p>
      <ReasonField
        label={t.reason}
        help={t.reasonHelp}
        value={reason}
        tooShort={t.tooShort}
        isTried={isTried}
        onChange={(written) => form.change({ reason: written })}
      />
      <ProblemNote error={act.error} words={{ "transition-refused": texts.dialog.over }} />
      <div className="row row-end">
        <Button onClick={onBack}>{texts.dialog.back}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.decline}
        </Button>
      </div>
    </form>
  );
}
