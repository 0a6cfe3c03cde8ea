import type { MeetingView } from "@avances/contracts";
import { hasBegun } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import styles from "./network.module.css";
import { networkTexts } from "./network.texts.ts";

interface DelegationsProps {
  readonly meeting: MeetingView;
  readonly nameOf: (code: string) => string;
}

/** Who attended, shared progress and submitted indicators: three facts, of which none follows from another. */
export function Delegations({ meeting, nameOf }: DelegationsProps) {
  const t = useTexts(networkTexts).attendance;
  const lang = useLanguage();
  const f = useFormat();
  const now = useServerNow();
  if (meeting.state === "cancelled") return null;
  const isBegun = hasBegun(meeting, now);
  const isNothing = meeting.attendance.every((one) => one.attended === null && one.sharedProgress === null);
  // Before its first day nobody can have attended: eleven lines that say so answer nothing.
  const hasAttendance = isBegun || meeting.attendance.some(({ attended }) => attended !== null);
  const round = meeting.round === null ? null : roundWords[lang].name({ roundYear: meeting.round });
  const said = (holds: boolean | null, unknown: string) => (holds === null ? unknown : holds ? t.yes : t.no);
  const rows = [...meeting.attendance].sort((one, other) =>
    f.compare(nameOf(one.participant), nameOf(other.participant)),
  );
  return (
    <section className="section" aria-labelledby="delegations">
      <h2 id="delegations">{t.title}</h2>
      {!isBegun ? (
        <p className={styles.note}>{t.notYet}</p>
      ) : isNothing ? (
        <p className={styles.note}>{t.none}</p>
      ) : null}
      {isNothing && round === null ? null : (
        <ul className={styles.delegations}>
          {rows.map(({ participant, attended, sharedProgress, sharedFrom, submitted }) => (
            <li key={participant}>
              <strong>{nameOf(participant)}</strong>
              {isNothing ? null : (
                <>
                  {hasAttendance ? (
                    <span>
                      {t.facts.attended}: {said(attended, t.unknown)}
                    </span>
                  ) : null}
                  <span>
                    {t.facts.shared_progress}: {said(sharedProgress, isBegun ? t.unknown : t.notSoFar)}
                    {sharedFrom === null ? null : (
                      <span className={styles.fine}>
                        {t.from[sharedFrom === "record" && meeting.publicSource !== null ? "source" : sharedFrom]}
                      </span>
                    )}
                  </span>
                </>
              )}
              {round === null ? null : (
                <span>
                  {t.submitted(round)}: {said(submitted, t.notOwed)}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {round === null ? null : <p className="quiet small">{t.submittedNote}</p>}
    </section>
  );
}
