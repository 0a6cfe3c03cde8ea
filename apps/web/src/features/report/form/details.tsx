import { answeredAs } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { articleWords, citedArticles } from "#lib/article-words.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { useFindingsAt, useReportBase, useSaidAt } from "../report-context.ts";
import { useEntry } from "../saving/use-answer-store.ts";
import { stay } from "../stay.ts";
import { CommentThread } from "./comment-thread.tsx";
import { EvidenceEditor } from "./evidence-editor.tsx";
import { CommentField } from "./findings-list.tsx";
import { formTexts } from "./form.texts.ts";
import { lineTexts } from "./line.texts.ts";
import { wantsComment, wantsSource } from "./needs.ts";
import styles from "./open-answer.module.css";

/**
 * Source, guidance, comment and notes of an answer, in one row. It is no stop for the Tab key unless a rule asks for something in it: then it
 * opens by itself, and does not close by itself again. The key that opens it stands on it.
 */
export function Details({ indicator }: { readonly indicator: Indicator }) {
  const { code } = indicator;
  const t = useTexts(lineTexts);
  const words = useTexts(formTexts);
  const lang = useLanguage();
  const { catalogue, view, mayEdit, clarification } = useReportBase();
  const { entry } = useEntry(code);
  const findings = useFindingsAt(code);
  // What the Secretariat asks, and what is said on it, stands with the answer's line.
  const isAsked = clarification.questions.some(({ indicatorCode }) => indicatorCode === code);
  const isNeeded =
    findings.some((finding) => wantsSource(catalogue, finding) || wantsComment(finding)) ||
    Object.keys(entry.faults).some((place) => place === "comment" || place.startsWith("evidence/"));
  const [isOpen, setOpen] = useState(isNeeded);
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isNeeded) setOpen(true);
  }, [isNeeded]);
  const notes = view.comments.filter(({ indicatorCode }) => indicatorCode === code).length;
  const isMine = mayEdit(code);
  const articles = citedArticles(indicator.articles).map(articleWords[lang].cited);
  return (
    <details
      ref={ref}
      className={styles.details}
      data-details
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary tabIndex={isNeeded || isOpen ? 0 : -1} aria-keyshortcuts="Alt+Enter" className={styles.summary}>
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" className={styles.chevron}>
          <path d="m2.5 1 4.5 4-4.5 4" fill="none" stroke="currentColor" strokeWidth="1.8" />
        </svg>
        <b>{t.details.name}</b>
        <SourceWords indicator={indicator} />
        <span className={styles.what}>
          {t.details.more}
          {isAsked ? null : ` · ${t.details.notes(notes)}`} <kbd>{t.details.key}</kbd>
        </span>
      </summary>
      <div className={styles.inside}>
        {isMine ? (
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
          <p>{indicator.guidance[lang]}</p>
          {articles.length > 0 ? (
            <p className="quiet">
              {words.indicator.articles}: {articles.join("; ")}
            </p>
          ) : null}
        </div>
        {isAsked ? null : <CommentThread code={code} onBegun={() => setOpen(true)} />}
      </div>
    </details>
  );
}

/** The source in the closed row: given, or proposed and taken with the answer. */
function SourceWords({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(lineTexts).source;
  const f = useFormat();
  const { entry } = useEntry(indicator.code);
  const isAnswered = answeredAs(useSaidAt(indicator.code) ?? undefined) !== null;
  const [first, ...others] = entry.draft.evidence;
  if (first !== undefined && first.title.trim() !== "")
    return <span>{t.given(`«${first.title}»`, others.length)}</span>;
  if (!isAnswered && entry.draft.state === "reported" && entry.sources.length > 0)
    return <span>{t.proposed(f.list(entry.sources.map(({ title }) => `«${title}»`)))}</span>;
  return indicator.evidenceRequired && entry.draft.state === "reported" ? (
    <span className="quiet">{t.none}</span>
  ) : null;
}

/** What may be done with the sources of the round before: before the answer they are declined, after it they are taken. */
function OfferedSources({ indicator }: { readonly indicator: Indicator }) {
  const { code } = indicator;
  const t = useTexts(lineTexts).source;
  const f = useFormat();
  const { store, entry } = useEntry(code);
  const isAnswered = answeredAs(useSaidAt(code) ?? undefined) !== null;
  const { sources, draft } = entry;
  if (draft.evidence.length > 0 || draft.state !== "reported" || sources.length === 0) return null;
  const titles = f.list(sources.map(({ title }) => `«${title}»`));
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
