import { findCodeList, type Indicator, type ValueType } from "@avances/domain/catalogue";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { firstDay } from "#lib/first-day.ts";
import { useFormat } from "#lib/format.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { useReportFacts } from "../report-context.ts";
import { ReportFrame } from "../report-frame.tsx";
import styles from "./paper.module.css";
import { paperTexts } from "./paper.texts.ts";
import { PaperSections } from "./paper-sections.tsx";
import { PrintActions } from "./report-on-paper.tsx";
import { usePaperFoot } from "./use-paper-foot.ts";

/** The questions without answers, for paper: to be passed round in ministries that have no account. */
export function BlankForm() {
  const { submissionId } = useParams({ from: "/$lang/signed-in/reports/$submissionId/blank" });
  return (
    <ReportFrame submissionId={submissionId}>
      <Form />
    </ReportFrame>
  );
}

function Form() {
  const t = useTexts(paperTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { view, country } = useReportFacts();
  const { submission, round } = view;
  const name = roundWords[lang].round(roundOf(submission));
  usePaperFoot(`${country} · ${name}`);
  return (
    <>
      <PageHeader
        variant="work"
        title={t.blank.title(country, name)}
        breadcrumbs={[
          <Link key="form" to="/$lang/reports/$submissionId" params={{ lang, submissionId: submission.id }}>
            {t.form}
          </Link>,
        ]}
        lead={
          <>
            {t.blank.text}{" "}
            {t.blank.period(firstDay(f, round.referenceStart, round.referenceEnd), f.date(round.referenceEnd))}
          </>
        }
        actions={<PrintActions />}
      />
      <PaperSections>{(indicator) => <Question indicator={indicator} />}</PaperSections>
    </>
  );
}

function Question({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(paperTexts).blank;
  const lang = useLanguage();
  const { catalogue } = useReportFacts();
  return (
    <>
      <p className={styles.definition}>{indicator.definition[lang]}</p>
      <Places indicator={indicator} />
      {indicator.disaggregations.map((code) => {
        const list = findCodeList(catalogue, code);
        return list === undefined ? null : (
          <div key={code} className={styles.parts}>
            <p>{t.by(list.name[lang].toLocaleLowerCase(lang))}</p>
            <ul>
              {list.codes.map((category) => (
                <li key={category.code}>
                  {category.label[lang]} <Blank />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <ul className={styles.boxes}>
        {indicator.allowedMissing.map((state) => (
          <li key={state}>
            <Box /> {t.none[state]} <Blank long />
          </li>
        ))}
      </ul>
      <p className={styles.place}>
        {t.source} <Blank long />
      </p>
      <p className={styles.place}>
        {t.comment} <Blank long />
      </p>
    </>
  );
}

type PlacesProps = { readonly indicator: Indicator };

function Boxes({ choices }: { readonly choices: readonly { readonly key: string; readonly words: string }[] }) {
  return (
    <ul className={styles.boxes}>
      {choices.map(({ key, words }) => (
        <li key={key}>
          <Box /> {words}
        </li>
      ))}
    </ul>
  );
}

function LevelPlaces({ indicator }: PlacesProps) {
  const lang = useLanguage();
  const choices = (indicator.levels ?? []).map(({ level, label }) => ({
    key: String(level),
    words: `${level}: ${label[lang]}`,
  }));
  return <Boxes choices={choices} />;
}

function YesNoPlaces() {
  const t = useTexts(paperTexts).blank;
  return <Boxes choices={[t.yes, t.no].map((words) => ({ key: words, words }))} />;
}

function RatioPlaces({ indicator }: PlacesProps) {
  const t = useTexts(paperTexts).blank;
  const lang = useLanguage();
  return (
    <>
      <Place words={indicator.ratio?.numerator.label[lang] ?? t.numerator} />
      <Place words={indicator.ratio?.denominator.label[lang] ?? t.denominator} />
    </>
  );
}

function TextPlaces() {
  const t = useTexts(paperTexts).blank;
  return (
    <>
      <Place words={t.answer} />
      <span className={styles.lines} />
    </>
  );
}

/** One line to write on. */
function OneLine(which: "total" | "amount" | "date") {
  return function OneLinePlaces() {
    return <Place words={useTexts(paperTexts).blank[which]} />;
  };
}

/** Where the value is written, or the choices to tick. */
const placesOf: Readonly<Record<ValueType, (props: PlacesProps) => ReactNode>> = {
  ordinal: LevelPlaces,
  boolean: YesNoPlaces,
  count: OneLine("total"),
  ratio: RatioPlaces,
  money: OneLine("amount"),
  date: OneLine("date"),
  text: TextPlaces,
};

function Places({ indicator }: PlacesProps) {
  const ForType = placesOf[indicator.valueType];
  return <ForType indicator={indicator} />;
}

function Place({ words }: { readonly words: string }) {
  return (
    <p className={styles.place}>
      {words} <Blank />
    </p>
  );
}

const Box = () => <span className={styles.box} aria-hidden="true" />;
const Blank = ({ long = false }: { readonly long?: boolean }) => (
  <span className={long ? styles.longBlank : styles.blank} aria-hidden="true" />
);
