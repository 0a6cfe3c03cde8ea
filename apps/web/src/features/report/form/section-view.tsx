import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { LinkButton } from "#ui/button.tsx";
import { useReportFacts } from "../report-context.ts";
import type { Section } from "../sections.ts";
import { findingsAt } from "./findings-list.tsx";
import { formTexts } from "./form.texts.ts";
import styles from "./form-page.module.css";
import { IndicatorArticle } from "./indicator-article.tsx";

interface SectionViewProps {
  readonly sections: readonly Section[];
  readonly section: Section;
  /** The indicator named in the address: shown first and focused. */
  readonly indicator?: string | undefined;
}

export function SectionView({ sections, section, indicator }: SectionViewProps) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  const { catalogue, view, findings } = useReportFacts();
  const heading = useRef<HTMLHeadingElement>(null);
  const position = sections.indexOf(section);
  const [before, after] = [sections[position - 1], sections[position + 1]];
  useStart(section.key, indicator, heading);
  const here = section.indicators.flatMap((one) => findingsAt(findings, one).map((finding) => ({ one, finding })));
  const concerned = [...new Set(here.map(({ one }) => one))];
  const nameOf = (other: Section) =>
    `${catalogue.dimensions.find(({ code }) => code === other.dimension)?.name[lang]}, ${catalogue.instruments.find(({ code }) => code === other.instrument)?.shortName[lang].toLocaleLowerCase(lang)}`;
  const linkTo = (other: Section) => ({
    to: "/$lang/reports/$submissionId" as const,
    params: { lang, submissionId: view.submission.id },
    search: { section: other.key },
  });
  return (
    <section aria-labelledby="section-title" className={styles.section}>
      <header className={styles.sectionHead}>
        <p className="eyebrow">
          {catalogue.instruments.find(({ code }) => code === section.instrument)?.shortName[lang]}
        </p>
        <h2 id="section-title" ref={heading} tabIndex={-1}>
          {catalogue.dimensions.find(({ code }) => code === section.dimension)?.name[lang]}
        </h2>
        <p className={styles.description}>
          {catalogue.dimensions.find(({ code }) => code === section.dimension)?.description[lang]}
        </p>
        {concerned.length > 0 ? (
          <p className="small">
            {t.findings.list(here.length)}:{" "}
            {concerned.map((one, place) => (
              <span key={one.code}>
                {place === 0 ? null : ", "}
                <a href={`#${one.code}`} className={styles.codeLink}>
                  {one.code}
                </a>
              </span>
            ))}
          </p>
        ) : null}
      </header>
      {section.indicators.map((one) => (
        <IndicatorArticle key={one.code} indicator={one} />
      ))}
      <nav aria-label={t.section} className={styles.steps} data-print="no">
        {before ? (
          <Link {...linkTo(before)} className={styles.step}>
            <span>{t.previous}</span>
            <b>{nameOf(before)}</b>
          </Link>
        ) : (
          <span />
        )}
        {after ? (
          <Link {...linkTo(after)} className={styles.stepNext}>
            <span>{t.next}</span>
            <b>{nameOf(after)}</b>
          </Link>
        ) : view.may.submit ? (
          <LinkButton
            variant="primary"
            to="/$lang/reports/$submissionId/review"
            params={{ lang, submissionId: view.submission.id }}
          >
            {t.toCheck}
          </LinkButton>
        ) : null}
      </nav>
    </section>
  );
}

let shownSection: string | null = null;

/** After a change of section the focus goes to its heading (or to the indicator named in the address), never to a link that is gone. */
function useStart(
  key: string,
  indicator: string | undefined,
  heading: { readonly current: HTMLHeadingElement | null },
): void {
  useEffect(() => {
    const isFirst = shownSection === null;
    shownSection = key;
    const asked = indicator === undefined ? null : document.getElementById(`indicator-${indicator}`);
    if (asked !== null) {
      asked.focus({ preventScroll: true });
      asked.closest("article")?.scrollIntoView({ block: "start" });
    } else if (!isFirst) {
      heading.current?.focus({ preventScroll: true });
    }
    return () => {
      shownSection = document.getElementById("section-title") === null ? null : shownSection;
    };
  }, [key, indicator, heading]);
}
