import { marksIn } from "@avances/charts/series";
import type { MeetingView, ReportFigures as ReportFiguresView, ReportView } from "@avances/contracts";
import { type FigureCell, isEditable, mostHighlighted, numbered, pointName } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { BarByCountry } from "#charts/bar-by-country.tsx";
import { TrendChart } from "#charts/trend-chart.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { roundWords } from "#lib/round-words.ts";
import { useIsNarrow } from "#lib/use-is-narrow.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { ValueStateLegend } from "#ui/value-state.tsx";
import { AfterOwnActs } from "./after-own-acts.tsx";
import { figureTexts } from "./figures.texts.ts";
import styles from "./report.module.css";
import { reportTexts } from "./report.texts.ts";
import { chooseFigures, figuresQuery, useReportStep } from "./report-queries.ts";
import { ReportRefused } from "./report-refused.tsx";

const FigureForm = later(() => import("./figure-form.tsx").then((m) => m.FigureForm));

type Figure = ReportFiguresView["figures"][number];

type Choices = ReportView["content"]["figures"];

interface FiguresProps {
  readonly report: ReportView;
  readonly meeting: MeetingView;
  readonly mayWrite: boolean;
}

/** The charts and tables of a report, as they are in what the reader is shown. */
export function ReportFigures({ report, meeting, mayWrite }: FiguresProps) {
  const t = useTexts(figureTexts);
  const r = useTexts(reportTexts).edit;
  const lang = useLanguage();
  const f = useFormat();
  const [isOpen, setOpen] = useState(false);
  const act = useReportStep(chooseFigures, meeting.id);
  const choices = report.content.figures;
  const figures = useQuery(figuresQuery(report));
  const edits = mayWrite && isEditable(report.stage);
  const points = new Map(numbered(report.content.points).map((point) => [point.id, point]));
  const placeOf = (pointId: string | null) => {
    const point = pointId === null ? undefined : points.get(pointId);
    if (point === undefined) return t.annex;
    return t.at(point.number === null ? r.paragraph : r.point(pointName(point)));
  };
  const put = (chosen: (now: Choices) => Choices, said?: string) =>
    act.mutate(
      ({ content }) => ({
        figures: chosen(content.figures).map((one) => ({ ...one, countries: [...one.countries] })),
      }),
      { onSuccess: () => said !== undefined && announce(said) },
    );
  /** By its title, or, while nothing of it is published, by its code. */
  const nameOf = ({ subject, code }: Pick<Figure, "subject" | "code">, figure: Figure | undefined) =>
    figure?.title[lang] ?? (code === "" ? t.subjects[subject] : code);
  const edition = figures.data?.edition;
  const from = edition && ([edition.id, f.shortDay(edition.publishedAt)] as const);
  if (choices.length === 0 && !edits) return null;
  return (
    <section className="section" aria-labelledby="figures">
      <h2 id="figures">{t.title}</h2>
      {edits ? <p className="quiet small">{t.lead}</p> : null}
      {choices.length === 0 ? <p>{t.none}</p> : null}
      {from ? (
        <p className="quiet small">{report.shown === null ? t.leadOfCopy(...from) : t.leadOfVersion(...from)}</p>
      ) : null}
      <ProblemNote error={figures.error} />
      {choices.map((choice, place) => {
        const figure = figures.data?.figures.find(({ id }) => id === choice.id);
        const name = nameOf(choice, figure);
        return (
          <div key={choice.id} className={styles.figure}>
            {figure === undefined ? (
              <p>
                <strong>{name}</strong>{" "}
                {figures.data === undefined ? null : <span className="quiet">{t.unpublished}</span>}
              </p>
            ) : (
              <FigureView figure={figure} />
            )}
            <div className={styles.foot}>
              <span className="quiet small">{placeOf(choice.pointId)}</span>
              {edits && place > 0 ? (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t.moveUp(name)}
                  onClick={() => put((now) => movedUp(now, choice.id))}
                >
                  {t.up}
                </Button>
              ) : null}
              {edits ? (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t.removeOne(name)}
                  onClick={() => put((now) => now.filter(({ id }) => id !== choice.id), t.removed)}
                >
                  {t.remove}
                </Button>
              ) : null}
            </div>
          </div>
        );
      })}
      <ReportRefused error={act.error} />
      {edits ? (
        <>
          <Button onClick={() => setOpen(true)}>{t.add}</Button>
          <Dialog open={isOpen} onClose={() => setOpen(false)} title={t.add} wide>
            <AfterOwnActs meetingId={meeting.id}>
              <FigureForm report={report} meeting={meeting} onDone={() => setOpen(false)} />
            </AfterOwnActs>
          </Dialog>
        </>
      ) : null}
    </section>
  );
}

/** The list with this one a place higher; what is the first, or no longer there, changes nothing. */
function movedUp(list: Choices, id: string): Choices {
  const place = list.findIndex((one) => one.id === id);
  const [above, moved] = [list[place - 1], list[place]];
  if (above === undefined || moved === undefined) return list;
  return [...list.slice(0, place - 1), moved, above, ...list.slice(place + 1)];
}

function FigureView({ figure }: { readonly figure: Figure }) {
  const t = useTexts(figureTexts);
  const lang = useLanguage();
  const f = useFormat();
  const isNarrow = useIsNarrow();
  const { title, form, round, most, countries, columns, unit } = figure;
  const lines =
    figure.subject === "country"
      ? figure.lines
      : [...figure.lines].sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  const series = lines.map(({ code, name, cells }) => ({
    country: code,
    label: name[lang],
    points: cells.map(({ referenceYear, ...cell }) => ({
      ...{ year: referenceYear, roundYear: cell.roundYear, value: cell.value, state: cell.state },
    })),
  }));
  const print = usePrint();
  const kind = lines[0]?.cells[0]?.kind ?? "count";
  const domain = most === null ? undefined : ([0, most] as const);
  const drawn = { series, domain, format: (value: number) => print(value, kind) };
  // As in the files: a few lines are told apart by colour without any of them being chosen.
  const highlight = countries.length > 0 ? countries : series.length > mostHighlighted ? [] : undefined;
  const inColour = highlight === undefined ? series : series.filter(({ country }) => highlight.includes(country));
  return (
    <>
      <h3>{title[lang]}</h3>
      <p className="quiet small">
        {round === null || form === "lines" ? t.overTime : t.round(roundWords[lang].heading(round))}
        {unit === null ? null : ` · ${unit[lang]}`}
      </p>
      {form === "bars" && round !== null ? <BarByCountry {...drawn} roundYear={round.roundYear} /> : null}
      {form === "lines" && columns.length > 0 ? (
        <>
          <TrendChart {...drawn} highlight={highlight} />
          {/* What stands below the lines in the years without a number. */}
          <ValueStateLegend states={marksIn(inColour)} />
        </>
      ) : null}
      {/* On a phone a table is a card a country, longer than the report around it. */}
      <Disclosure summary={t.figures} open={form === "table" && !isNarrow}>
        <Figures figure={{ ...figure, lines }} />
      </Disclosure>
    </>
  );
}

function usePrint() {
  const f = useFormat();
  return (value: number, kind: FigureCell["kind"]) => {
    switch (kind) {
      case "score":
        return f.score(value);
      case "share":
        return f.percent(value / 100);
      case "count":
      case "level":
      case "words":
        return f.number(value);
    }
  };
}

/** The same as a table: a chart says nothing that does not stand here. */
function Figures({ figure }: { readonly figure: Figure }) {
  const t = useTexts(figureTexts);
  const states = useTexts(valueStateTexts).state;
  const lang = useLanguage();
  const print = usePrint();
  const { columns, lines, title } = figure;
  const said = ({ state, kind, value, words, result }: FigureCell) => {
    const number = value === null ? null : print(value, kind);
    const own =
      state !== "reported"
        ? states[state]
        : [number, words?.[lang]].filter((part) => part !== null && part !== undefined).join(": ");
    if (result === null) return own;
    const range = t.from(print(result.floor, "score"), print(result.ceiling, "score"));
    return t.coverage(own, print(result.coverage, "share"), range);
  };
  return (
    <RecordTable
      dense
      caption={title[lang]}
      captionHidden
      heads={[
        figure.subject === "country" ? t.indicator : t.country,
        ...columns.map((column) => column.name?.[lang] ?? roundWords[lang].heading(column)),
      ]}
    >
      <tbody>
        {lines.map(({ code, name, cells }) => (
          <Row key={code}>
            <th scope="row">{name[lang]}</th>
            {cells.map((cell, place) => (
              <td key={columns[place]?.name?.en ?? cell.roundYear}>{said(cell)}</td>
            ))}
          </Row>
        ))}
      </tbody>
    </RecordTable>
  );
}
