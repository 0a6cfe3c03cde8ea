import type { SubmissionProgress } from "@avances/domain/answer";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { useHeldWork } from "#lib/unsaved-work.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { classNames } from "#ui/class-names.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { ExemptMark, StatusBadge } from "#ui/status-badge.tsx";
import { useReportBase, useReportGround } from "../report-context.ts";
import { useEntriesPart, useLastAct, useStore } from "../saving/use-answer-store.ts";
import { barTexts } from "./bar.texts.ts";
import { dueStanding } from "./due-standing.ts";
import { type Filter, filters } from "./filters.ts";
import { formTexts } from "./form.texts.ts";
import { useListActs } from "./list-acts.ts";
import { type SaveStanding, saveStanding } from "./save-standing.ts";
import styles from "./work-bar.module.css";

interface WorkBarProps {
  readonly progress: SubmissionProgress;
  readonly filter: Filter | undefined;
  readonly counts: Readonly<Record<Filter, number>>;
  /** The filter that is shown was chosen again: the list is made anew. */
  readonly onAgain: () => void;
}

/** Which round, until when, how far, whether it is saved, what to show and the way on; it stays in sight. */
export function WorkBar({ progress, filter, counts, onAgain }: WorkBarProps) {
  const t = useTexts(formTexts);
  const words = useTexts(barTexts);
  const lang = useLanguage();
  const { view, country, canEdit } = useReportBase();
  const { submission } = view;
  const acts = useListActs();
  const shown = ([undefined, ...filters] as const).filter(
    (one) => one === undefined || one === "missing" || one === filter || counts[one] > 0,
  );
  return (
    <div className={styles.bar} data-form-bar>
      <PageHeader
        variant="bar"
        title={t.title(country, roundWords[lang].round(roundOf(submission)))}
        lead={
          <>
            <StatusBadge status={submission.status} short />
            <ExemptMark status={submission.status} exempt={submission.exempt} />
            <DueWords />
          </>
        }
        aside={canEdit ? <SaveWords /> : undefined}
      />
      <div className={styles.row} data-full={shown.length > filters.length || undefined}>
        <ProgressLine progress={progress} />
        <nav aria-label={words.show.label} className={styles.filters}>
          {shown.map((one) => (
            <FilterLink
              key={one ?? "all"}
              filter={one}
              isCurrent={one === filter}
              count={one === undefined ? progress.expected : counts[one]}
              onAgain={onAgain}
            />
          ))}
        </nav>
        <div className={styles.acts} data-print="no">
          {canEdit ? <NotSaved className={styles.trouble} /> : null}
          <UndoButton />
          {view.may.submit ? (
            <LinkButton
              size="small"
              id="to-check"
              to="/$lang/reports/$submissionId/review"
              params={{ lang, submissionId: submission.id }}
            >
              {words.check}
            </LinkButton>
          ) : null}
          {canEdit && counts.missing > 0 ? (
            <Button size="small" variant="primary" className={styles.main} onClick={() => acts.missing(1)}>
              {words.next} <kbd className={styles.key}>{words.key}</kbd>
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}

/** The day that counts now, its last minute, and how many days are left: neutral once it has passed. */
function DueWords() {
  const t = useTexts(barTexts).due;
  const f = useFormat();
  const { session, person } = useSession();
  const { view, capital } = useReportBase();
  const { submission, timeZone } = view;
  const due = dueStanding({ ...submission, timeZone, now: session?.now });
  // Whoever came by a section link has a date of their own, which stands above the form.
  if (person !== null && person.section !== null) return null;
  switch (due.kind) {
    case "none":
      return null;
    case "sent":
      return <span>{t.sent(f.shortDate(due.day))}</span>;
    case "passed":
      return (
        <span>
          {t.open} {f.shortDate(due.day)}. {t.passed}
        </span>
      );
    case "open":
    case "returned":
      return (
        <span>
          {due.kind === "open" ? t.open : t.returned} <b>{f.shortDate(due.day)}</b>
          {capital === undefined ? null : `, ${t.until(capital)}`}
          {due.days === null ? null : (
            <>
              {" "}
              · <b>{t.left(due.days)}</b>
            </>
          )}
        </span>
      );
  }
}

function ProgressLine({ progress }: { readonly progress: SubmissionProgress }) {
  const t = useTexts(barTexts);
  const f = useFormat();
  const { answered, expected } = progress;
  const share = expected === 0 ? 0 : answered / expected;
  return (
    <p className={styles.progress}>
      <svg viewBox="0 0 112 12" width="112" height="12" aria-hidden="true" className={styles.track}>
        <path d="M6 6H106" className={styles.way} />
        <path d={`M6 6H${6 + share * 100}`} className={styles.done} />
        <circle cx={6 + share * 100} cy="6" r="5" className={styles.point} />
      </svg>
      <span>{t.progress(f.number(answered), f.number(expected))}</span>
    </p>
  );
}

interface FilterLinkProps {
  readonly filter: Filter | undefined;
  readonly isCurrent: boolean;
  readonly count: number;
  readonly onAgain: () => void;
}

const FilterLink = memo(function FilterLink({ filter, isCurrent, count, onAgain }: FilterLinkProps) {
  const t = useTexts(barTexts).show;
  const f = useFormat();
  const lang = useLanguage();
  const { view } = useReportGround();
  return (
    <Link
      to="/$lang/reports/$submissionId"
      params={{ lang, submissionId: view.submission.id }}
      search={filter === undefined ? {} : { show: filter }}
      resetScroll={false}
      className={classNames(styles.filter, isCurrent && styles.current)}
      aria-current={isCurrent ? "true" : undefined}
      activeProps={{}}
      onClick={isCurrent ? onAgain : undefined}
    >
      {t[filter ?? "all"]} <b>{f.number(count)}</b>
    </Link>
  );
});

/** The save state of everything on this page. It says "saved" only when the server has said so of every answer. */
function SaveWords() {
  const t = useTexts(barTexts).save;
  const f = useFormat();
  const { busy, waiting, failed, savedAt } = useSaveStanding();
  if (failed.length > 0 || waiting > 0) return <NotSaved />;
  if (busy > 0) return <span className="quiet">{t.saving}</span>;
  return (
    <span className={styles.saved}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <path d="m2.2 7.4 3.2 3.2 6.4-7.2" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      {savedAt === null ? t.all : t.allAt(f.time(savedAt))}
    </span>
  );
}

/** What is only here, and the way to the first that could not be saved. Nothing when there is none. */
function NotSaved({ className }: { readonly className?: string | undefined }) {
  const t = useTexts(barTexts).save;
  const acts = useListActs();
  const { waiting, failed } = useSaveStanding();
  const { person } = useSession();
  const isHeld = useHeldWork(person?.id ?? null);
  const [first] = failed;
  if (first === undefined && waiting === 0) return null;
  return (
    <div className={className}>
      {first === undefined ? (
        <span className={styles.waiting}>{isHeld ? t.unsent(waiting) : t.waiting(waiting)}</span>
      ) : (
        <Button size="small" variant="alarm" onClick={() => acts.open(first)}>
          {t.failed(failed.length)}
        </Button>
      )}
    </div>
  );
}

const saysTheSame = (one: SaveStanding, other: SaveStanding) => JSON.stringify(one) === JSON.stringify(other);

function useSaveStanding(): SaveStanding {
  // The same object while it says the same, so that typing draws the bar once and not with every key.
  return useEntriesPart(saveStanding, saysTheSame);
}

function UndoButton() {
  const t = useTexts(barTexts);
  const acts = useListActs();
  const act = useLastAct(useStore());
  if (act === null) return null;
  return (
    <Button size="small" variant="quiet" aria-keyshortcuts="Control+Z" onClick={acts.undo}>
      {t.undo}
    </Button>
  );
}
