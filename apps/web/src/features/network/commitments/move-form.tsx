import { type CommitmentStage, commitmentStages, moveFaults } from "@avances/domain/network";
import { type PersonalDetail, textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { RadioGroup, TextArea } from "#ui/field.tsx";
import { useDecidedOn } from "../matter.ts";
import { SayForm } from "../say-form.tsx";
import { useCommitmentAct } from "./commitment-queries.ts";
import { CommitmentRefused } from "./commitment-refused.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";
import type { CommitmentFormProps } from "./file-commitment-form.tsx";

/** What may be said of a commitment: that nothing is on record only of what stands in a report. */
export const stagesOf = ({ publicSource }: { readonly publicSource: string | null }): readonly CommitmentStage[] =>
  commitmentStages.filter((stage) => stage !== "not_recorded" || publicSource !== null);

/** Says how far it has come. */
export function MoveForm({ commitment, onDone }: CommitmentFormProps) {
  const t = useTexts(commitmentsTexts);
  const act = useCommitmentAct(commitment.id, "move");
  const form = useKeptForm({
    ...{ form: "commitment", of: [commitment.id, "move"], empty: { stage: commitment.stage, note: "" } },
    guard: isShape({ stage: isOneOf(commitmentStages), note: isText }),
  });
  const { stage, note } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const { decidedOn, onSeen } = useDecidedOn(commitment, act);
  const faults = moveFaults(commitment, { stage, note });
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(
      faults.length === 0 ? { body: { stage, note, overruled: [...overruled] }, revision: decidedOn } : null,
      () => {
        announce(t.move.done);
        onDone();
      },
    );
  return (
    <SayForm
      {...{ form, act }}
      submit={t.move.submit}
      onSend={send}
      onClose={onDone}
      refused={<CommitmentRefused error={act.error} onSeen={onSeen} />}
      className={styles.narrow}
    >
      <p>{t.move.ends}</p>
      <RadioGroup
        name="stage"
        label={t.move.stage}
        choices={stagesOf(commitment).map((value) => ({ value, label: t.stages[value] }))}
        value={stage}
        onChange={(value) => form.change({ stage: value })}
      />
      <TextArea
        label={t.move.note}
        help={t.move.noteHelp}
        optional={stage !== "dropped"}
        rows={3}
        limit={textLimits.actReason}
        value={note}
        error={isTried && faults[0] !== undefined ? t.faults[faults[0]] : undefined}
        onChange={({ target }) => form.change({ note: target.value })}
      />
    </SayForm>
  );
}
