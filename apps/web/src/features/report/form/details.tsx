import { answeredAs } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { onOwnToggle } from "#ui/on-own-toggle.ts";
import { quoted } from "../quoted.ts";
import { useFindingsAt, useReportBase, useSaidAt } from "../report-context.ts";
import { useEntryPart } from "../saving/use-answer-store.ts";
import { DetailsInside } from "./later-parts.ts";
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
  const { catalogue, view, clarification } = useReportBase();
  const isFaulty = useEntryPart(code, ({ faults }) =>
    Object.keys(faults).some((place) => place === "comment" || place.startsWith("evidence/")),
  );
  const findings = useFindingsAt(code);
  // What the Secretariat asks, and what is said on it, stands with the answer's line.
  const isAsked = clarification.questions.some(({ indicatorCode }) => indicatorCode === code);
  const isNeeded = findings.some((finding) => wantsSource(catalogue, finding) || wantsComment(finding)) || isFaulty;
  const [isOpen, setOpen] = useState(isNeeded);
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isNeeded) setOpen(true);
  }, [isNeeded]);
  const notes = view.comments.filter(({ indicatorCode }) => indicatorCode === code).length;
  const open = useCallback(() => setOpen(true), []);
  return (
    <details ref={ref} className={styles.details} data-details open={isOpen} onToggle={onOwnToggle(setOpen)}>
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
      <DetailsInside indicator={indicator} isAsked={isAsked} isOpen={isOpen} onBegun={open} />
    </details>
  );
}

/** The source in the closed row: given, or proposed and taken with the answer. */
function SourceWords({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(lineTexts).source;
  const lang = useLanguage();
  const f = useFormat();
  const evidence = useEntryPart(indicator.code, ({ draft }) => draft.evidence);
  const isReported = useEntryPart(indicator.code, ({ draft }) => draft.state === "reported");
  const sources = useEntryPart(indicator.code, (entry) => entry.sources);
  const isAnswered = answeredAs(useSaidAt(indicator.code) ?? undefined) !== null;
  const [first, ...others] = evidence;
  if (first !== undefined && first.title.trim() !== "")
    return <span>{t.given(quoted(first.title, lang), others.length)}</span>;
  if (!isAnswered && isReported && sources.length > 0)
    return <span>{t.proposed(f.list(sources.map(({ title }) => quoted(title, lang))))}</span>;
  return indicator.evidenceRequired && isReported ? <span className="quiet">{t.none}</span> : null;
}
