import type { AskByMessage, AskEntry, AsksOfCountry, ExchangeView } from "@avances/contracts";
import { reportingRoles } from "@avances/domain/round";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roleOrder } from "#lib/role-order.ts";
import { Button } from "#ui/button.tsx";
import { mailReplyTexts } from "#ui/mail-reply.texts.ts";
import { mailReplyWords } from "#ui/mail-reply-words.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import { roleTexts } from "#ui/role.texts.ts";
import styles from "./asks.module.css";
import { asksTexts } from "./asks.texts.ts";

export type Asks = AsksOfCountry;
export type Entry = AskEntry;

interface EntryLineProps {
  readonly data: Asks;
  readonly entry: Entry;
  /** Null = this reader withdraws nothing. */
  readonly onWithdraw: ((entry: Entry) => void) | null;
}

/** One request or answer: its number, when, what, to or with whom, and what is known of it. */
export function EntryLine({ data, entry, onWithdraw }: EntryLineProps) {
  return entry.kind === "message" ? (
    <MessageLine data={data} entry={entry} />
  ) : (
    <ExchangeLine data={data} entry={entry} onWithdraw={onWithdraw} />
  );
}

function AskNumber({ entry }: { readonly entry: Entry }) {
  const t = useTexts(asksTexts);
  const f = useFormat();
  return (
    <span className={styles.nth}>
      {entry.nth === null ? (
        <>
          <span aria-hidden="true">–</span>
          <span className="sr-only">{t.notCounted}</span>
        </>
      ) : (
        <>
          <span className="sr-only">{t.nth(f.number(entry.nth))}</span>
          <span aria-hidden="true">{f.number(entry.nth)}</span>
        </>
      )}
    </span>
  );
}

function MessageLine({ data, entry }: { readonly data: Asks; readonly entry: AskByMessage }) {
  const t = useTexts(asksTexts);
  const steps = useTexts(noticeTexts).step;
  const lang = useLanguage();
  const f = useFormat();
  const isWaiting = entry.recipients.some(({ state, role }) => state === "queued" && reportingRoles.includes(role));
  return (
    <li className={styles.entry}>
      <AskNumber entry={entry} />
      <p className={styles.when}>
        <b>{f.shortDate(entry.day)}</b>
        <span className={styles.fine}>{t.at(f.time(entry.at, data.timeZone), data.capital[lang])}</span>
      </p>
      <p className={styles.what}>
        <b>{steps[entry.step]}</b>
        <span className={styles.fine}>{entry.step === "resend" ? t.byHand(entry.byName) : t.automatic}</span>
      </p>
      <div className={styles.known}>
        <Recipients recipients={entry.recipients} timeZone={data.timeZone} />
        {entry.ofCancelledRound ? <p className={styles.fine}>{t.cancelled}</p> : null}
        {entry.nth === null && !entry.ofCancelledRound ? (
          <p className={styles.fine}>{isWaiting ? t.stillWaits : t.reachedNobody}</p>
        ) : null}
      </div>
    </li>
  );
}

interface RecipientsProps {
  readonly recipients: AskByMessage["recipients"];
  readonly timeZone: string;
}

/** Whoever it went to, those with the same result together, and what came back. */
function Recipients({ recipients, timeZone }: RecipientsProps) {
  const t = useTexts(asksTexts);
  const replies = useTexts(mailReplyTexts);
  const roles = useTexts(roleTexts).recipient;
  const f = useFormat();
  const came = (reply: Recipient["reply"]) =>
    reply === null ? null : mailReplyWords(reply, replies, f, new Date(), timeZone);
  const inOrder = recipients.toSorted((one, other) => roleOrder(one, other) || f.compare(one.name, other.name));
  const byResult = Map.groupBy(inOrder, ({ state, reply }) => `${state} ${came(reply) ?? ""}`);
  return [...byResult].map(([result, own]) => {
    const { state, reply } = own[0] as Recipient;
    return (
      <p key={result}>
        {f.list(own.map(({ name, role }) => `${name} (${roles[role]})`))}
        <span className={state === "dead" ? styles.dead : styles.fine}>{came(reply) ?? t.state[state]}</span>
      </p>
    );
  });
}

type Recipient = AskByMessage["recipients"][number];

interface ExchangeLineProps extends Omit<EntryLineProps, "entry"> {
  readonly entry: ExchangeView;
}

function ExchangeLine({ data, entry, onWithdraw }: ExchangeLineProps) {
  const t = useTexts(asksTexts);
  const f = useFormat();
  const { channel, isAsk, said, withdrawn, withWhom, detail } = entry;
  const isAnswer = channel === "answer_link";
  const asked = data.entries.find(({ id }) => id === entry.answersId);
  const nobody = said === "no_answer" && (channel === "telephone" || channel === "in_person");
  const who = isAnswer ? entry.notedByName : withWhom;
  return (
    <li className={withdrawn === null ? styles.entry : `${styles.entry} ${styles.gone}`}>
      <AskNumber entry={entry} />
      <p className={styles.when}>
        <b>{f.shortDate(entry.day)}</b>
        <span className={styles.fine}>
          {isAnswer
            ? f.time(entry.notedAt, data.timeZone)
            : t.notedBy(entry.notedByName, f.instant(entry.notedAt, data.timeZone))}
        </span>
      </p>
      <p className={styles.what}>
        <b>{entry.letter === null ? t.channel[channel] : t.letter(entry.letter)}</b>
        <span className={styles.fine}>
          {isAnswer
            ? asked?.nth == null
              ? ""
              : t.answeredTo(f.number(asked.nth))
            : nobody
              ? t.nobodyReached
              : isAsk
                ? t.talk.ask
                : t.talk.noAsk}
        </span>
      </p>
      <div className={styles.known}>
        {who === "" ? null : <p>{isAnswer ? who : t.withWhom(who)}</p>}
        {nobody ? null : (
          <p className={styles.said}>{t.said[said](entry.promisedOn === null ? "" : f.date(entry.promisedOn))}</p>
        )}
        {detail === "" ? null : <p className={styles.detail}>{detail}</p>}
        {withdrawn === null ? null : (
          <p className={styles.withdrawn}>
            {t.withdrawn(withdrawn.byName, f.instant(withdrawn.at, data.timeZone), withdrawn.reason)}
          </p>
        )}
        {entry.ofCancelledRound ? <p className={styles.fine}>{t.cancelled}</p> : null}
        {onWithdraw === null || isAnswer || withdrawn !== null ? null : (
          <Button variant="quiet" size="small" onClick={() => onWithdraw(entry)}>
            {t.withdraw.open}
          </Button>
        )}
      </div>
    </li>
  );
}
