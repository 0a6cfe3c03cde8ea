import type { MeetingView, ReportView } from "@avances/contracts";
import { byLanguage, type Language, languages } from "@avances/domain/catalogue";
import {
  arrangementFaults,
  bodyCodes,
  pointFaults,
  pointLead,
  pointLevels,
  pointVerbs,
  type ReportPoint,
  reportWords,
} from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namesOf } from "#lib/meeting-queries.ts";
import { newId } from "#lib/new-id.ts";
import { isListOf, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { DetailsQuestion } from "#ui/details-question.tsx";
import { FieldError, Select, TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import styles from "./report.module.css";
import { reportTexts } from "./report.texts.ts";
import { savePoint, useReportAct } from "./report-queries.ts";
import { ReportRefused } from "./report-refused.tsx";
import { VoicesField } from "./voices-field.tsx";

interface PointFormProps {
  /** Null: a new one, which comes last. */
  readonly point: ReportPoint | null;
  readonly report: ReportView;
  readonly meeting: MeetingView;
  readonly participants: readonly Participant[];
  readonly onDone: () => void;
}

const levels = ["0", "1", "2"] as const;
const verbs = [...pointVerbs, ""] as const;
const isWritten = isShape({
  ...{ level: isOneOf(levels), verb: isOneOf(verbs), speaker: isText },
  words: isShape<Record<Language, string>>(byLanguage(() => isText)),
  voices: isListOf(isText),
});

/** Writes a point in both languages: its verb is chosen, and its words follow the verb. */
export function PointForm({ point, report, meeting, participants, onDone }: PointFormProps) {
  const t = useTexts(reportTexts);
  const lang = useLanguage();
  const f = useFormat();
  const act = useReportAct(savePoint, meeting.id);
  const [pointId] = useState(() => point?.id ?? newId());
  const form = useKeptForm({
    ...{ form: "report", of: [meeting.id, point?.id ?? "new"], guard: isWritten },
    empty: {
      level: levels[point?.level ?? 1] ?? "1",
      verb: point?.verb ?? ("" as const),
      speaker: point?.speaker ?? "",
      words: point?.words ?? byLanguage(() => ""),
      voices: point?.voices ?? [],
    },
  });
  const { isTried, attempt } = useSending(form, act);
  // The report when the form was opened: the decision is about it, not about what arrives later.
  const [decidedOn, setDecidedOn] = useState(report);
  const { verb, words } = form.value;
  const level = pointLevels.find((one) => String(one) === form.value.level) ?? 1;
  const speaker = form.value.speaker === "" ? null : form.value.speaker;
  const others = decidedOn.content.points;
  const arranged = others.some(({ id }) => id === pointId)
    ? others.map((one) => (one.id === pointId ? { level } : one))
    : [...others, { level }];
  const known = new Set(participants.map(({ code }) => code));
  const faults = [...pointFaults({ words, speaker }, known), ...arrangementFaults(arranged)];
  const chosen = pointVerbs.find((one) => one === verb) ?? null;
  const send = (overruled: Parameters<Parameters<typeof DetailsQuestion>[0]["onKeep"]>[0]) =>
    attempt(
      faults.length > 0
        ? null
        : {
            params: { reportId: report.id, pointId },
            body: { level, verb: chosen, speaker, words, voices: form.value.voices, overruled: [...overruled] },
            revision: decidedOn.revision,
          },
      () => {
        announce(t.edit.saved);
        onDone();
      },
    );
  // Bodies meet; what one of the others does, it does as the body that met.
  const speakers = participants
    .filter(({ code }) => code === "COALITION" || !bodyCodes.some((body) => body === code))
    .sort((one, other) => f.compare(one.name[lang], other.name[lang]));
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
      <div className={styles.choices}>
        <Select
          label={t.edit.level}
          value={form.value.level}
          onChange={({ target }) => form.change({ level: levels.find((one) => one === target.value) ?? "1" })}
        >
          {pointLevels.map((one) => (
            <option key={one} value={one}>
              {t.edit.levels[one]}
            </option>
          ))}
        </Select>
        <Select
          label={t.edit.speaker}
          value={form.value.speaker}
          onChange={({ target }) => form.change({ speaker: target.value })}
        >
          <option value="">{reportWords[lang].bodies[meeting.body]}</option>
          {speakers.map(({ code, name }) => (
            <option key={code} value={code}>
              {name[lang]}
            </option>
          ))}
        </Select>
        <Select
          label={t.edit.verb}
          help={t.edit.verbHelp}
          value={verb}
          onChange={({ target }) => form.change({ verb: verbs.find((one) => one === target.value) ?? "" })}
        >
          <option value="">{t.edit.noVerb}</option>
          {pointVerbs.map((one) => (
            <option key={one} value={one}>
              {t.edit.verbs[one]}
            </option>
          ))}
        </Select>
      </div>
      <div className={styles.languages}>
        {[lang, ...languages.filter((one) => one !== lang)].map((language) => {
          const name = speaker === null ? null : namesOf(participants, language)(speaker);
          const lead = pointLead({ verb: chosen, speaker: name, body: meeting.body }, language);
          return (
            <TextArea
              key={language}
              label={t.edit.words(t.languages[language])}
              help={lead === null ? undefined : t.edit.wordsHelp(`${lead.who} ${lead.does}`.trim())}
              lang={language}
              rows={6}
              limit={textLimits.reportPoint}
              value={words[language]}
              onChange={({ target }) => form.change({ words: { ...words, [language]: target.value } })}
            />
          );
        })}
      </div>
      <VoicesField
        value={form.value.voices}
        named={report.voices}
        nameOf={namesOf(participants, lang)}
        onChange={(voices) => form.change({ voices })}
      />
      {isTried && faults.length > 0 ? (
        <div role="alert">
          <FieldError>{faults.map((fault) => t.faults[fault]).join(" ")}</FieldError>
        </div>
      ) : null}
      <DetailsQuestion error={act.error} onKeep={send} />
      <ReportRefused
        error={act.error}
        onSeen={(current) => {
          act.reset();
          setDecidedOn(current);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.edit.back}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.edit.save}
        </Button>
      </div>
    </form>
  );
}
