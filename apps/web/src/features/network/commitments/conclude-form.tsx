import type { MeetingSummary } from "@avances/contracts";
import { commitmentStages } from "@avances/domain/network";
import { isActReason, type PersonalDetail, textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { RadioGroup, Select, TextArea } from "#ui/field.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { useDecidedOn } from "../matter.ts";
import { SayForm } from "../say-form.tsx";
import { meetingName } from "./commitment-props.ts";
import { useCommitmentAct } from "./commitment-queries.ts";
import { CommitmentRefused } from "./commitment-refused.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";
import type { CommitmentFormProps } from "./file-commitment-form.tsx";
import { stagesOf } from "./move-form.tsx";

interface ConcludeFormProps extends CommitmentFormProps {
  /** Those that can have said something of it, the latest first. */
  readonly meetings: readonly MeetingSummary[];
}

/** Records what a later meeting said of it. */
export function ConcludeForm({ commitment, meetings, onDone }: ConcludeFormProps) {
  const t = useTexts(commitmentsTexts);
  const bodies = useTexts(meetingTexts).bodies;
  const lang = useLanguage();
  const f = useFormat();
  const act = useCommitmentAct(commitment.id, "conclude");
  const form = useKeptForm({
    ...{ form: "commitment", of: [commitment.id, "conclude"] },
    empty: { meetingId: meetings[0]?.id ?? "", text: "", stage: commitment.stage },
    guard: isShape({ meetingId: isText, text: isText, stage: isOneOf(commitmentStages) }),
  });
  const { meetingId, text, stage } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const { decidedOn, onSeen } = useDecidedOn(commitment, act);
  const isSound = isActReason(text) && meetings.some(({ id }) => id === meetingId);
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(
      isSound
        ? { body: { meetingId, language: lang, text, stage, overruled: [...overruled] }, revision: decidedOn }
        : null,
      () => {
        announce(t.conclude.done);
        onDone();
      },
    );
  return (
    <SayForm
      {...{ form, act }}
      submit={t.conclude.submit}
      onSend={send}
      onClose={onDone}
      refused={<CommitmentRefused error={act.error} onSeen={onSeen} />}
      className={styles.narrow}
    >
      <p>{t.conclude.lead}</p>
      <Select
        label={t.conclude.meeting}
        value={meetingId}
        onChange={({ target }) => form.change({ meetingId: target.value })}
      >
        {meetings.map(({ id }) => (
          <option key={id} value={id}>
            {meetingName(meetings, id, bodies, f)}
          </option>
        ))}
      </Select>
      <TextArea
        label={t.conclude.text}
        help={t.conclude.textHelp}
        rows={4}
        limit={textLimits.actReason}
        value={text}
        error={isTried && !isActReason(text) ? t.faults.reason : undefined}
        onChange={({ target }) => form.change({ text: target.value })}
      />
      <RadioGroup
        name="stage-then"
        label={t.conclude.stage}
        choices={stagesOf(commitment).map((value) => ({ value, label: t.stages[value] }))}
        value={stage}
        onChange={(value) => form.change({ stage: value })}
      />
    </SayForm>
  );
}
