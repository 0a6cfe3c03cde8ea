import type { CommitmentView, MeetingSummary } from "@avances/contracts";
import {
  type CommitmentFault,
  type CommitmentStage,
  commitmentFaults,
  commitmentStages,
  longestPoint,
  otherLanguage,
  secretariatCode,
  type VisibilityChoice,
  visibilityChoices,
} from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import type { PersonalDetail } from "@avances/domain/text";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { newId } from "#lib/new-id.ts";
import { isListOf, isOneOf, isShape, isText, isTruth } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { DetailsQuestion } from "#ui/details-question.tsx";
import { Checkbox, RadioGroup, Select, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { isTypedWords, TranslatedFields, type TypedWords, translationOf, wordsFaults } from "#ui/translated-fields.tsx";
import { wordsIn } from "#ui/translated-words.tsx";
import { meetingName } from "./commitment-props.ts";
import { useCommitmentAct } from "./commitment-queries.ts";
import { CommitmentRefused } from "./commitment-refused.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";
import { mayBeSent, mayOwe, ParticipantChoice } from "./participant-choice.tsx";

interface Typed extends TypedWords {
  /** Of a new one: chosen once, so that a second try is the same commitment. */
  readonly id: string;
  readonly meetingId: string;
  readonly point: string;
  readonly isInReport: boolean;
  readonly responsible: string;
  readonly to: readonly string[];
  readonly dueOn: string;
  readonly stage: CommitmentStage;
  readonly visibility: VisibilityChoice;
}

const isTyped = isShape<Typed>({
  ...{ ...isTypedWords, id: isText, meetingId: isText, point: isText, isInReport: isTruth, responsible: isText },
  ...{ to: isListOf(isText), dueOn: isText, stage: isOneOf(commitmentStages), visibility: isOneOf(visibilityChoices) },
});

/** What a form begins with: a commitment as it is, or nothing. */
export function typedOf(commitment: CommitmentView | null, language: Language, meetingId: string): Typed {
  if (commitment === null)
    return {
      ...{ id: "", language, subject: "", body: "", otherSubject: "", otherBody: "", meetingId, point: "" },
      ...{ isInReport: false, responsible: "", to: [], dueOn: "", stage: "open", visibility: "members" },
    };
  const { words, responsible, visibility } = commitment;
  const other = otherLanguage(words.language);
  const said = wordsIn(words, other);
  const isSaid = said.state !== "missing";
  return {
    ...{ id: commitment.id, language: words.language, subject: words.subject, body: words.body },
    ...{ otherSubject: isSaid ? said.subject : "", otherBody: isSaid ? said.body : "", responsible },
    ...{ meetingId: commitment.meetingId ?? "", point: commitment.point, stage: commitment.stage },
    isInReport: commitment.publicSource !== null,
    to: commitment.addressees.filter((code) => code !== responsible),
    dueOn: commitment.dueOn ?? "",
    visibility: visibilityChoices.find((one) => one === visibility) ?? "members",
  };
}

interface CommitmentFormProps {
  /** Null = a new one. What was filed is corrected as another version, a draft is written on. */
  readonly commitment: CommitmentView | null;
  readonly empty: Typed;
  readonly meetings: readonly MeetingSummary[];
  readonly participants: readonly Participant[];
}

/** What was promised in both languages, at which meeting, by whom, to whom and by when. */
export function CommitmentForm({ commitment, empty, meetings, participants }: CommitmentFormProps) {
  const t = useTexts(commitmentsTexts);
  const levels = useTexts(matterTexts).levels;
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const lang = useLanguage();
  const navigate = useNavigate();
  const isRevision = commitment !== null && commitment.version > 0;
  const form = useKeptForm({ form: "commitment", of: [commitment?.id ?? "new"], empty, guard: isTyped });
  const typed = form.value;
  const [fallback] = useState(newId);
  const matterId = typed.id === "" ? fallback : typed.id;
  const save = useCommitmentAct(matterId, "save");
  const revise = useCommitmentAct(matterId, "revise");
  const act = isRevision ? revise : save;
  // A draft that somebody filed meanwhile is a version from then on: why its saving was refused must still be read.
  const error = act.error ?? (isRevision ? save : revise).error;
  const saving = useSending(form, save);
  const revising = useSending(form, revise);
  const { isTried } = isRevision ? revising : saving;
  // The commitment when the form was opened: the decision is about it, not about what arrives later.
  const [decidedOn, setDecidedOn] = useState(commitment?.revision ?? 0);
  const change = (part: Partial<Typed>) => form.change({ ...part, id: matterId });
  const meeting = meetings.find(({ id }) => id === typed.meetingId) ?? null;
  const source = meeting?.publicSource ?? null;
  const isInReport = commitment === null ? typed.isInReport && source !== null : typed.isInReport;
  const promised = { point: typed.point.trim(), dueOn: typed.dueOn === "" ? null : typed.dueOn };
  // What no longer stands in a report has a stage of its own.
  const stage = typed.stage === "not_recorded" && !isInReport ? "open" : typed.stage;
  const faults = commitmentFaults({ ...promised, isInReport, stage: isRevision ? "open" : stage }, meeting);
  const fault = (...kinds: readonly CommitmentFault[]) => {
    const found = isTried ? kinds.find((kind) => faults.includes(kind)) : undefined;
    return found === undefined ? undefined : t.faults[found];
  };
  const isUnowed = typed.responsible === "";
  const send = (overruled: readonly PersonalDetail[]) => {
    const words = wordsFaults(typed);
    const isSound = !words.subject && !words.otherSubject && faults.length === 0 && !isUnowed;
    const { language, subject, body, responsible, to, visibility } = typed;
    const written = {
      ...{ language, subject, body, translation: translationOf(typed), overruled: [...overruled] },
      ...{ meetingId: typed.meetingId === "" ? null : typed.meetingId, ...promised, responsible, to: [...to] },
    };
    const done = (said: string) => () => {
      announce(said);
      void navigate({ to: "/$lang/network/$", params: { lang, _splat: `commitments/${matterId}` } });
    };
    if (isRevision) revising.attempt(isSound ? { body: written, revision: decidedOn } : null, done(t.form.filedAnew));
    else
      saving.attempt(
        isSound ? { body: { ...written, visibility, stage, isInReport }, revision: decidedOn } : null,
        done(t.form.saved),
      );
  };
  const owners = participants.filter(mayOwe).sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  const option = ({ code, name }: Participant) => (
    <option key={code} value={code}>
      {name[lang]}
    </option>
  );
  const stages: readonly CommitmentStage[] = [
    "open",
    "in_progress",
    ...(isInReport ? (["not_recorded"] as const) : []),
  ];
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send([]);
      }}
    >
      <KeptNote form={form} />
      <TranslatedFields typed={typed} isTried={isTried} onChange={change} bodyLabel={t.form.bodyLabel} />
      <div className={styles.pair}>
        <Select
          label={t.form.meeting}
          value={typed.meetingId}
          onChange={({ target }) => change({ meetingId: target.value })}
        >
          <option value="">{t.form.noMeeting}</option>
          {meetings.map(({ id }) => (
            <option key={id} value={id}>
              {meetingName(meetings, id, m.bodies, f)}
            </option>
          ))}
        </Select>
        <TextInput
          label={t.form.point}
          help={t.form.pointHelp}
          optional
          width="short"
          limit={longestPoint}
          value={typed.point}
          error={fault("point")}
          onChange={({ target }) => change({ point: target.value })}
        />
      </div>
      {commitment === null && source !== null ? (
        <Checkbox
          label={t.form.inReport(source)}
          checked={typed.isInReport}
          error={fault("report_missing")}
          onChange={({ target }) => change({ isInReport: target.checked })}
        />
      ) : null}
      <Select
        label={t.form.responsible}
        value={typed.responsible}
        error={isTried && isUnowed ? t.form.choose : undefined}
        onChange={({ target }) => change({ responsible: target.value })}
      >
        <option value="">{t.form.choose}</option>
        {owners.filter(({ code }) => code === secretariatCode).map(option)}
        {owners.filter(({ code }) => code !== secretariatCode).map(option)}
      </Select>
      <ParticipantChoice
        legend={t.form.to}
        help={t.form.toHelp}
        participants={participants.filter(mayBeSent)}
        value={typed.to}
        onChange={(to) => change({ to })}
      />
      <TextInput
        type="date"
        width="medium"
        optional
        label={t.form.due}
        help={t.form.dueHelp}
        value={typed.dueOn}
        error={fault("due_on", "due_before_meeting")}
        onChange={({ target }) => change({ dueOn: target.value })}
      />
      {isRevision ? null : (
        <>
          <RadioGroup
            name="stage"
            layout="inline"
            label={t.form.stage}
            choices={stages.map((value) => ({ value, label: t.stages[value] }))}
            value={stage}
            onChange={(value) => change({ stage: value })}
          />
          <RadioGroup
            name="visibility"
            label={t.form.visibility}
            choices={visibilityChoices.map((value) => ({ value, label: levels[value] }))}
            value={typed.visibility}
            onChange={(visibility) => change({ visibility })}
          />
        </>
      )}
      <DetailsQuestion error={error} onKeep={send} />
      <CommitmentRefused
        error={error}
        onSeen={(revision) => {
          save.reset();
          revise.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button type="submit" variant="primary" busy={act.isPending}>
          {isRevision ? t.form.submitVersion : t.form.save}
        </Button>
      </div>
    </form>
  );
}
