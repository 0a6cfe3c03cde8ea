import type { CountryStatus } from "@avances/contracts";
import { daysBetween, localDate } from "@avances/domain/round";
import { statusAsExpected } from "@avances/domain/submission";
import { useTexts } from "#i18n/i18n.ts";
import { type Formats, useFormat } from "#lib/format.ts";
import { mailReplyTexts } from "#ui/mail-reply.texts.ts";
import { mailReplyWords } from "#ui/mail-reply-words.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import { type DeliveryPart, deliveryOf } from "./delivery.ts";
import { lifeOf } from "./last-life.ts";
import { monitorTexts } from "./monitor.texts.ts";
import styles from "./rounds.module.css";
import type { Desk, Message } from "./rounds-queries.ts";
import { LastAnswer } from "./row-asks.tsx";

interface CellProps {
  readonly row: CountryStatus;
  readonly desk: Desk;
}

/**
 * The last ask, apart from other messages: which it was, when, to whom, and what became of it; and that the country was asked since by call or
 * letter. Shown before somebody asks again.
 */
export function AskCell({ row, desk: { asks, lastAsk, lastAskOn, lastAnswer } }: CellProps) {
  const t = useTexts(monitorTexts);
  const words = useTexts(noticeTexts);
  const f = useFormat();
  const messageOn = lastAsk && localDate(new Date(lastAsk.at), row.timeZone);
  const spokenOn = lastAskOn !== null && (messageOn === null || messageOn < lastAskOn) ? lastAskOn : null;
  return (
    <td>
      {spokenOn === null ? null : <div>{t.askedBefore(asks, f.shortDate(spokenOn))}</div>}
      {lastAsk === null || messageOn === null ? (
        spokenOn === null && <span className="quiet">{t.asksNone}</span>
      ) : (
        <>
          {t.onDay(isLost(lastAsk) ? t.lostAsk : t.nthAsk(lastAsk.ordinal), f.shortDate(messageOn))}
          <span className={styles.fine}>
            {t.reaches(words.step[lastAsk.step], f.list(lastAsk.to.map(({ name }) => name)))}
          </span>
          <Delivery message={lastAsk} timeZone={row.timeZone} />
        </>
      )}
      {lastAnswer === null ? null : <LastAnswer answer={lastAnswer} />}
    </td>
  );
}

/** It has no number: what reached nobody is not counted. */
function isLost({ to }: Message): boolean {
  return to.every(({ state }) => state === "dead");
}

/** The last message that asked for nothing. */
export function OtherCell({ row, desk: { lastOther } }: CellProps) {
  const t = useTexts(monitorTexts);
  const words = useTexts(noticeTexts);
  const f = useFormat();
  if (lastOther === null) return <td className="quiet">{t.noStep}</td>;
  const hasFailed = lastOther.to.some(({ state }) => state === "dead");
  return (
    <td>
      {words.step[lastOther.step]}
      <span className={styles.fine}>{f.shortDate(localDate(new Date(lastOther.at), row.timeZone))}</span>
      {hasFailed ? <Delivery message={lastOther} timeZone={row.timeZone} /> : null}
    </td>
  );
}

const signs: Readonly<Record<DeliveryPart["kind"], string>> = { accepted: "✓", waiting: "…", kept: "–", dead: "✕" };

/** What the mail servers said, and what came back, for all at once or by name. */
function Delivery({ message, timeZone }: { readonly message: Message; readonly timeZone: string }) {
  const t = useTexts(monitorTexts);
  const replies = useTexts(mailReplyTexts);
  const f = useFormat();
  return deliveryOf(message).map(({ kind, names, isAll, reply }) => {
    const said = {
      accepted: isAll ? t.allAccepted : t.someAccepted(f.list(names)),
      waiting: t.someWaiting(f.list(names)),
      kept: t.someKept,
      dead: t.someDead(f.list(names)),
    }[kind];
    const came = reply && mailReplyWords(reply, replies, f, new Date(), timeZone);
    return (
      <span key={names.join()} className={kind === "dead" ? styles.alarm : styles.fine}>
        <span aria-hidden="true">{reply === null || kind === "dead" ? signs[kind] : replySigns[reply.kind]} </span>
        {came === null ? said : isAll ? came : replies.ofNames(f.list(names), came)}
      </span>
    );
  });
}

const replySigns: Readonly<Record<NonNullable<DeliveryPart["reply"]>["kind"], string>> = {
  ...{ bounced: "✕", replied: "↩", automatic: "–", delayed: "…", delivered: "✓" },
};

/** The next step of the calendar at its hour in the capital, and who would get it; or why there is none. */
export function NextCell({ row, desk: { nextNotice, hold, scheduled }, city }: CellProps & { readonly city: string }) {
  const t = useTexts(monitorTexts);
  const words = useTexts(noticeTexts);
  const f = useFormat();
  const set = scheduled && <span className={styles.fine}>{scheduledWords(scheduled, row.timeZone, t, f)}</span>;
  const held = (
    <>
      {set}
      {hold && <span className={styles.fine}>{t.hold.short(f.shortDate(hold.lastDay))}</span>}
    </>
  );
  if (nextNotice === null) {
    return (
      <td className="quiet">
        {t.noStep}
        {hold === null ? <span className={styles.fine}>{t.noStepWhy[whyNoStep(row)]}</span> : null}
        {held}
      </td>
    );
  }
  const { step, at, to, needsConfirmation, proposedAt } = nextNotice;
  return (
    <td>
      {proposedAt === null ? (
        <>
          <time className={styles.nowrap} dateTime={at}>
            {f.shortDate(localDate(new Date(at), row.timeZone))}, {f.time(at, row.timeZone)}
          </time>{" "}
          {city}
        </>
      ) : (
        <span className={styles.alarm}>{t.waitsSince(f.shortDate(localDate(new Date(proposedAt), row.timeZone)))}</span>
      )}
      <span className={styles.fine}>
        {to.length === 0 ? words.step[step] : t.reaches(words.step[step], f.list(to))}
      </span>
      {to.length === 0 ? <span className={styles.alarm}>{t.reachesNobody}</span> : null}
      {needsConfirmation && proposedAt === null ? <span className={styles.fine}>{t.needsConfirmation}</span> : null}
      {held}
    </td>
  );
}

/** A reminder that somebody set: when it leaves by the clocks of the capital, and who set it. */
export function scheduledWords(
  { leavesAt, byName }: NonNullable<NonNullable<CountryStatus["desk"]>["scheduled"]>,
  timeZone: string,
  { scheduled: t }: (typeof monitorTexts)["en"],
  f: Formats,
): string {
  if (leavesAt === null) return t.not(byName);
  return t.short(`${f.shortDate(localDate(new Date(leavesAt), timeZone))}, ${f.time(leavesAt, timeZone)}`, byName);
}

function whyNoStep(row: CountryStatus): "received" | "exempt" | "voluntary" | "left" {
  if (statusAsExpected(row) === "exempt") return "exempt";
  if (row.firstSubmittedAt !== null && row.status !== "draft" && row.status !== "returned") return "received";
  return row.obligated && !row.exempt ? "left" : "voluntary";
}

/** The latest thing that the country itself did in the portal; the opening of mails is not followed. */
export function LifeCell({ row, desk, opensOn, now }: CellProps & { readonly opensOn: string; readonly now: Date }) {
  const t = useTexts(monitorTexts);
  const f = useFormat();
  const life = lifeOf(row, desk);
  if (life === null) return <td className="quiet">{t.none}</td>;
  const day = localDate(new Date(life.at), row.timeZone);
  if (day < opensOn) {
    return (
      <td className="quiet">
        {t.noneInRound}
        <span className={styles.fine}>{t.lifeBefore(t.life[life.kind], f.shortDate(day))}</span>
      </td>
    );
  }
  return (
    <td>
      <time className={styles.nowrap} dateTime={life.at}>
        {f.shortDate(day)}
      </time>
      <span className={styles.fine}>
        {t.lifeWhen(t.life[life.kind], f.relativeDays(daysBetween(localDate(now, row.timeZone), day)))}
      </span>
    </td>
  );
}
