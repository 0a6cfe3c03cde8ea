import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useActKey } from "#lib/act-key.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { mailReplyTexts } from "#ui/mail-reply.texts.ts";
import { mailReplyWords } from "#ui/mail-reply-words.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { statusTexts } from "#ui/status.texts.ts";
import { mailTexts } from "./mail.texts.ts";
import styles from "./notices.module.css";
import { type Mail, mailsQuery, useRetry } from "./notices-queries.ts";
import { resultWords, serverWords } from "./result-words.ts";

/** Messages that were not delivered, with the code and words of the mail server, and a button to try again. */
export function DeadLetters() {
  const t = useTexts(mailTexts).dead;
  const { data } = useQuery(mailsQuery("dead"));
  if (data === undefined || data.messages.length === 0) return null;
  return (
    <section className="section" aria-labelledby="dead">
      <h2 id="dead" className={styles.heading}>
        {t.heading}
      </h2>
      <p className={styles.intro}>{t.text}</p>
      <ul className={styles.deadList}>
        {data.messages.map((mail) => (
          <DeadLetter key={mail.id} mail={mail} />
        ))}
      </ul>
    </section>
  );
}

const asSentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function DeadLetter({ mail }: { readonly mail: Mail }) {
  const { dead: t, inside } = useTexts(mailTexts);
  const words = useTexts(noticeTexts);
  const statuses = useTexts(statusTexts);
  const replies = useTexts(mailReplyTexts);
  const f = useFormat();
  const lang = useLanguage();
  const retry = useRetry();
  const actKey = useActKey();
  const stops = mail.reply?.stopsReminders === true;
  const isHeldBack = mail.result?.by === "portal" && mail.result.code === "address-refused";
  return (
    <li>
      <div>
        <p>
          <b>{mail.recipient ?? inside}</b> <span className={styles.address}>{mail.address}</span>
        </p>
        <p className="small">
          {words.step[mail.kind]} · {t.attempts(mail.attempts)}
        </p>
        <p className="small">
          {mail.result?.by === "portal" ? (
            resultWords(mail.result, words.outcome, statuses.short)
          ) : (
            <>
              {t.answer} <code>{serverWords(mail.lastCode, mail.result?.answer ?? "")}</code>
            </>
          )}
        </p>
        {mail.reply === null ? null : (
          <p className="small">{asSentence(mailReplyWords(mail.reply, replies, f, new Date()))}</p>
        )}
        {stops || isHeldBack ? (
          <p className="small">
            {stops ? `${replies.change} ` : ""}
            {replies.confirms}
          </p>
        ) : null}
        <ProblemNote error={retry.error} words={{ "transition-refused": t.refused }} />
      </div>
      <div className="row">
        <Link to="/$lang/people" params={{ lang }} search={mail.country === null ? {} : { country: mail.country }}>
          {t.people}
        </Link>
        <Button
          busy={retry.isPending}
          aria-label={t.retryOf(mail.recipient ?? inside)}
          onClick={() =>
            retry.mutate(
              { mailId: mail.id, idempotencyKey: actKey.keyFor(mail.id + mail.attempts) },
              { onSuccess: () => announce(t.retried) },
            )
          }
        >
          {t.retry}
        </Button>
      </div>
    </li>
  );
}
