import { answeredAs } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { firstDay } from "#lib/first-day.ts";
import { useFormat } from "#lib/format.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { useReportFacts } from "../report-context.ts";
import type { Section } from "../sections.ts";
import line from "./answer-line.module.css";
import { AnswerLine } from "./answer-line.tsx";
import type { Filter } from "./filters.ts";
import { formTexts } from "./form.texts.ts";
import styles from "./form-page.module.css";
import { lineTexts } from "./line.texts.ts";
import { ConfirmAct, NothingAct } from "./many-acts.tsx";
import { nextMissing } from "./way-through.ts";

interface AnswerListProps {
  readonly sections: readonly Section[];
  /** What is shown: one section, or of all sections what the filter shows. */
  readonly groups: readonly Section[];
  readonly filter: Filter | undefined;
  readonly open: ReadonlySet<IndicatorCode>;
  readonly onToggle: (code: IndicatorCode) => void;
}

/** The answers of a section, or of several under a filter, each as a line. Nothing in it changes its place. */
export function AnswerList({ sections, groups, filter, open, onToggle }: AnswerListProps) {
  const t = useTexts(lineTexts);
  const lang = useLanguage();
  const { view } = useReportFacts();
  if (groups.length === 0 && filter !== undefined) {
    return (
      <div className={styles.section}>
        <h2 className="sr-only" id="section-title" tabIndex={-1}>
          {t.empty[filter]}
        </h2>
        <p>{t.empty[filter]}</p>
        <p>
          <Link to="/$lang/reports/$submissionId" params={{ lang, submissionId: view.submission.id }} search={{}}>
            {t.empty.all}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <div className={styles.section}>
      {groups.map((group, place) => (
        <SectionOfAnswers
          key={group.key}
          section={group}
          sections={sections}
          isFirst={place === 0}
          isWhole={filter === undefined}
          open={open}
          onToggle={onToggle}
        />
      ))}
    </div>
  );
}

interface SectionProps {
  readonly section: Section;
  readonly sections: readonly Section[];
  readonly isFirst: boolean;
  /** All its answers are shown, not only those of a filter. */
  readonly isWhole: boolean;
  readonly open: ReadonlySet<IndicatorCode>;
  readonly onToggle: (code: IndicatorCode) => void;
}

function SectionOfAnswers({ section, sections, isFirst, isWhole, open, onToggle }: SectionProps) {
  const t = useTexts(lineTexts);
  const words = useTexts(formTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue, view } = useReportFacts();
  const id = isFirst ? "section-title" : `section-${section.key}`;
  const { previous, round } = view;
  const instrument = catalogue.instruments.find(({ code }) => code === section.instrument)?.shortName[lang];
  return (
    <section aria-labelledby={`${id} ${id}-of`} data-section={section.key}>
      <header className={styles.sectionHead}>
        <div className={styles.sectionTop}>
          <h2 id={id} tabIndex={-1}>
            {catalogue.dimensions.find(({ code }) => code === section.dimension)?.name[lang]}
          </h2>
          <span id={`${id}-of`} className="quiet">
            {instrument}
          </span>
          {isWhole ? (
            <span className={styles.sectionAct}>
              <ConfirmAct indicators={section.indicators} label={t.confirm.open} />
            </span>
          ) : null}
        </div>
        {isFirst ? (
          <p className={styles.period}>
            {words.period(firstDay(f, round.referenceStart, round.referenceEnd), f.date(round.referenceEnd))}
          </p>
        ) : null}
      </header>
      <div className={line.head} aria-hidden="true">
        <span className={line.headCode}>{t.columns.code}</span>
        <span>{t.columns.indicator}</span>
        <span className={line.headFigure}>{roundWords[lang].heading(roundOf(view.submission))}</span>
        <span className={line.headFigure}>
          {previous.year === null ? "" : roundWords[lang].name({ roundYear: previous.year })}
        </span>
        <span>{t.columns.standing}</span>
      </div>
      <ol className={line.list}>
        {section.indicators.map((indicator) => (
          <li key={indicator.code}>
            <AnswerLine indicator={indicator} isOpen={open.has(indicator.code)} onToggle={onToggle} />
          </li>
        ))}
      </ol>
      {isWhole ? <SectionFoot section={section} sections={sections} open={open} /> : null}
    </section>
  );
}

/** The way on from the end of a section, and "nothing to report". */
function SectionFoot({ section, sections, open }: Pick<SectionProps, "section" | "sections" | "open">) {
  const t = useTexts(lineTexts);
  const words = useTexts(formTexts);
  const lang = useLanguage();
  const facts = useReportFacts();
  const { catalogue, view, answers, mayEdit } = facts;
  const position = sections.indexOf(section);
  const [before, after] = [sections[position - 1], sections[position + 1]];
  const order = sections.flatMap(({ indicators }) => indicators.map(({ code }) => code));
  const last = section.indicators.at(-1)?.code ?? null;
  const isMissing = (code: IndicatorCode) => mayEdit(code) && answeredAs(answers.get(code)) === null;
  // The one on which somebody works is not the next.
  const next =
    nextMissing(order, last, 1, (code) => isMissing(code) && !open.has(code)) ?? nextMissing(order, last, 1, isMissing);
  const isOnly = order.filter(isMissing).length === 1;
  const nameOf = (other: Section) =>
    `${catalogue.dimensions.find(({ code }) => code === other.dimension)?.name[lang]}, ${catalogue.instruments.find(({ code }) => code === other.instrument)?.shortName[lang].toLocaleLowerCase(lang)}`;
  const linkTo = (other: Section) => ({
    to: "/$lang/reports/$submissionId" as const,
    params: { lang, submissionId: view.submission.id },
    search: { section: other.key },
  });
  return (
    <div className={styles.sectionFoot} data-print="no">
      <div>
        {next !== null
          ? t.foot[isOnly ? "only" : "next"](
              next,
              catalogue.indicators.find(({ code }) => code === next)?.name[lang] ?? "",
            )
          : facts.canEdit
            ? t.foot.complete
            : null}{" "}
        <NothingAct
          scope={section.key}
          indicators={section.indicators}
          label={t.nothing.open}
          question={t.nothing.question}
        />
      </div>
      <nav aria-label={words.section} className={styles.steps}>
        {before ? (
          <Link {...linkTo(before)}>
            {words.previous}: {nameOf(before)}
          </Link>
        ) : null}
        {after ? (
          <Link {...linkTo(after)}>
            {words.next}: {nameOf(after)}
          </Link>
        ) : null}
      </nav>
    </div>
  );
}
