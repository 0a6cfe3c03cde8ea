import type { CountryStatus } from "@avances/contracts";
import { daysBetween, localDate } from "@avances/domain/round";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { classNames } from "#ui/class-names.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import { monitorTexts } from "./monitor.texts.ts";
import styles from "./rounds.module.css";
import type { Desk } from "./rounds-queries.ts";

interface CellProps {
  readonly row: CountryStatus;
  readonly desk: Desk;
}

/** How often the country was asked, and what became of the last message: shown before somebody asks again. */
export function AsksCell({ desk }: CellProps) {
  const t = useTexts(monitorTexts);
  const words = useTexts(noticeTexts);
  const f = useFormat();
  const { asks, lastNotice, deadLetters } = desk;
  const isLost = lastNotice?.state === "dead" || deadLetters > 0;
  return (
    <td>
      {asks === 0 ? <span className="quiet">{t.asksNone}</span> : t.asks(asks)}
      {lastNotice === null ? null : (
        <span className={styles.fine}>
          {words.step[lastNotice.step]}, {f.shortDate(lastNotice.sentAt.slice(0, 10))}, {words.short[lastNotice.state]}
        </span>
      )}
      {isLost ? <span className={styles.alarm}>{t.dead(Math.max(1, deadLetters))}</span> : null}
    </td>
  );
}

/** The next step of the calendar, on its day in the capital. */
export function NextCell({ row, desk }: CellProps) {
  const t = useTexts(monitorTexts);
  const words = useTexts(noticeTexts);
  const f = useFormat();
  const { hold } = desk;
  const held = hold && <span className={styles.fine}>{t.hold.short(f.shortDate(hold.lastDay))}</span>;
  if (desk.nextNotice === null) {
    return (
      <td className="quiet">
        {t.noStep}
        {held}
      </td>
    );
  }
  const { step, at } = desk.nextNotice;
  return (
    <td>
      <time className={styles.nowrap} dateTime={at}>
        {f.shortDate(localDate(new Date(at), row.timeZone))}
      </time>
      <span className={styles.fine}>{words.step[step]}</span>
      {held}
    </td>
  );
}

export function ContactCell({ row, desk, now }: CellProps & { readonly now: Date }) {
  const t = useTexts(monitorTexts);
  const f = useFormat();
  const { focalPoint, invitation, lastSignedInAt } = desk;
  return (
    <td>
      {focalPoint?.name}
      {invitation === "used" ? null : (
        <span className={classNames(focalPoint !== null && styles.fine, styles.alarm)}>{t.invitation[invitation]}</span>
      )}
      {focalPoint !== null && invitation === "used" && lastSignedInAt !== null ? (
        <span className={styles.fine}>{t.signedIn(f.relativeDays(daysFrom(now, lastSignedInAt, row.timeZone)))}</span>
      ) : null}
    </td>
  );
}

/** The later of the last sign-in and the last saved answer. */
export function LifeCell({ row, desk, now }: CellProps & { readonly now: Date }) {
  const t = useTexts(monitorTexts);
  const f = useFormat();
  const latest = [row.lastActivityAt, desk.lastSignedInAt]
    .filter((one) => one !== null)
    .sort()
    .at(-1);
  if (latest === undefined) return <td className="quiet">{t.none}</td>;
  return (
    <td>
      <time className={styles.nowrap} dateTime={latest}>
        {f.shortDate(localDate(new Date(latest), row.timeZone))}
      </time>
      <span className={styles.fine}>{f.relativeDays(daysFrom(now, latest, row.timeZone))}</span>
    </td>
  );
}

function daysFrom(now: Date, instant: string, timeZone: string): number {
  return daysBetween(localDate(now, timeZone), localDate(new Date(instant), timeZone));
}
