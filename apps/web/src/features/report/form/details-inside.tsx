import { answeredAs } from "@avances/domain/answer";
import type { Indicator, IndicatorCode } from "@avances/domain/catalogue";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { articleWords, citedArticles } from "#lib/article-words.ts";
import { useFormat } from "#lib/format.ts";
import { catalogueQuery } from "#lib/shared-queries.ts";
import { stay } from "#lib/stay.ts";
import { Button } from "#ui/button.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { quoted } from "../quoted.ts";
import { useReportGround, useSaidAt } from "../report-context.ts";
import { useEntryPart, useStore } from "../saving/use-answer-store.ts";
import { CommentField } from "./comment-field.tsx";
import { CommentThread } from "./comment-thread.tsx";
import { EvidenceEditor } from "./evidence-editor.tsx";
import { formTexts } from "./form.texts.ts";
import { lineTexts } from "./line.texts.ts";
import styles from "./open-answer.module.css";

interface DetailsInsideProps {
  readonly indicator: Indicator;
  /** What the Secretariat asks about it, and what is said on that, stands with the answer's line. */
  readonly isAsked: boolean;
  readonly isOpen: boolean;
  /** A note that was begun at an earlier visit waits here. */
  readonly onBegun: () => void;
}

/** What the row of details opens on: source, comment, guidance, notes. */
export function DetailsInside({ indicator, isAsked, isOpen, onBegun }: DetailsInsideProps) {
  const words = useTexts(formTexts);
  const { mayEdit } = useReportGround();
  return (
    <div className={styles.inside}>
      {mayEdit(indicator.code) ? (
        <>
          <div data-place="evidence">
            <OfferedSources indicator={indicator} />
            <EvidenceEditor indicator={indicator} />
          </div>
          <div data-place="comment">
            <CommentField indicator={indicator} />
          </div>
        </>
      ) : null}
      <div className={styles.guide}>
        <h4>{words.indicator.guidance}</h4>
        <Guidance code={indicator.code} isShown={isOpen} />
      </div>
      {isAsked ? null : <CommentThread code={indicator.code} onBegun={onBegun} />}
    </div>
  );
}

/** Of the whole catalogue, which the page reads at rest, or when this is opened before. */
function Guidance({ code, isShown }: { readonly code: IndicatorCode; readonly isShown: boolean }) {
  const t = useTexts(formTexts).indicator;
  const lang = useLanguage();
  const { data, error } = useQuery({ ...catalogueQuery, enabled: isShown });
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return isShown ? <Skeleton rows={3} /> : null;
  const indicator = data.indicators.find((one) => one.code === code);
  const articles = citedArticles(indicator?.articles ?? []).map(articleWords[lang].cited);
  return (
    <>
      <p>{indicator?.guidance[lang]}</p>
      {articles.length > 0 ? (
        <p className="quiet">
          {t.articles}: {articles.join("; ")}
        </p>
      ) : null}
    </>
  );
}

/** What may be done with the sources of the round before: before the answer they are declined, after it they are taken. */
function OfferedSources({ indicator }: { readonly indicator: Indicator }) {
  const { code } = indicator;
  const t = useTexts(lineTexts).source;
  const lang = useLanguage();
  const f = useFormat();
  const store = useStore();
  const sources = useEntryPart(code, (entry) => entry.sources);
  const isWithout = useEntryPart(code, ({ draft }) => draft.evidence.length === 0 && draft.state === "reported");
  const isAnswered = answeredAs(useSaidAt(code) ?? undefined) !== null;
  if (!isWithout || sources.length === 0) return null;
  const titles = f.list(sources.map(({ title }) => quoted(title, lang)));
  return (
    <p className={styles.offer} data-stay tabIndex={-1}>
      {isAnswered ? t.offered(titles) : t.proposed(titles)}{" "}
      <Button
        size="small"
        variant="quiet"
        onClick={(event) => {
          stay(event.currentTarget);
          if (!isAnswered) return store.declineSources(code);
          store.replace(code, "evidence", (form) => ({ ...form, evidence: sources }));
        }}
      >
        {isAnswered ? t.take : t.decline}
      </Button>
    </p>
  );
}
