import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { useKindWords } from "#ui/kind-words.ts";
import { mailReplyTexts } from "#ui/mail-reply.texts.ts";
import { mailReplyWords } from "#ui/mail-reply-words.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { statusTexts } from "#ui/status.texts.ts";
import { mailTexts } from "./mail.texts.ts";
import styles from "./notices.module.css";
import { mailQuery } from "./notices-queries.ts";
import { resultWords, serverWords } from "./result-words.ts";

interface MailMessageProps {
  /** Undefined = closed. */
  readonly mailId: string | undefined;
  readonly onClose: () => void;
}

/** One message as text, as its addressee gets it, with what the mail server said. */
export function MailMessage({ mailId, onClose }: MailMessageProps) {
  const t = useTexts(mailTexts).message;
  const words = useTexts(noticeTexts);
  const { data } = useQuery({ ...mailQuery(mailId ?? ""), enabled: mailId !== undefined });
  return (
    <Dialog
      open={mailId !== undefined}
      onClose={onClose}
      wide
      title={data === undefined ? t.text : words.step[data.kind]}
      actions={<Button onClick={onClose}>{t.close}</Button>}
    >
      {mailId === undefined ? null : <Letter mailId={mailId} />}
    </Dialog>
  );
}

function Letter({ mailId }: { readonly mailId: string }) {
  const { message: t, inside } = useTexts(mailTexts);
  const words = useTexts(noticeTexts);
  const statuses = useTexts(statusTexts);
  const replies = useTexts(mailReplyTexts);
  const kindWords = useKindWords();
  const lang = useLanguage();
  const f = useFormat();
  const { data: mail, error } = useQuery(mailQuery(mailId));
  if (error !== null) return <ProblemNote error={error} />;
  if (mail === undefined) return <Skeleton rows={8} />;
  const { lastCode, result, reply } = mail;
  const said = result === null ? "" : resultWords(result, words.outcome, statuses.short);
  const answer = result?.by === "portal" ? said : serverWords(lastCode, said);
  return (
    <div className="stack">
      <DefinitionList
        items={[
          {
            term: t.to,
            value:
              mail.address === null ? (
                inside
              ) : (
                <span className={styles.address}>{`${mail.recipient} <${mail.address}>`}</span>
              ),
          },
          {
            term: t.subject,
            value: mail.subject === null ? words.step[mail.kind] : <b lang={mail.language}>{mail.subject}</b>,
          },
          ...(mail.wording === null
            ? []
            : [
                {
                  term: t.wording,
                  value: (
                    <Link
                      to="/$lang/words"
                      params={{ lang }}
                      search={{ message: `${mail.wording.kind}-${mail.language}` }}
                    >
                      {t.version(kindWords(mail.wording.kind), mail.wording.version)}
                    </Link>
                  ),
                },
              ]),
          { term: t.state, value: words.state[mail.state] },
          { term: t.written, value: f.instant(mail.createdAt) },
          ...(mail.settledAt === null ? [] : [{ term: t.settled, value: f.instant(mail.settledAt) }]),
          ...(mail.nextAttemptAt === null ? [] : [{ term: t.next, value: f.instant(mail.nextAttemptAt) }]),
          ...(mail.state === "kept" || answer === ""
            ? []
            : [
                result?.by === "portal"
                  ? { term: t.why, value: answer }
                  : { term: t.answer, value: <code>{answer}</code> },
              ]),
          ...(reply === null
            ? []
            : [
                {
                  term: replies.term,
                  value: (
                    <>
                      {mailReplyWords(reply, replies, f, new Date())}
                      {reply.kind === "replied" ? <span className={styles.fine}>{replies.nothingKept}</span> : null}
                    </>
                  ),
                },
              ]),
        ]}
      />
      {mail.bodyText === null ? (
        <p className="quiet">{mail.kind === "digest_country" ? t.digestOfCountry : t.insideCountry}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long letter is scrolled with the keys.
        <section aria-label={t.text} tabIndex={0}>
          <p lang={mail.language} className={styles.letter}>
            {mail.bodyText}
          </p>
        </section>
      )}
    </div>
  );
}
