import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { DataTable, NumberCell, NumberHeader } from "#ui/data-table.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { AnswerText } from "../answer-text.tsx";
import { IndicatorLink } from "../indicator-link.tsx";
import report from "../report.module.css";
import { useReportFacts } from "../report-context.ts";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import { type SectionSummary, summaryOf } from "./report-summary.ts";

/** What will be sent, by section, with the lists behind the numbers. */
export function Content() {
  const t = useTexts(checkTexts);
  const f = useFormat();
  const { catalogue, answers } = useReportFacts();
  const summary = summaryOf(catalogue, answers);
  const all = (part: "withValue" | "noValue" | "missing") => summary.flatMap((row) => row[part]);
  const [noValue, missing] = [all("noValue"), all("missing")];
  return (
    <section className="section" aria-labelledby="content-title">
      <h2 id="content-title" className={report.heading}>
        {t.sections.heading}
      </h2>
      <DataTable caption={t.sections.heading} captionHidden dense>
        <thead>
          <tr>
            <th scope="col">{t.sections.section}</th>
            <NumberHeader>{t.sections.answered}</NumberHeader>
            <NumberHeader>{t.sections.noValue}</NumberHeader>
            <NumberHeader>{t.sections.missing}</NumberHeader>
          </tr>
        </thead>
        <tbody>
          {summary.map((row) => (
            <tr key={row.section.key}>
              <th scope="row">
                <SectionName row={row} />
              </th>
              <NumberCell>{f.number(row.withValue.length)}</NumberCell>
              <NumberCell>{f.number(row.noValue.length)}</NumberCell>
              <NumberCell>{f.number(row.missing.length)}</NumberCell>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.sections.total}</th>
            <NumberCell>{f.number(all("withValue").length)}</NumberCell>
            <NumberCell>{f.number(noValue.length)}</NumberCell>
            <NumberCell>{f.number(missing.length)}</NumberCell>
          </tr>
        </tfoot>
      </DataTable>
      {missing.length > 0 ? <p className={styles.note}>{t.sections.partial}</p> : null}
      {noValue.length > 0 ? (
        <Disclosure summary={`${t.sections.reasons} (${f.number(noValue.length)})`} variant="ruled">
          <IndicatorRows indicators={noValue} withAnswer />
        </Disclosure>
      ) : null}
      {missing.length > 0 ? (
        <Disclosure summary={`${t.sections.missingList} (${f.number(missing.length)})`} variant="ruled">
          <IndicatorRows indicators={missing} />
        </Disclosure>
      ) : null}
    </section>
  );
}

function SectionName({ row }: { readonly row: SectionSummary }) {
  const lang = useLanguage();
  const { catalogue } = useReportFacts();
  const instrument = catalogue.instruments.find(({ code }) => code === row.section.instrument);
  const dimension = catalogue.dimensions.find(({ code }) => code === row.section.dimension);
  return (
    <>
      {dimension?.name[lang]} <span className="quiet">{instrument?.shortName[lang].toLocaleLowerCase(lang)}</span>
    </>
  );
}

function IndicatorRows({
  indicators,
  withAnswer = false,
}: {
  readonly indicators: readonly Indicator[];
  readonly withAnswer?: boolean;
}) {
  const { answers } = useReportFacts();
  return (
    <ul className={report.rows}>
      {indicators.map((indicator) => (
        <li key={indicator.code}>
          <IndicatorLink code={indicator.code} />
          {withAnswer ? (
            <p>
              <AnswerText indicator={indicator} answer={answers.get(indicator.code)} />
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
