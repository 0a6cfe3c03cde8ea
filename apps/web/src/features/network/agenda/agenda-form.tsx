import { byLanguage, type Language, languages } from "@avances/domain/catalogue";
import { isSide, nextPlace, pointName } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import type { PersonalDetail } from "@avances/domain/text";
import { textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namesOf } from "#lib/meeting-queries.ts";
import { newId } from "#lib/new-id.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { DetailsQuestion } from "#ui/details-question.tsx";
import { Checkbox, FieldError, Select, TextArea, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import type { MeetingActProps } from "../meeting-act-form.tsx";
import { MeetingRefused } from "../meeting-refused.tsx";
import { useMeetingAct } from "../network-queries.ts";
import styles from "./agenda.module.css";
import { agendaTexts } from "./agenda.texts.ts";
import {
  asksWhetherHolds,
  draftsOf,
  isTypedAgenda,
  originalOf,
  placesOf,
  type TypedPoint,
  typedFaults,
  typedOver,
  typedPoint,
} from "./agenda-draft.ts";

/** Enters, moves, corrects and withdraws the points of a meeting; all of it is saved together. */
export function AgendaForm({ meeting, participants, onDone }: MeetingActProps) {
  const t = useTexts(agendaTexts);
  const lang = useLanguage();
  const act = useMeetingAct(meeting.id, "agenda");
  const [decidedOn, setDecidedOn] = useState(meeting);
  const form = useKeptForm({
    ...{ form: "meeting", of: [meeting.id, "agenda"], guard: isTypedAgenda },
    empty: { points: meeting.agenda.map(typedPoint), reason: "" },
  });
  const { isTried, attempt } = useSending(form, act);
  const { points, reason } = form.value;
  const recorded = decidedOn.agenda;
  const known = new Set(participants.map(({ code }) => code).filter(isSide));
  const found = typedFaults(form.value, { recorded, page: lang, known });
  const faults = isTried ? found : new Map<string, never[]>();
  const change = (key: string, part: Partial<TypedPoint>) => {
    form.change({ points: points.map((point) => (point.key === key ? { ...point, ...part } : point)) });
  };
  const add = ({ number, letter }: { readonly number: number; readonly letter: string }) => {
    const blank = { id: "", titles: byLanguage(() => ""), holds: false, presenter: "", isGone: false };
    form.change({ points: [...points, { ...blank, key: newId(), number: String(number), letter }] });
  };
  const places = placesOf(form.value);
  const last = places.at(-1);
  const ofAll = faults.get("");
  const faulty = [...faults.keys()].filter((key) => key !== "").length;
  // A reason that is missing is said at its field.
  const summary = ofAll?.includes("same") ? t.faults.same : faulty > 0 ? t.faulty(faulty) : null;
  const send = (overruled: readonly PersonalDetail[]) => {
    const body = { points: [...draftsOf(form.value, recorded, lang)], reason, overruled: [...overruled] };
    attempt(found.size === 0 ? { body, revision: decidedOn.revision } : null, () => {
      announce(t.done);
      onDone();
    });
  };
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
      <p>{t.text}</p>
      {points.map((point) => (
        <PointFields
          key={point.key}
          typed={point}
          original={originalOf(point, recorded, lang)}
          asksHolds={asksWhetherHolds(point, recorded)}
          participants={participants}
          faults={faults.get(point.key) ?? []}
          onChange={(part) => change(point.key, part)}
          onRemove={() => form.change({ points: points.filter(({ key }) => key !== point.key) })}
        />
      ))}
      <div className="row">
        <Button onClick={() => add({ number: (last?.number ?? 0) + 1, letter: "" })}>{t.add}</Button>
        {last === undefined ? null : (
          <Button onClick={() => add(last.letter === "" ? { number: last.number, letter: "a" } : nextPlace(places))}>
            {t.addWithin}
          </Button>
        )}
      </div>
      {points.some(({ isGone }) => isGone) ? (
        <TextArea
          label={t.why}
          help={t.whyHelp}
          rows={3}
          limit={textLimits.actReason}
          value={reason}
          error={ofAll?.includes("reason") ? t.faults.reason : undefined}
          onChange={({ target }) => form.change({ reason: target.value })}
        />
      ) : null}
      {summary === null ? null : (
        <div role="alert">
          <FieldError>{summary}</FieldError>
        </div>
      )}
      <DetailsQuestion error={act.error} onKeep={send} />
      <MeetingRefused
        error={act.error}
        nameOf={namesOf(participants, lang)}
        onSeen={(current) => {
          form.change(typedOver(form.value, recorded, current.agenda));
          act.reset();
          setDecidedOn(current);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.back}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}

interface PointFieldsProps {
  readonly typed: TypedPoint;
  readonly original: Language;
  readonly asksHolds: boolean;
  readonly participants: readonly Participant[];
  readonly faults: readonly (keyof (typeof agendaTexts)["en"]["faults"])[];
  readonly onChange: (part: Partial<TypedPoint>) => void;
  readonly onRemove: () => void;
}

function PointFields({ typed, original, asksHolds, participants, faults, onChange, onRemove }: PointFieldsProps) {
  const t = useTexts(agendaTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { number, letter } = typed;
  const name = number.trim() === "" ? t.newPoint : t.point(pointName({ number: Number(number) || 0, letter }));
  const fault = (...kinds: PointFieldsProps["faults"]) => {
    const first = kinds.find((kind) => faults.includes(kind));
    return first === undefined ? undefined : t.faults[first];
  };
  if (typed.isGone)
    return (
      <div className="row">
        <span>{t.gone(`${number}${letter}`)}</span>
        <Button size="small" variant="quiet" onClick={() => onChange({ isGone: false })}>
          {t.keep}
        </Button>
      </div>
    );
  const byName = (isMember: boolean) =>
    participants
      .filter(({ code, kind }) => isSide(code) && (kind === "member") === isMember)
      .sort((one, other) => f.compare(one.name[lang], other.name[lang]))
      .map(({ code, name: named }) => (
        <option key={code} value={code}>
          {named[lang]}
        </option>
      ));
  const ownFirst = [lang, ...languages.filter((language) => language !== lang)];
  return (
    <fieldset className={styles.typed}>
      <legend>{name}</legend>
      <div className={styles.place}>
        <TextInput
          label={t.number}
          inputMode="numeric"
          value={number}
          error={fault("number", "twice", "unknown")}
          onChange={({ target }) => onChange({ number: target.value })}
        />
        <TextInput
          label={t.letter}
          autoCapitalize="none"
          value={letter}
          onChange={({ target }) => onChange({ letter: target.value.toLowerCase() })}
        />
        <Select
          label={t.presenter}
          value={typed.presenter}
          error={fault("presenter")}
          onChange={({ target }) => onChange({ presenter: target.value })}
        >
          <option value="">{t.noPresenter}</option>
          <optgroup label={t.members}>{byName(true)}</optgroup>
          <optgroup label={t.others}>{byName(false)}</optgroup>
        </Select>
      </div>
      <div className={styles.titles}>
        {ownFirst.map((language) => (
          <TextInput
            key={language}
            label={t.titleIn[language]}
            lang={language}
            optional={language !== original}
            limit={textLimits.matterSubject}
            value={typed.titles[language]}
            error={language === original ? fault("title", "language") : fault("translation")}
            onChange={({ target }) => onChange({ titles: { ...typed.titles, [language]: target.value }, holds: false })}
          />
        ))}
      </div>
      {asksHolds ? (
        <Checkbox
          label={t.holds}
          checked={typed.holds}
          onChange={({ target }) => onChange({ holds: target.checked })}
        />
      ) : null}
      <div className="row row-end">
        <Button
          size="small"
          variant="quiet"
          aria-label={`${typed.id === "" ? t.remove : t.withdraw}: ${name}`}
          onClick={() => (typed.id === "" ? onRemove() : onChange({ isGone: true }))}
        >
          {typed.id === "" ? t.remove : t.withdraw}
        </Button>
      </div>
    </fieldset>
  );
}
