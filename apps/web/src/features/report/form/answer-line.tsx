import { answeredAs, lapsedDate, proposedAnswer, saysTheSame } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { localDate } from "@avances/domain/round";
import { memo } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { type RoundName, roundWords } from "#lib/round-words.ts";
import { classNames } from "#ui/class-names.ts";
import { useFoundAt, useReportGround, useSaidAt } from "../report-context.ts";
import { hasWork } from "../saving/kept-drafts.ts";
import { useEntry } from "../saving/use-answer-store.ts";
import { afterPointer } from "./after-pointer.ts";
import { AnswerBrief, useCountChange } from "./answer-brief.tsx";
import styles from "./answer-line.module.css";
import { lineTexts } from "./line.texts.ts";
import { LineMark } from "./line-mark.tsx";
import { type LineStanding, lineMark, lineStanding } from "./line-standing.ts";
import { useListActs } from "./list-acts.ts";
import { OpenAnswer } from "./open-answer.tsx";
import { Proposal } from "./proposal.tsx";
import { QuestionHere } from "./returned-parts.ts";

interface AnswerLineProps {
  readonly indicator: Indicator;
  readonly isOpen: boolean;
  readonly onToggle: (code: string) => void;
}

/**
 * One indicator: at rest a line with its answer, what was answered before and how it stands; opened, the answer itself. The name of the
 * indicator is a heading and the button that opens it, so that a screen reader goes from answer to answer by headings. Drawn again only when
 * something in this line changes.
 */
export const AnswerLine = memo(function AnswerLine({ indicator, isOpen, onToggle }: AnswerLineProps) {
  const { code } = indicator;
  const t = useTexts(lineTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { view, previous, unchanged, clarification, mayEdit, today } = useReportGround();
  const { store, entry } = useEntry(code);
  const acts = useListActs();
  const answer = useSaidAt(code);
  const found = useFoundAt(code);
  const before = previous.get(code);
  const change = useCountChange(answer, before);
  const offered = proposedAnswer(indicator, before, today);
  const isMine = mayEdit(code);
  const since = unchanged.get(code) ?? null;
  const isWaiting = isMine && answeredAs(answer ?? undefined) === null && !hasWork(entry.draft);
  const proposal = isWaiting && entry.draft.state === "reported" ? offered : null;
  const lapsed = isWaiting ? lapsedDate(indicator, before, today) : null;
  const isAsked = clarification.questions.some(({ indicatorCode }) => indicatorCode === code);
  const wasSent = view.submission.version > 0;
  const standing = lineStanding({
    entry,
    answer,
    found,
    isAsked: clarification.open.some(({ indicatorCode }) => indicatorCode === code),
    mayEdit: isMine,
    wasSent,
    hasProposal: proposal !== null,
    isAsProposed: answer !== null && offered !== null && saysTheSame(answer, offered),
    since,
  });
  const round = (roundYear: number) => roundWords[lang].name({ roundYear });
  const words = standingWords(standing, t.standing, {
    round,
    last: view.previous.year,
    day: (at) => f.shortDate(localDate(new Date(at), view.timeZone)),
  });
  return (
    <article
      id={code}
      data-code={code}
      className={classNames(styles.answer, isOpen && styles.open)}
      aria-labelledby={`indicator-${code}`}
      onBlur={() => afterPointer(() => store.commit(code))}
    >
      <div className={styles.line}>
        <LineMark kind={lineMark(standing, { isOpen, mayEdit: isMine, wasSent })} />
        <span className={styles.code}>{code}</span>
        <h3 className={styles.name}>
          <button type="button" id={`line-${code}`} aria-expanded={isOpen} onClick={() => onToggle(code)}>
            <span id={`indicator-${code}`}>{indicator.name[lang]}</span>
          </button>
        </h3>
        {isOpen ? null : (
          <>
            <div className={styles.now}>
              <span className="sr-only">{round(view.submission.year)}: </span>
              <AnswerBrief indicator={indicator} answer={answer} more={change} />
            </div>
            {view.previous.year === null ? null : (
              <div className={styles.before}>
                <span className={styles.roundName}>{round(view.previous.year)}: </span>
                <AnswerBrief
                  isShort
                  indicator={indicator}
                  answer={before ?? null}
                  more={since === null ? undefined : t.brief.since(round(since))}
                />
              </div>
            )}
          </>
        )}
        <span className={classNames(styles.standing, isUrgent(standing) && styles.urgent)}>
          {!isOpen ? (
            words
          ) : standing.kind === "conflict" ? (
            // The choice stands below; the button leads whoever uses a keyboard there.
            <button type="button" className={styles.toClash} onClick={() => acts.open(code)}>
              {words}
            </button>
          ) : isOfSaving(standing) ? null : (
            words
          )}
        </span>
      </div>
      {proposal === null || isOpen ? null : <Proposal indicator={indicator} proposal={proposal} />}
      {lapsed === null || isOpen || view.previous.year === null ? null : (
        <p className={styles.lapsed}>{t.lapsed(round(view.previous.year), f.date(lapsed))}</p>
      )}
      {isAsked ? <QuestionHere code={code} /> : null}
      {isOpen ? <OpenAnswer indicator={indicator} /> : null}
    </article>
  );
});

function isUrgent({ kind }: LineStanding): boolean {
  switch (kind) {
    case "conflict":
    case "signedOut":
    case "refused":
    case "fault":
    case "question":
    case "error":
    case "explain":
      return true;
    case "offline":
    case "typing":
    case "saving":
    case "warning":
    case "confirmed":
    case "saved":
    case "part":
    case "proposed":
    case "none":
    case "closed":
      return false;
  }
}

/** Said by the open answer itself, with what can be done. */
function isOfSaving({ kind }: LineStanding): boolean {
  switch (kind) {
    case "conflict":
    case "offline":
    case "signedOut":
    case "refused":
    case "fault":
    case "typing":
    case "saving":
    case "saved":
    case "part":
    case "none":
    case "proposed":
      return true;
    case "question":
    case "error":
    case "explain":
    case "warning":
    case "confirmed":
    case "closed":
      return false;
  }
}

interface StandingFacts {
  readonly round: (year: number) => RoundName;
  /** Year of the round before; null when there is none. */
  readonly last: number | null;
  /** The day of an instant. */
  readonly day: (at: string) => string;
}

function standingWords(
  standing: LineStanding,
  t: (typeof lineTexts)["en"]["standing"],
  { round, last, day }: StandingFacts,
): string {
  if (standing.kind === "saved") return t.saved(day(standing.at));
  if (standing.kind !== "confirmed") return t[standing.kind];
  if (standing.since !== null) return t.unchanged(round(standing.since));
  return last === null ? "" : t.confirmed(round(last));
}
