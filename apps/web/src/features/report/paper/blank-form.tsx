import { findCodeList, type Indicator } from "@avances/domain/catalogue";
import { Link, useParams } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
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
            {t.blank.text} {t.blank.period(f.date(round.referenceStart), f.date(round.referenceEnd))}
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

/** Where the value is written, or the choices to tick. */
function Places({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(paperTexts).blank;
  const lang = useLanguage();
  switch (indicator.valueType) {
    case "ordinal":
      return (
        <ul className={styles.boxes}>
          {(indicator.levels ?? []).map(({ level, label }) => (
            <li key={level}>
              <Box /> {level}: {label[lang]}
            </li>
          ))}
        </ul>
      );
    case "boolean":
      return (
        <ul className={styles.boxes}>
          {[t.yes, t.no].map((word) => (
            <li key={word}>
              <Box /> {word}
            </li>
          ))}
        </ul>
      );
    case "count":
      return <Place words={t.total} />;
    case "ratio":
      return (
        <>
          <Place words={indicator.ratio?.numerator.label[lang] ?? t.numerator} />
          <Place words={indicator.ratio?.denominator.label[lang] ?? t.denominator} />
        </>
      );
    case "money":
      return <Place words={t.amount} />;
    case "date":
      return <Place words={t.date} />;
    case "text":
      return (
        <>
          <Place words={t.answer} />
          <span className={styles.lines} />
        </>
      );
  }
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
