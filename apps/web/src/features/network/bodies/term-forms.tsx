import type { TermView } from "@avances/contracts";
import {
  type BodyCode,
  isMeetingDay,
  isSide,
  type TermFault,
  type TermRole,
  termFaults,
  termRoles,
} from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { isActReason, type PersonalDetail, textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { serverToday, useSession } from "#lib/session.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { askedDetails, DetailsQuestion } from "#ui/details-question.tsx";
import { RadioGroup, Select, TextArea, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import styles from "./body.module.css";
import { bodyTexts } from "./body.texts.ts";
import { useAddTerm, useEndTerm, useWithdrawTerm } from "./body-queries.ts";

const known = ["from", "known"] as const;
const empty = {
  ...{ participant: "", role: "secretariat" as TermRole, known: "from" as (typeof known)[number] },
  ...{ day: "", untilOn: "", source: "" },
};
const isWritten = isShape({
  ...{ participant: isText, role: isOneOf(termRoles), known: isOneOf(known), day: isText, untilOn: isText },
  source: isText,
});

interface AddTermFormProps {
  readonly body: BodyCode;
  readonly participants: readonly Participant[];
  readonly onDone: () => void;
}

/** Enters what a participant was in the body, and what is known of since when and until when. */
export function AddTermForm({ body, participants, onDone }: AddTermFormProps) {
  const t = useTexts(bodyTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { session } = useSession();
  const act = useAddTerm(body);
  const form = useKeptForm({ form: "body", of: [body, "add"], empty, guard: isWritten });
  const typed = form.value;
  const { isTried, attempt } = useSending(form, act);
  const isDay = (text: string) => isMeetingDay(text);
  const badDays = [
    ...(isDay(typed.day) ? [] : (["day"] as const)),
    ...(typed.untilOn === "" || isDay(typed.untilOn) ? [] : (["untilOn"] as const)),
  ];
  const term = {
    ...{ participant: typed.participant, role: typed.role, source: typed.source.trim() },
    fromOn: typed.known === "from" ? typed.day : null,
    knownOn: typed.known === "known" ? typed.day : null,
    untilOn: typed.untilOn === "" ? null : typed.untilOn,
  };
  const codes = new Set(participants.map(({ code }) => code));
  // Whether it is on record already the server says, which knows what others have entered meanwhile.
  const found =
    badDays.length > 0 ? [] : termFaults(term, { body, today: serverToday(session), known: codes, recorded: [] });
  const isPartial = typed.participant === "" || term.source === "";
  const fault = (kind: TermFault) => (isTried && found.includes(kind) ? t.faults[kind] : undefined);
  const missing = (isMissing: boolean, kind: TermFault) => (isTried && isMissing ? t.faults[kind] : undefined);
  const send = (overruled: readonly PersonalDetail[]) => {
    const isSound = badDays.length === 0 && found.length === 0 && !isPartial;
    attempt(isSound ? { body: { ...term, overruled } } : null, () => {
      announce(t.add.done);
      onDone();
    });
  };
  const byName = (isMember: boolean) =>
    participants
      .filter(({ code, kind }) => isSide(code) && code !== body && (kind === "member") === isMember)
      .sort((one, other) => f.compare(one.name[lang], other.name[lang]))
      .map(({ code, name }) => (
        <option key={code} value={code}>
          {name[lang]}
        </option>
      ));
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
      <p>{t.add.text}</p>
      <Select
        label={t.add.participant}
        value={typed.participant}
        error={missing(typed.participant === "", "participant")}
        onChange={({ target }) => form.change({ participant: target.value })}
      >
        <option value="">{t.add.choose}</option>
        <optgroup label={t.add.members}>{byName(true)}</optgroup>
        <optgroup label={t.add.others}>{byName(false)}</optgroup>
      </Select>
      <Select
        label={t.add.role}
        value={typed.role}
        onChange={({ target }) => form.change({ role: termRoles.find((role) => role === target.value) ?? typed.role })}
      >
        {termRoles.map((role) => (
          <option key={role} value={role}>
            {t.oneOf[role]}
          </option>
        ))}
      </Select>
      <RadioGroup
        label={t.add.since}
        name="known"
        layout="inline"
        choices={known.map((value) => ({ value, label: t.add[value] }))}
        value={typed.known}
        onChange={(value) => form.change({ known: value })}
      />
      <TextInput
        type="date"
        width="medium"
        label={typed.known === "from" ? t.add.fromOn : t.add.knownOn}
        value={typed.day}
        error={isTried && badDays.includes("day") ? t.badDay : fault("known_ahead")}
        onChange={({ target }) => form.change({ day: target.value })}
      />
      <TextInput
        type="date"
        width="medium"
        label={t.add.untilOn}
        help={t.add.untilHelp}
        optional
        value={typed.untilOn}
        error={isTried && badDays.includes("untilOn") ? t.badDay : fault("order")}
        onChange={({ target }) => form.change({ untilOn: target.value })}
      />
      <TextInput
        label={t.add.source}
        help={t.add.sourceHelp}
        limit={textLimits.meetingSource}
        value={typed.source}
        error={missing(term.source === "", "source")}
        onChange={({ target }) => form.change({ source: target.value })}
      />
      <DetailsQuestion error={act.error} onKeep={send} />
      <Refused error={act.error} />
      <div className="row row-end">
        <Button onClick={onDone}>{t.back}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.add.submit}
        </Button>
      </div>
    </form>
  );
}

interface TermFormProps {
  readonly term: TermView;
  readonly onDone: () => void;
}

/** Says until when it lasted. */
export function EndTermForm({ term, onDone }: TermFormProps) {
  const t = useTexts(bodyTexts);
  const act = useEndTerm(term.id);
  const form = useKeptForm({
    ...{ form: "body", of: [term.body, "end", term.id], empty: { untilOn: "" } },
    guard: isShape({ untilOn: isText }),
  });
  const { untilOn } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const isEarly = isMeetingDay(untilOn) && untilOn < (term.fromOn ?? term.knownOn ?? "");
  const isSound = isMeetingDay(untilOn) && !isEarly;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(isSound ? { body: { untilOn } } : null, () => {
          announce(t.end.done);
          onDone();
        });
      }}
    >
      <KeptNote form={form} />
      <p>{t.end.text}</p>
      <TextInput
        type="date"
        width="medium"
        label={t.add.untilOn}
        value={untilOn}
        error={isTried && !isSound ? (isEarly ? t.faults.order : t.badDay) : undefined}
        onChange={({ target }) => form.change({ untilOn: target.value })}
      />
      <Refused error={act.error} />
      <div className="row row-end">
        <Button onClick={onDone}>{t.back}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.end.submit}
        </Button>
      </div>
    </form>
  );
}

/** Withdraws an entry that was wrong. */
export function WithdrawTermForm({ term, onDone }: TermFormProps) {
  const t = useTexts(bodyTexts);
  const act = useWithdrawTerm(term.id);
  const form = useKeptForm({
    ...{ form: "body", of: [term.body, "withdraw", term.id], empty: { reason: "" } },
    guard: isShape({ reason: isText }),
  });
  const { reason } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(isActReason(reason) ? { body: { reason, overruled } } : null, () => {
      announce(t.withdraw.done);
      onDone();
    });
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
      <p>{t.withdraw.text}</p>
      <TextArea
        label={t.withdraw.why}
        rows={3}
        limit={textLimits.actReason}
        value={reason}
        error={isTried && !isActReason(reason) ? t.withdraw.tooShort : undefined}
        onChange={({ target }) => form.change({ reason: target.value })}
      />
      <DetailsQuestion error={act.error} onKeep={send} />
      <Refused error={act.error} />
      <div className="row row-end">
        <Button onClick={onDone}>{t.back}</Button>
        <Button type="submit" variant="alarm" busy={act.isPending}>
          {t.withdraw.submit}
        </Button>
      </div>
    </form>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const t = useTexts(bodyTexts);
  if (askedDetails(error).length > 0) return null;
  const problem = error instanceof ApiProblem && error.code === "term-refused" ? error.problem : null;
  const faults = (problem?.details?.faults as readonly TermFault[] | undefined) ?? [];
  return (
    <ProblemNote
      error={error}
      words={{
        "transition-refused": t.refused,
        ...(faults.length > 0 && { "term-refused": faults.map((kind) => t.faults[kind]).join(" ") }),
      }}
    />
  );
}
