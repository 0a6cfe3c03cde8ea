import type { MeetingSummary } from "@avances/contracts";
import { meetingStanding, sourceName } from "@avances/domain/network";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingDays } from "#ui/meeting-words.ts";
import styles from "./network.module.css";
import { networkTexts } from "./network.texts.ts";

interface MeetingListProps {
  readonly title: string;
  readonly meetings: readonly MeetingSummary[];
  readonly now: Date;
  readonly nameOf: (code: string) => string;
}

/** Meetings, each with its days, its place and where it stands; nothing when there is none. */
export function MeetingList({ title, meetings, now, nameOf }: MeetingListProps) {
  const t = useTexts(networkTexts);
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const lang = useLanguage();
  if (meetings.length === 0) return null;
  return (
    <section className="section">
      <h2>{title}</h2>
      <ul className={styles.meetings}>
        {meetings.map((one) => (
          <li key={one.id}>
            <Link to="/$lang/network/$" params={{ lang, _splat: `meetings/${one.id}` }} className={styles.day}>
              {meetingDays(m, f, one)}
            </Link>
            <span>
              {m.bodies[one.body]}
              <span className={styles.fine}>
                {one.place}
                {one.host === null ? null : ` (${t.form.host.toLowerCase()}: ${nameOf(one.host)})`}
              </span>
            </span>
            <span>
              {m.standings[meetingStanding(one, now)]}
              {one.invented ? <span className={styles.fine}>{m.invented}</span> : null}
              {one.publicSource === null ? null : (
                <span className={styles.fine}>{t.source(sourceName(one.publicSource, lang))}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
