import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select } from "#ui/field.tsx";
import { mailReplyTexts } from "#ui/mail-reply.texts.ts";
import { mailReplyWords } from "#ui/mail-reply-words.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { mailTexts } from "./mail.texts.ts";
import styles from "./notices.module.css";
import { type Mail, type MailState, mailPagesQuery } from "./notices-queries.ts";

const states = ["queued", "sending", "sent", "kept", "dead", "stopped"] as const satisfies readonly MailState[];

/** All messages by state and country; the filters are in the address. */
export function MailList() {
  const t = useTexts(mailTexts).list;
  const words = useTexts(noticeTexts);
  const lang = useLanguage();
  const f = useFormat();
  const search = useSearch({ from: "/$lang/signed-in/mail" });
  const navigate = useNavigate({ from: "/$lang/mail" });
  const state = states.find((one) => one === search.status);
  const pages = useInfiniteQuery(mailPagesQuery(state, search.country));
  const { data, error } = pages;
  const { data: list } = useQuery(countriesQuery);
  const countries = [...(list?.countries ?? [])].sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  const rows = (data?.pages ?? []).flatMap(({ messages }) => messages);
  const shown = data === undefined ? "" : t.shown(rows.length);
  useEffect(() => {
    if (shown !== "") announce(shown, "list");
  }, [shown]);
  return (
    <section className="section" aria-labelledby="mails">
      <h2 id="mails" className={styles.heading}>
        {t.heading}
      </h2>
      <div className={styles.filters}>
        <Select
          label={t.filter}
          value={state ?? ""}
          onChange={(event) => {
            const status = event.target.value;
            void navigate({
              search: ({ status: _, ...rest }) => (status ? { ...rest, status } : rest),
              replace: true,
              resetScroll: false,
            });
          }}
        >
          <option value="">{t.all}</option>
          {states.map((one) => (
            <option key={one} value={one}>
              {words.state[one]}
            </option>
          ))}
        </Select>
        <Select
          label={t.country}
          value={search.country ?? ""}
          onChange={(event) => {
            const country = event.target.value;
            void navigate({
              search: ({ country: _, ...rest }) => (country ? { ...rest, country } : rest),
              replace: true,
              resetScroll: false,
            });
          }}
        >
          <option value="">{t.everyCountry}</option>
          {countries.map(({ alpha3, name }) => (
            <option key={alpha3} value={alpha3}>
              {name[lang]}
            </option>
          ))}
        </Select>
        <p className="quiet small">
          {shown === "" ? "" : `${shown}.`} {pages.hasNextPage ? t.newest : null}
        </p>
      </div>
      {error !== null && data === undefined ? <ProblemNote error={error} /> : null}
      {data === undefined && error === null ? <Skeleton shape="table" /> : null}
      {data !== undefined && rows.length === 0 ? <EmptyState title={t.none}>{t.noneText}</EmptyState> : null}
      {rows.length === 0 ? null : (
        <RecordTable
          caption={t.caption}
          captionHidden
          dense
          stickyFirst={false}
          heads={[t.to, t.about, t.state, t.written]}
        >
          <tbody>
            {rows.map((mail) => (
              <MailRow
                key={mail.id}
                mail={mail}
                country={countries.find(({ alpha3 }) => alpha3 === mail.country)?.name[lang]}
                onRead={() => navigate({ search: (s) => ({ ...s, message: mail.id }) })}
              />
            ))}
          </tbody>
        </RecordTable>
      )}
      {pages.hasNextPage ? (
        <p>
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t.older}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

interface MailRowProps {
  readonly mail: Mail;
  readonly country: string | undefined;
  readonly onRead: () => void;
}

function MailRow({ mail, country, onRead }: MailRowProps) {
  const { list: t, inside } = useTexts(mailTexts);
  const words = useTexts(noticeTexts);
  const f = useFormat();
  const replies = useTexts(mailReplyTexts);
  const { recipient, address, kind, subject, language, state, createdAt, attempts, reply } = mail;
  return (
    <Row>
      <th scope="row" className={styles.toCell}>
        {recipient ?? inside}
        <span className={styles.fine}>
          {address === null ? null : <span className={styles.address}>{address}</span>}
          {country === undefined ? null : address === null ? country : ` · ${country}`}
        </span>
      </th>
      <td className={styles.aboutCell}>
        <button
          type="button"
          className={styles.read}
          aria-haspopup="dialog"
          aria-label={t.read(subject ?? words.step[kind], recipient ?? inside)}
          onClick={onRead}
        >
          {subject === null ? words.step[kind] : <span lang={language}>{withoutMark(subject)}</span>}
        </button>
        {subject === null ? null : <span className={styles.fine}>{words.step[kind]}</span>}
      </td>
      <td>
        <span className={state === "dead" ? styles.dead : undefined}>{words.state[state]}</span>
        {reply === null ? null : <span className={styles.fine}>{mailReplyWords(reply, replies, f, new Date())}</span>}
        {attempts > 1 ? <span className={styles.fine}>× {f.number(attempts)}</span> : null}
      </td>
      <td>{f.instant(createdAt)}</td>
    </Row>
  );
}

/** A demonstration puts its mark before every subject; in a list the mark would hide the differences. The message itself shows it. */
function withoutMark(subject: string): string {
  return subject.replace(/^\[[^\]]*\]\s*/, "");
}
