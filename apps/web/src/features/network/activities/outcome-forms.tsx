import { languageLabel, languages } from "@avances/domain/catalogue";
import {
  type ActivityFault,
  activityWords,
  evaluationFaults,
  heldFaults,
  type InstitutionKind,
  institutionKinds,
} from "@avances/domain/network";
import { type PersonalDetail, textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { isListOf, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { FieldError, RadioGroup, Select, TextArea, TextInput } from "#ui/field.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { MatterRefused } from "../matter-refused.tsx";
import { SayForm } from "../say-form.tsx";
import styles from "./activities.module.css";
import { activitiesTexts } from "./activities.texts.ts";
import type { ActivityFormProps } from "./activity-acts.tsx";
import { useSay } from "./activity-queries.ts";
import { useAimNames } from "./aim-names.ts";

interface Line {
  /** "" = of no country. */
  readonly country: string;
  readonly institution: InstitutionKind;
  readonly persons: string;
}
const isLine = isShape<Line>({ country: isText, institution: isOneOf(institutionKinds), persons: isText });
const whole = (typed: string) => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN);

/** Says that it was held: its days, where, and how many took part, from where. */
export function HoldForm({ activity, participants, nameOf, onDone }: ActivityFormProps) {
  const t = useTexts(activitiesTexts);
  const w = useTexts(activityWords);
  const lang = useLanguage();
  const f = useFormat();
  const now = useServerNow();
  const act = useSay(activity.id, "hold");
  const { held } = activity;
  const form = useKeptForm({
    ...{ form: "activity", of: ["activities", activity.id, "hold", activity.said.held.length] },
    empty: {
      ...{ fromOn: held?.fromOn ?? activity.startsOn ?? "", untilOn: held?.untilOn ?? activity.endsOn ?? "" },
      place: held?.place ?? activity.place,
      lines: (held?.attendance ?? []).map(
        (one): Line => ({ ...one, country: one.country ?? "", persons: String(one.persons) }),
      ) as readonly Line[],
    },
    guard: isShape({ fromOn: isText, untilOn: isText, place: isText, lines: isListOf(isLine) }),
  });
  const { isTried, attempt } = useSending(form, act);
  const { fromOn, untilOn, place, lines } = form.value;
  const countries = participants
    .filter(({ kind }) => kind !== "organisation")
    .toSorted((one, other) => f.compare(one.name[lang], other.name[lang]));
  const said = {
    ...{ fromOn, untilOn: untilOn === "" ? null : untilOn, place: place.trim() },
    attendance: lines.map((one) => ({
      ...{ country: one.country === "" ? null : one.country, institution: one.institution },
      persons: whole(one.persons),
    })),
  };
  const codes = new Set(countries.map(({ code }) => code));
  const faults = heldFaults(said, codes, { now, timeZone: activity.timeZone });
  const fault = (...kinds: readonly ActivityFault[]) => {
    const found = kinds.find((one) => faults.includes(one));
    return isTried && found !== undefined ? t.faults[found] : undefined;
  };
  const change = (at: number, part: Partial<Line>) =>
    form.change({ lines: lines.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(faults.length > 0 ? null : { body: { ...said, overruled: [...overruled] } }, () => {
      announce(t.support.done);
      onDone();
    });
  const twice = fault("twice");
  return (
    <SayForm
      {...{ form, act }}
      submit={t.held.submit}
      onSend={send}
      onClose={onDone}
      refused={<MatterRefused error={act.error} faults={t.faults} />}
    >
      <div className={styles.facts}>
        <TextInput
          type="date"
          label={t.held.from}
          value={fromOn}
          error={isTried && fromOn === "" ? t.form.badDay : fault("to_come")}
          onChange={({ target }) => form.change({ fromOn: target.value })}
        />
        <TextInput
          type="date"
          label={t.held.until}
          optional
          value={untilOn}
          error={fromOn === "" ? undefined : fault("days")}
          onChange={({ target }) => form.change({ untilOn: target.value })}
        />
        <TextInput
          label={t.held.place}
          optional
          limit={textLimits.meetingPlace}
          value={place}
          error={fault("place")}
          onChange={({ target }) => form.change({ place: target.value })}
        />
      </div>
      <p>{t.held.text}</p>
      {lines.map((line, index) => {
        const n = f.number(index + 1);
        const isWrong = isTried && !(whole(line.persons) >= 1 && whole(line.persons) <= 10_000);
        return (
          // Lines have no name of their own; they are only added at the end and taken off.
          <fieldset key={index} className={styles.line}>
            <legend className="sr-only">{t.held.line(n)}</legend>
            <Select
              label={t.held.country}
              value={line.country}
              onChange={({ target }) => change(index, { country: target.value })}
            >
              <option value="">{t.held.noCountry}</option>
              {countries.map(({ code }) => (
                <option key={code} value={code}>
                  {nameOf(code)}
                </option>
              ))}
            </Select>
            <Select
              label={t.held.institution}
              value={line.institution}
              onChange={({ target }) =>
                change(index, { institution: institutionKinds.find((one) => one === target.value) ?? line.institution })
              }
            >
              {institutionKinds.map((one) => (
                <option key={one} value={one}>
                  {w.institutions[one]}
                </option>
              ))}
            </Select>
            <TextInput
              label={t.held.persons}
              inputMode="numeric"
              width="short"
              value={line.persons}
              error={isWrong ? t.faults.persons : undefined}
              onChange={({ target }) => change(index, { persons: target.value })}
            />
            <Button
              size="small"
              variant="quiet"
              onClick={() => form.change({ lines: lines.filter((_, place) => place !== index) })}
            >
              {t.held.remove(n)}
            </Button>
          </fieldset>
        );
      })}
      {twice === undefined ? null : <FieldError>{twice}</FieldError>}
      <div className="row">
        <Button
          onClick={() =>
            form.change({
              lines: [
                ...lines,
                { country: activity.host ?? "", institution: activity.audience[0] ?? "police", persons: "" },
              ],
            })
          }
        >
          {t.held.add}
        </Button>
      </div>
    </SayForm>
  );
}

interface Found {
  readonly indicator: string;
  readonly year: string;
  readonly text: string;
}
const isFound = isShape<Found>({ indicator: isText, year: isText, text: isText });

/** Says what came of it, in all and of each indicator at which it aimed. */
export function EvaluateForm({ activity, onDone }: ActivityFormProps) {
  const t = useTexts(activitiesTexts);
  const m = useTexts(matterTexts);
  const lang = useLanguage();
  const f = useFormat();
  const now = useServerNow();
  const nameOfAim = useAimNames();
  const act = useSay(activity.id, "evaluate");
  const aims = activity.aims.filter(({ kind }) => kind === "indicator").map(({ code }) => code);
  const heldOn = activity.held?.fromOn ?? "";
  const before = activity.evaluation;
  const form = useKeptForm({
    ...{ form: "activity", of: ["activities", activity.id, "evaluate", activity.said.evaluations.length] },
    empty: {
      ...{ language: before?.language ?? lang, text: before?.text ?? "" },
      found: (before === null
        ? aims.map((indicator) => ({ indicator, year: heldOn.slice(0, 4), text: "" }))
        : before.results.map((one) => ({ ...one, year: String(one.year) }))) as readonly Found[],
    },
    guard: isShape({ language: isOneOf(languages), text: isText, found: isListOf(isFound) }),
  });
  const { isTried, attempt } = useSending(form, act);
  const { language, text, found } = form.value;
  const said = { text: text.trim(), results: found.map((one) => ({ ...one, year: whole(one.year) })) };
  const faults = evaluationFaults(said, aims, { heldOn, now, timeZone: activity.timeZone });
  const fault = (...kinds: readonly ActivityFault[]) => {
    const one = kinds.find((kind) => faults.includes(kind));
    return isTried && one !== undefined ? t.faults[one] : undefined;
  };
  const change = (at: number, part: Partial<Found>) =>
    form.change({ found: found.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(faults.length > 0 ? null : { body: { language, ...said, overruled: [...overruled] } }, () => {
      announce(t.support.done);
      onDone();
    });
  const twice = fault("twice");
  const firstYear = Number(heldOn.slice(0, 4));
  return (
    <SayForm
      {...{ form, act }}
      submit={t.result.submit}
      onSend={send}
      onClose={onDone}
      refused={<MatterRefused error={act.error} faults={t.faults} />}
    >
      <p>{t.result.note}</p>
      <RadioGroup
        name="result-language"
        layout="inline"
        label={m.words.language}
        choices={languages.map((one) => ({ value: one, label: languageLabel(one, lang) }))}
        value={language}
        onChange={(chosen) => form.change({ language: chosen })}
      />
      <TextArea
        label={t.result.words}
        optional={found.length > 0}
        rows={4}
        lang={language}
        limit={textLimits.matterReply}
        value={text}
        error={fault("result_missing")}
        onChange={({ target }) => form.change({ text: target.value })}
      />
      {found.map((one, index) => {
        const n = f.number(index + 1);
        const year = whole(one.year);
        const isYearWrong = isTried && !(year >= firstYear && year <= now.getUTCFullYear());
        return (
          <fieldset key={index} className={styles.narrow}>
            <legend className={styles.legend}>
              {nameOfAim({ kind: "indicator", code: one.indicator }) || t.result.line(n)}
            </legend>
            <div className={styles.facts}>
              <Select
                label={t.result.indicator}
                value={one.indicator}
                error={isTried && !aims.includes(one.indicator) ? t.faults.result_indicator : undefined}
                onChange={({ target }) => change(index, { indicator: target.value })}
              >
                {[...new Set([one.indicator, ...aims])].map((code) => (
                  <option key={code} value={code}>
                    {nameOfAim({ kind: "indicator", code })}
                  </option>
                ))}
              </Select>
              <TextInput
                label={t.result.year}
                inputMode="numeric"
                width="short"
                value={one.year}
                error={isYearWrong ? t.faults.result_year : undefined}
                onChange={({ target }) => change(index, { year: target.value })}
              />
            </div>
            <TextArea
              label={t.result.text}
              rows={3}
              lang={language}
              limit={textLimits.actReason}
              value={one.text}
              error={isTried && one.text.trim() === "" ? t.faults.result_text : undefined}
              onChange={({ target }) => change(index, { text: target.value })}
            />
            <div className="row">
              <Button
                size="small"
                variant="quiet"
                onClick={() => form.change({ found: found.filter((_, place) => place !== index) })}
              >
                {t.result.remove(n)}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {twice === undefined ? null : <FieldError>{twice}</FieldError>}
      {aims.length === 0 ? null : (
        <div className="row">
          <Button
            onClick={() =>
              form.change({ found: [...found, { indicator: aims[0] ?? "", year: heldOn.slice(0, 4), text: "" }] })
            }
          >
            {t.result.add}
          </Button>
        </div>
      )}
    </SayForm>
  );
}
