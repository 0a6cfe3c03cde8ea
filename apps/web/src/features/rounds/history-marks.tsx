import type { CountryStatus } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { roundWords } from "#lib/round-words.ts";
import { classNames } from "#ui/class-names.ts";
import { statusTexts } from "#ui/status.texts.ts";
import { StatusShape } from "#ui/status-badge.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import styles from "./rounds.module.css";

/** The earlier rounds, oldest first, each as a shape above its year, with a clock if the report came late or never. In words for screen readers. */
export function HistoryMarks({ history }: Pick<CountryStatus, "history">) {
  const t = useTexts(monitorTexts);
  const words = useTexts(statusTexts);
  const lang = useLanguage();
  const rounds = [...history].sort((one, other) => one.year - other.year);
  if (rounds.length === 0) return <span className="quiet">–</span>;
  return (
    <ol className={styles.history}>
      {rounds.map(({ year, status, timeliness }) => {
        const late = lateWords(timeliness, t);
        const isWithdrawn = status === "draft" && (timeliness === "on_time" || timeliness === "received_late");
        const isExemptDraft = timeliness === "exempt" && status !== "exempt";
        const mark = isExemptDraft ? t.historyExempt : isWithdrawn ? t.historyWithdrawn : late;
        const sentence = t.historyMark(roundWords[lang].name({ roundYear: year }), words.short[status], mark);
        return (
          <li key={year} title={sentence}>
            <span className={styles.shapes} aria-hidden="true">
              <StatusShape status={isExemptDraft ? "exempt" : status} />
              {late === "" ? null : <Clock isOpen={timeliness === "overdue"} />}
            </span>
            <span className={styles.year} aria-hidden="true">
              {String(year).slice(2)}
            </span>
            <span className="sr-only">{sentence}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Clock({ isOpen }: { readonly isOpen: boolean }) {
  return (
    <svg
      viewBox="0 0 14 14"
      width="10"
      height="10"
      aria-hidden="true"
      className={classNames(styles.clock, isOpen && styles.clockOpen)}
    >
      <circle cx="7" cy="7" r="5.8" />
      <path d="M7 3.4V7l2.4 1.7" />
    </svg>
  );
}

/** Empty for a report that was not late. */
function lateWords(
  kind: CountryStatus["timeliness"]["kind"],
  t: { readonly historyLate: string; readonly historyOverdue: string },
): string {
  switch (kind) {
    case "received_late":
      return t.historyLate;
    case "overdue":
      return t.historyOverdue;
    case "not_due":
    case "due_today":
    case "on_time":
    case "exempt":
    case "voluntary":
      return "";
  }
}
