import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { articleWords, citedArticles } from "#lib/article-words.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { WholeAnswer } from "../answer-text.tsx";
import { useReportFacts } from "../report-context.ts";
import { ConflictPanel } from "../saving/conflict-panel.tsx";
import { SaveMark } from "../saving/save-mark.tsx";
import { UndoLine } from "../saving/undo-line.tsx";
import { useEntry } from "../saving/use-answer-store.ts";
import { afterPointer } from "./after-pointer.ts";
import { AnswerStateChoice } from "./answer-state-choice.tsx";
import { CommentThread } from "./comment-thread.tsx";
import { EvidenceEditor } from "./evidence-editor.tsx";
import { CommentField, FindingsList } from "./findings-list.tsx";
import { formTexts } from "./form.texts.ts";
import styles from "./indicator-article.module.css";
import { LastRound } from "./last-round.tsx";
import { QuestionHere } from "./question-here.tsx";
import { ClearAnswer, ValueControl } from "./value-control.tsx";

/** One indicator: the question, last round's answer, the answer, what the rules say, and the remarks on it. */
export function IndicatorArticle({ indicator }: { readonly indicator: Indicator }) {
  const lang = useLanguage();
  const t = useTexts(formTexts);
  const { canEdit, mayEdit } = useReportFacts();
  const { store, entry } = useEntry(indicator.code);
  const id = `indicator-${indicator.code}`;
  return (
    <article
      id={indicator.code}
      className={styles.article}
      aria-labelledby={id}
      onBlur={() => afterPointer(() => store.commit(indicator.code))}
    >
      <header className={styles.head}>
        <p className={styles.code}>{indicator.code}</p>
        <h3 id={id} tabIndex={-1}>
          {indicator.name[lang]}
        </h3>
        <p className={styles.definition}>{indicator.definition[lang]}</p>
      </header>
      <div className={styles.side}>
        <LastRound indicator={indicator} />
        <Guide indicator={indicator} />
      </div>
      <div className={styles.main} data-stay tabIndex={-1}>
        <QuestionHere code={indicator.code} />
        {mayEdit(indicator.code) ? (
          <>
            <AnswerStateChoice indicator={indicator} />
            {entry.draft.state === "reported" ? <ValueControl indicator={indicator} /> : null}
            <EvidenceEditor indicator={indicator} />
            <CommentField indicator={indicator} />
            <FindingsList indicator={indicator} />
            <ConflictPanel indicator={indicator} />
            <div className={styles.foot} data-stay tabIndex={-1}>
              <SaveMark code={indicator.code} />
              <UndoLine indicator={indicator} acts={["cleared", "theirs"]} />
              <ClearAnswer indicator={indicator} />
            </div>
          </>
        ) : (
          <>
            <WholeAnswer indicator={indicator} answer={entry.queue.saved} />
            {canEdit ? <p className="quiet small">{t.asked.notThis}</p> : null}
          </>
        )}
        <CommentThread code={indicator.code} />
      </div>
    </article>
  );
}

function Guide({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  const articles = citedArticles(indicator.articles).map(articleWords[lang].cited);
  return (
    <Disclosure summary={t.indicator.guidance}>
      <div className={styles.guide}>
        <p>{indicator.guidance[lang]}</p>
        {articles.length > 0 ? (
          <p className="quiet">
            {t.indicator.articles}: {articles.join("; ")}
          </p>
        ) : null}
      </div>
    </Disclosure>
  );
}
