import type { MeetingView } from "@avances/contracts";
import type { Participant } from "@avances/domain/reference";
import { isActReason, type PersonalDetail } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { namesOf } from "#lib/meeting-queries.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { ActForm } from "#ui/act-form.tsx";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { DetailsQuestion } from "#ui/details-question.tsx";
import { MeetingRefused } from "./meeting-refused.tsx";
import styles from "./network.module.css";
import { networkTexts } from "./network.texts.ts";
import { useMeetingAct } from "./network-queries.ts";
import { PlanFields, planOf, typedFaults } from "./plan-fields.tsx";

export interface MeetingActProps {
  readonly meeting: MeetingView;
  readonly participants: readonly Participant[];
  readonly onDone: () => void;
}

const isWritten = isShape({ heldOn: isText, untilOn: isText, place: isText, host: isText, reason: isText });

/** Corrects when and where. */
export function CorrectForm({ meeting, participants, onDone }: MeetingActProps) {
  const t = useTexts(networkTexts);
  const lang = useLanguage();
  const act = useMeetingAct(meeting.id, "correct");
  const { heldOn, untilOn, place, host } = meeting;
  const form = useKeptForm({
    form: "meeting",
    of: [meeting.id, "correct"],
    empty: { heldOn, untilOn: untilOn ?? "", place, host: host ?? "", reason: "" },
    guard: isWritten,
  });
  const { reason, ...typed } = form.value;
  const { isTried, attempt } = useSending(form, act);
  // The meeting when the form was opened: the decision is about it, not about what arrives later.
  const [decidedOn, setDecidedOn] = useState(meeting.revision);
  const send = (overruled: readonly PersonalDetail[]) => {
    const isSound = typedFaults(typed, participants).length === 0 && isActReason(reason);
    attempt(isSound ? { body: { ...planOf(typed), reason, overruled }, revision: decidedOn } : null, () => {
      announce(t.correct.done);
      onDone();
    });
  };
  return (
    <ActForm
      {...{ form, act, isTried }}
      words={{ ...t.form, reason: t.form.why, reasonHelp: t.form.whyHelp, submit: t.correct.submit }}
      onSubmit={() => send([])}
      onBack={onDone}
      refused={
        <>
          <DetailsQuestion error={act.error} onKeep={send} />
          <MeetingRefused
            error={act.error}
            nameOf={namesOf(participants, lang)}
            onSeen={({ revision }) => {
              act.reset();
              setDecidedOn(revision);
            }}
          />
        </>
      }
    >
      <p>{t.correct.text}</p>
      <PlanFields typed={typed} participants={participants} isTried={isTried} onChange={form.change} />
    </ActForm>
  );
}

/** Cancels the meeting, with the reason. */
export function CancelForm({ meeting, participants, onDone }: MeetingActProps) {
  const t = useTexts(networkTexts);
  const lang = useLanguage();
  const act = useMeetingAct(meeting.id, "cancel");
  const form = useKeptForm({
    ...{ form: "meeting", of: [meeting.id, "cancel"], empty: { reason: "" } },
    guard: isShape({ reason: isText }),
  });
  const { reason } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const [decidedOn, setDecidedOn] = useState(meeting.revision);
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(isActReason(reason) ? { body: { reason, overruled }, revision: decidedOn } : null, () => {
      announce(t.cancel.done);
      onDone();
    });
  return (
    <ActForm
      {...{ form, act, isTried }}
      words={{ ...t.form, reason: t.form.why, reasonHelp: t.form.whyHelp, submit: t.cancel.submit }}
      variant="alarm"
      onSubmit={() => send([])}
      onBack={onDone}
      refused={
        <>
          <DetailsQuestion error={act.error} onKeep={send} />
          <MeetingRefused
            error={act.error}
            nameOf={namesOf(participants, lang)}
            onSeen={({ revision }) => {
              act.reset();
              setDecidedOn(revision);
            }}
          />
        </>
      }
    >
      <p>{t.cancel.text}</p>
    </ActForm>
  );
}

/** Says that the meeting was held. */
export function HoldForm({ meeting, participants, onDone }: MeetingActProps) {
  const t = useTexts(networkTexts);
  const lang = useLanguage();
  const act = useMeetingAct(meeting.id, "hold");
  const { attempt } = useSending({ send: async (send, done) => done?.(await send()) }, act);
  const [decidedOn, setDecidedOn] = useState(meeting.revision);
  return (
    <div className={styles.form}>
      <p>{t.hold.text}</p>
      <MeetingRefused
        error={act.error}
        nameOf={namesOf(participants, lang)}
        onSeen={({ revision }) => {
          act.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.form.back}</Button>
        <Button
          variant="primary"
          busy={act.isPending}
          onClick={() =>
            attempt({ body: undefined, revision: decidedOn }, () => {
              announce(t.hold.done);
              onDone();
            })
          }
        >
          {t.hold.submit}
        </Button>
      </div>
    </div>
  );
}
