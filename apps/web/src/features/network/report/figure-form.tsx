import type { MeetingView, ReportView } from "@avances/contracts";
import { figureForms, figureSubjects, mostHighlighted, numbered, pointName } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { newId } from "#lib/new-id.ts";
import { indicatorListQuery, matrixQuery } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Checkbox, FieldGroup, Select } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { figureTexts } from "./figures.texts.ts";
import styles from "./report.module.css";
import { reportTexts } from "./report.texts.ts";
import { chooseFigures, useReportAct } from "./report-queries.ts";
import { ReportRefused } from "./report-refused.tsx";

interface FigureFormProps {
  readonly report: ReportView;
  readonly meeting: MeetingView;
  readonly onDone: () => void;
}

const every = "every";

/** Adds a chart or table of what is published to the working copy, below a point or in the annex. */
export function FigureForm({ report, meeting, onDone }: FigureFormProps) {
  const t = useTexts(figureTexts);
  const r = useTexts(reportTexts).edit;
  const lang = useLanguage();
  const f = useFormat();
  const act = useReportAct(chooseFigures, meeting.id);
  const list = useQuery(indicatorListQuery);
  const matrix = useQuery(matrixQuery);
  const [decidedOn, setDecidedOn] = useState(report);
  const [subject, setSubject] = useState<(typeof figureSubjects)[number]>("index");
  const [chosen, setCode] = useState("");
  const [wantedForm, setForm] = useState<(typeof figureForms)[number]>("bars");
  const [roundYear, setRound] = useState("");
  const [countries, setCountries] = useState<readonly string[]>([]);
  const [pointId, setPoint] = useState("");
  if (list.data === undefined || matrix.data === undefined)
    return list.error || matrix.error ? <ProblemNote error={list.error ?? matrix.error} /> : <Skeleton rows={4} />;
  const { instruments, dimensions, objectives, indicators } = list.data;
  const byName = [...matrix.data.countries].sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  const options: Readonly<Record<typeof subject, readonly { readonly code: string; readonly name: string }[]>> = {
    index: [],
    instrument: instruments.map(({ code, shortName }) => ({ code, name: shortName[lang] })),
    dimension: instruments.flatMap((one) =>
      dimensions.map(({ code, name }) => ({
        code: `${one.code}/${code}`,
        name: `${one.shortName[lang]}: ${name[lang]}`,
      })),
    ),
    objective: objectives.map(({ code, name }) => ({ code, name: name[lang] })),
    indicator: indicators.map(({ code, name }) => ({ code, name: `${code} ${name[lang]}` })),
    country: [{ code: every, name: t.every }, ...byName.map(({ iso3, name }) => ({ code: iso3, name: name[lang] }))],
  };
  const which = options[subject];
  const code = which.some((one) => one.code === chosen) ? chosen : (which[0]?.code ?? "");
  const valueType = indicators.find((one) => one.code === code)?.valueType;
  const isTable =
    subject === "objective" ||
    subject === "country" ||
    (valueType !== undefined && !["count", "ratio", "ordinal"].includes(valueType));
  const form = isTable ? "table" : wantedForm;
  const hasRound = form === "bars" || subject === "objective";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const shared = {
      ...{ subject, form, pointId: pointId === "" ? null : pointId },
      roundYear: hasRound && roundYear !== "" ? Number(roundYear) : null,
      countries: form === "lines" ? [...countries] : [],
    };
    const codes = code === every ? byName.map(({ iso3 }) => iso3) : [code];
    const added = codes.map((one) => ({ ...shared, id: newId(), code: one }));
    const before = decidedOn.content.figures.map((one) => ({ ...one, countries: [...one.countries] }));
    act.mutate(
      {
        ...{ params: { reportId: report.id }, body: { figures: [...before, ...added] } },
        ...{ revision: decidedOn.revision, idempotencyKey: newId() },
      },
      {
        onSuccess: () => {
          announce(t.saved);
          onDone();
        },
      },
    );
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <p>{t.addText}</p>
      <Select
        label={t.subject}
        value={subject}
        onChange={({ target }) => setSubject(figureSubjects.find((one) => one === target.value) ?? "index")}
      >
        {figureSubjects.map((one) => (
          <option key={one} value={one}>
            {t.subjects[one]}
          </option>
        ))}
      </Select>
      {which.length === 0 ? null : (
        <Select label={t.which} value={code} onChange={({ target }) => setCode(target.value)}>
          {which.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </Select>
      )}
      <Select
        label={t.form}
        help={t.formHelp}
        value={form}
        onChange={({ target }) => setForm(figureForms.find((one) => one === target.value) ?? "bars")}
      >
        {(isTable ? (["table"] as const) : figureForms).map((one) => (
          <option key={one} value={one}>
            {t.forms[one]}
          </option>
        ))}
      </Select>
      {hasRound ? (
        <Select label={t.roundChoice} value={roundYear} onChange={({ target }) => setRound(target.value)}>
          <option value="">{t.mainRound}</option>
          {matrix.data.rounds.map((round) => (
            <option key={round.roundYear} value={round.roundYear}>
              {roundWords[lang].heading(round)}
            </option>
          ))}
        </Select>
      ) : null}
      {form === "lines" ? (
        <FieldGroup legend={t.highlight}>
          {byName.map(({ iso3, name }) => (
            <Checkbox
              key={iso3}
              label={name[lang]}
              checked={countries.includes(iso3)}
              disabled={!countries.includes(iso3) && countries.length >= mostHighlighted}
              onChange={({ target }) =>
                setCountries(target.checked ? [...countries, iso3] : countries.filter((one) => one !== iso3))
              }
            />
          ))}
        </FieldGroup>
      ) : null}
      <Select label={t.where} value={pointId} onChange={({ target }) => setPoint(target.value)}>
        <option value="">{t.annex}</option>
        {numbered(decidedOn.content.points).map((point) => (
          <option key={point.id} value={point.id}>
            {t.at(point.number === null ? r.paragraph : r.point(pointName(point)))}
          </option>
        ))}
      </Select>
      <ReportRefused
        error={act.error}
        onSeen={(current) => {
          act.reset();
          setDecidedOn(current);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{r.back}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
