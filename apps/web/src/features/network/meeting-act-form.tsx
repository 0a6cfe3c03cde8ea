import type { MeetingView } from "@avances/contracts";
import type { Participant } from "@avances/domain/reference";
import { isActReason, shortestActReason, textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { namesOf } from "#lib/meeting-queries.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
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
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isSound = typedFaults(typed, participants).length === 0 && isActReason(reason);
        attempt(isSound ? { body: { ...planOf(typed), reason }, revision: decidedOn } : null, () => {
          announce(t.correct.done);
          onDone();
        });
      }}
    >
      <KeptNote form={form} />
      <p>{t.correct.text}</p>
      <PlanFields typed={typed} participants={participants} isTried={isTried} onChange={form.change} />
      <Why reason={reason} isTried={isTried} onChange={(written) => form.change({ reason: written })} />
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
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.correct.submit}
        </Button>
      </div>
    </form>
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
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(isActReason(reason) ? { body: { reason }, revision: decidedOn } : null, () => {
          announce(t.cancel.done);
          onDone();
        });
      }}
    >
      <KeptNote form={form} />
      <p>{t.cancel.text}</p>
      <Why reason={reason} isTried={isTried} onChange={(written) => form.change({ reason: written })} />
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
        <Button type="submit" variant="alarm" busy={act.isPending}>
          {t.cancel.submit}
        </Button>
      </div>
    </form>
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

interface WhyProps {
  readonly reason: string;
  readonly isTried: boolean;
  readonly onChange: (reason: string) => void;
}

function Why({ reason, isTried, onChange }: WhyProps) {
  const t = useTexts(networkTexts).form;
  return (
    <TextArea
      label={t.why}
      help={t.whyHelp}
      rows={3}
      limit={textLimits.actReason}
      value={reason}
      error={isTried && reason.trim().length < shortestActReason ? t.tooShort : undefined}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
