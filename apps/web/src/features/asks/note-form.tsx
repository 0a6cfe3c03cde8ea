import {
  type CountryAnswer,
  countryAnswers,
  exchangeFaults,
  isCalendarDate,
  mayBeAsk,
  type NotedChannel,
  needsDetail,
  notedChannels,
  notedRange,
  promiseRange,
} from "@avances/domain/round";
import { textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { isOneOf, isShape, isText, isTruth } from "#lib/read-kept.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, FieldError, RadioGroup, Select, TextArea, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import styles from "./asks.module.css";
import { asksTexts } from "./asks.texts.ts";
import { useNote } from "./asks-queries.ts";
import type { Asks } from "./entry-line.tsx";

interface NoteFormProps {
  readonly data: Asks;
  /** Those that may be chosen, newest first; at least one. */
  readonly rounds: Asks["rounds"];
  /** The round that the page shows. */
  readonly year: number | undefined;
  /** In which round it was noted. */
  readonly onDone: (year: number) => void;
}

/** Notes a call, a letter or a talk. What was typed stays until the portal has it. */
export function NoteForm({ data, rounds, year, onDone }: NoteFormProps) {
  const t = useTexts(asksTexts).note;
  const whoReads = useTexts(asksTexts).whoReadsNote;
  const lang = useLanguage();
  const f = useFormat();
  const note = useNote();
  const empty = {
    round: String(year ?? rounds[0]?.year ?? ""),
    channel: "telephone" as NotedChannel,
    happenedOn: data.today,
    withWhom: "",
    said: "" as CountryAnswer | "",
    promisedOn: "",
    detail: "",
    isAsk: true,
  };
  const form = useKeptForm({ form: "exchange", of: [data.country], empty, guard: isNote, isEmpty: isUntouched });
  const { round: chosen, channel, happenedOn, withWhom, said, promisedOn, detail, isAsk } = form.value;
  const { isTried, attempt } = useSending(form, note);
  const round = rounds.find((one) => String(one.year) === chosen) ?? rounds[0];
  if (round === undefined) return null;
  const roundKey = String(round.year);
  const days = notedRange({ opensOn: round.opensOn, today: data.today });
  const promise = isCalendarDate(happenedOn) ? promiseRange(happenedOn) : null;
  const canAsk = said === "" || mayBeAsk({ channel, said });
  const facts =
    said === "" || !isCalendarDate(happenedOn)
      ? null
      : {
          ...{ channel, happenedOn, said, detail },
          isAsk: isAsk && canAsk,
          promisedOn: said === "by_date" ? (isCalendarDate(promisedOn) ? promisedOn : null) : null,
        };
  const faults = facts === null ? [] : exchangeFaults(facts, days);
  const isDayGood = isCalendarDate(happenedOn) && !faults.includes("day");
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const body = facts !== null && faults.length === 0 ? { ...facts, country: data.country, withWhom } : null;
        attempt(body && { year: round.year, body }, () => onDone(round.year));
      }}
    >
      <KeptNote form={form} />
      <p className="quiet">{whoReads(data.name[lang])}</p>
      <RadioGroup
        label={t.channel}
        name="channel"
        layout="inline"
        value={channel}
        choices={notedChannels.map((value) => ({ value, label: t.channels[value] }))}
        onChange={(value) => form.change({ channel: value })}
      />
      <div className={styles.pair}>
        <TextInput
          type="date"
          width="medium"
          label={t.day}
          min={days.earliest}
          max={days.latest}
          value={happenedOn}
          error={isTried && !isDayGood ? t.dayFault(f.date(days.earliest), f.date(days.latest)) : undefined}
          onChange={(event) => form.change({ happenedOn: event.target.value })}
        />
        {rounds.length > 1 ? (
          <Select label={t.round} value={roundKey} onChange={(event) => form.change({ round: event.target.value })}>
            {rounds.map((one) => (
              <option key={one.year} value={one.year}>
                {roundWords[lang].heading(roundOf(one))}
              </option>
            ))}
          </Select>
        ) : null}
      </div>
      <TextInput
        label={t.withWhom}
        optional
        limit={textLimits.institution}
        value={withWhom}
        onChange={(event) => form.change({ withWhom: event.target.value })}
      />
      <RadioGroup
        label={t.said}
        name="said"
        value={said === "" ? null : said}
        choices={countryAnswers.map((value) => ({ value, label: t.answers[value] }))}
        error={isTried && said === "" ? t.saidFault : undefined}
        onChange={(value) => form.change({ said: value })}
      />
      {said === "by_date" ? (
        <TextInput
          type="date"
          width="medium"
          label={t.promised}
          help={t.promisedHelp}
          {...(promise && { min: promise.earliest, max: promise.latest })}
          value={promisedOn}
          error={
            isTried && promise !== null && faults.includes("promise")
              ? t.promisedFault(f.date(promise.earliest), f.date(promise.latest))
              : undefined
          }
          onChange={(event) => form.change({ promisedOn: event.target.value })}
        />
      ) : null}
      {said === "" ? null : (
        <TextArea
          label={t.detail[said]}
          rows={2}
          optional={!needsDetail(said)}
          limit={textLimits.actReason}
          value={detail}
          error={isTried && faults.includes("detail") ? t.detailFault : undefined}
          onChange={(event) => form.change({ detail: event.target.value })}
        />
      )}
      {canAsk ? (
        <Checkbox
          label={t.isAsk}
          help={t.isAskHelp}
          checked={isAsk}
          onChange={(event) => form.change({ isAsk: event.target.checked })}
        />
      ) : (
        <p>{t.isAskNot}</p>
      )}
      <Refusal error={note.error} />
      <div className="row row-end">
        <Button type="submit" variant="primary" busy={note.isPending}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}

function Refusal({ error }: { readonly error: unknown }) {
  const t = useTexts(asksTexts).note;
  if (error === null) return null;
  const code = error instanceof ApiProblem ? error.code : "";
  const words = code === "not-found" ? t.gone : code === "exchange-refused" ? t.refused : null;
  if (words === null) return <ProblemNote error={error} />;
  return (
    <div role="alert">
      <FieldError>{words}</FieldError>
    </div>
  );
}

const isNote = isShape({
  round: isText,
  channel: isOneOf(notedChannels),
  happenedOn: isText,
  withWhom: isText,
  said: isOneOf(["", ...countryAnswers] as const),
  promisedOn: isText,
  detail: isText,
  isAsk: isTruth,
});

/** Nobody misses a day that was proposed, or a way that was chosen. */
function isUntouched(value: { withWhom: string; said: string; promisedOn: string; detail: string }): boolean {
  return value.withWhom === "" && value.said === "" && value.promisedOn === "" && value.detail === "";
}
