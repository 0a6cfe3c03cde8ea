import type { SubmissionProgress } from "@avances/domain/answer";
import { shortNameOf } from "@avances/domain/catalogue";
import { Link } from "@tanstack/react-router";
import { memo, useSyncExternalStore } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { classNames } from "#ui/class-names.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { useReportGround } from "../report-context.ts";
import type { Section } from "../sections.ts";
import { formTexts } from "./form.texts.ts";
import styles from "./form-page.module.css";
import { lineTexts } from "./line.texts.ts";
import { ConfirmAct, NothingAct } from "./many-acts.tsx";
import { MinistriesHere } from "./ministries-here.tsx";

interface SectionNavProps {
  readonly sections: readonly Section[];
  /** Absent when the list shows answers of several sections. */
  readonly current: Section | undefined;
  readonly progress: SubmissionProgress;
}

/** The sections by instrument, each with its number of answers. Folded on a small screen. */
export function SectionNav(props: SectionNavProps) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  const { catalogue } = useReportGround();
  const isWide = useSyncExternalStore(onWidthChange, () => wide.matches);
  if (isWide) return <SectionList {...props} />;
  const { current } = props;
  const name = catalogue.dimensions.find(({ code }) => code === current?.dimension)?.name[lang];
  return (
    <div className={styles.folded} data-print="no">
      <Disclosure key={current?.key ?? ""} summary={name === undefined ? t.sections : `${t.sections}: ${name}`}>
        <SectionList {...props} />
      </Disclosure>
    </div>
  );
}

const wide = window.matchMedia("(min-width: 60rem)");
function onWidthChange(listener: () => void) {
  wide.addEventListener("change", listener);
  return () => wide.removeEventListener("change", listener);
}

function SectionList({ sections, current, progress }: SectionNavProps) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  const words = useTexts(lineTexts);
  const { catalogue } = useReportGround();
  const instruments = catalogue.instruments.filter(({ code }) =>
    sections.some(({ instrument }) => instrument === code),
  );
  return (
    <nav aria-label={t.sections} className={styles.nav} data-print="no">
      {instruments.map((instrument) => (
        <div key={instrument.code}>
          <h2 className={styles.navHead}>{instrument.shortName[lang]}</h2>
          <ul>
            {sections
              .filter((section) => section.instrument === instrument.code)
              .map((section) => (
                <li key={section.key}>
                  <SectionLink
                    section={section}
                    isCurrent={section.key === current?.key}
                    {...countsOf(section, progress)}
                  />
                </li>
              ))}
          </ul>
        </div>
      ))}
      <div className={styles.navActs}>
        <MinistriesHere />
        <ConfirmAct indicators={catalogue.indicators} label={words.confirm.openAll} />
        <NothingAct scope="report" indicators={catalogue.indicators} label={words.nothing.openAll} />
      </div>
    </nav>
  );
}

interface SectionLinkProps {
  readonly section: Section;
  readonly isCurrent: boolean;
  readonly answered: number;
  readonly expected: number;
}

function countsOf({ instrument, dimension, indicators }: Section, { sections }: SubmissionProgress) {
  const done = sections.find((one) => one.instrument === instrument && one.dimension === dimension);
  return { answered: done?.answered ?? 0, expected: done?.expected ?? indicators.length };
}

/** Drawn again only when a number in it changes: twelve links are a good part of the page. */
const SectionLink = memo(function SectionLink({ section, isCurrent, answered, expected }: SectionLinkProps) {
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue, view } = useReportGround();
  const dimension = catalogue.dimensions.find(({ code }) => code === section.dimension);
  return (
    <Link
      to="/$lang/reports/$submissionId"
      params={{ lang, submissionId: view.submission.id }}
      search={{ section: section.key }}
      className={classNames(styles.navLink, isCurrent && styles.navCurrent)}
      aria-current={isCurrent ? "page" : undefined}
      activeProps={{}}
    >
      {/* Short, so that all twelve stand in the window: what is beyond its edge, nobody looks for. */}
      <span>{dimension === undefined ? null : shortNameOf(dimension)[lang]}</span>
      <span className={answered === expected ? styles.navDone : styles.navCount}>
        {f.number(answered)}/{f.number(expected)}
      </span>
    </Link>
  );
});
