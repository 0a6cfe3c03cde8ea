import type { Indicator } from "@avances/domain/catalogue";
import type { ReactNode } from "react";
import { useLanguage } from "#i18n/language.ts";
import { useReportFacts } from "../report-context.ts";
import { sectionsOf } from "../sections.ts";
import styles from "./paper.module.css";

/** All indicators under the headings of their sections, each as `children` writes it. */
export function PaperSections({ children }: { readonly children: (indicator: Indicator) => ReactNode }) {
  const lang = useLanguage();
  const { catalogue } = useReportFacts();
  return sectionsOf(catalogue, catalogue.indicators).map(({ key, instrument, dimension, indicators }) => (
    <section key={key} className={styles.section} aria-labelledby={`paper-${key}`}>
      <h2 id={`paper-${key}`}>
        {catalogue.instruments.find(({ code }) => code === instrument)?.shortName[lang]}:{" "}
        {catalogue.dimensions.find(({ code }) => code === dimension)?.name[lang]}
      </h2>
      {indicators.map((indicator) => (
        <article key={indicator.code} className={styles.indicator} aria-labelledby={`paper-${indicator.code}`}>
          <h3 id={`paper-${indicator.code}`}>
            <span className={styles.code}>{indicator.code}</span> {indicator.name[lang]}
          </h3>
          {children(indicator)}
        </article>
      ))}
    </section>
  ));
}
