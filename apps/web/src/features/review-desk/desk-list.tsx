import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "#ui/announcer.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Segmented } from "#ui/tabs.tsx";
import { AnswerArticle } from "./answer-article.tsx";
import { CompareWith } from "./compare-with.tsx";
import { deskTexts } from "./desk.texts.ts";
import { type DeskFilter, deskFilters, isShown, opensOn } from "./desk-answers.ts";
import { useDesk } from "./desk-context.ts";
import { actByKey } from "./desk-keys.ts";
import { QuestionBox } from "./question-box.tsx";
import styles from "./review-desk.module.css";
import { wholeReport } from "./use-desk-notes.ts";
import { verdictTexts } from "./verdict.texts.ts";

/** The answers, section by section, filtered to what deserves attention. The filter is in the address. */
export function DeskList() {
  const t = useTexts(deskTexts);
  const v = useTexts(verdictTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { answers, catalogue, view } = useDesk();
  const { show } = useSearch({ from: "/$lang/signed-in/reviews/$submissionId" });
  const navigate = useNavigate({ from: "/$lang/reviews/$submissionId" });
  const filter: DeskFilter = deskFilters.find((one) => one === show) ?? opensOn(view);
  const count = (one: DeskFilter) => answers.filter((answer) => isShown(answer, one)).length;
  const shown = answers.filter((answer) => isShown(answer, filter));
  const sections = catalogue.instruments.flatMap((instrument) =>
    catalogue.dimensions.map((dimension) => ({
      key: `${instrument.code}-${dimension.code}`,
      heading: `${instrument.shortName[lang]} · ${dimension.name[lang]}`,
      answers: shown.filter(
        ({ indicator }) => indicator.instrument === instrument.code && indicator.dimension === dimension.code,
      ),
    })),
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys act on the answer that has the focus; buttons do the same.
    <div className={styles.list} onKeyDown={actByKey}>
      <div className={styles.filter}>
        <Segmented
          label={t.filter.label}
          name="show"
          options={deskFilters.map((one) => ({ value: one, label: `${t.filter[one]} (${f.number(count(one))})` }))}
          value={filter}
          onChange={(value) => {
            void navigate({
              search: ({ show: _, ...rest }) => (value === opensOn(view) ? rest : { ...rest, show: value }),
              replace: true,
              resetScroll: false,
            });
            announce(t.filter.shown(count(value)), "list");
          }}
        />
        <CompareWith />
        {view.may.review ? <p className="quiet tiny">{v.keys}</p> : null}
        {filter === "changed" && view.previous.year === null ? (
          <p className="quiet small">{t.filter.noPrevious}</p>
        ) : null}
      </div>
      {shown.length === 0 ? <EmptyState title={t.filter.none}>{t.filter.noneText}</EmptyState> : null}
      {sections.map((section) =>
        section.answers.length === 0 ? null : (
          <section key={section.key} className={styles.section} aria-labelledby={section.key}>
            <h2 id={section.key}>{section.heading}</h2>
            {section.answers.map((answer) => (
              <AnswerArticle key={answer.indicator.code} answer={answer} />
            ))}
          </section>
        ),
      )}
      {view.may.review ? (
        <div className={styles.wholeReport}>
          <QuestionBox code={wholeReport} />
        </div>
      ) : null}
    </div>
  );
}
