import type { Text } from "@avances/domain/catalogue";
import { isAsk, localDate } from "@avances/domain/round";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type Ref, useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roleOrder } from "#lib/role-order.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { NumberCell } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select } from "#ui/field.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { statusTexts } from "#ui/status.texts.ts";
import { useCountriesOfAddress } from "./countries-of-address.ts";
import styles from "./notices.module.css";
import { type Notice, noticesQuery } from "./notices-queries.ts";
import { remindersTexts } from "./reminders.texts.ts";
import { resultWords } from "./result-words.ts";

/** Who was asked what, when, how often, and with what result. */
export function Ledger({ year }: { readonly year: string }) {
  const t = useTexts(remindersTexts).ledger;
  const lang = useLanguage();
  const f = useFormat();
  const codes = useCountriesOfAddress();
  const navigate = useNavigate({ from: "/$lang/rounds/$year/reminders" });
  const { data, error } = useQuery(noticesQuery(Number(year)));
  const { data: list } = useSuspenseQuery(countriesQuery);
  const nameOf = (code: string) => list.countries.find(({ alpha3 }) => alpha3 === code)?.name[lang] ?? code;
  // What went at one time to several countries and people comes in no order of its own.
  const all = (data?.notices ?? []).toSorted(
    (one, other) =>
      other.scheduledFor.localeCompare(one.scheduledFor) ||
      f.compare(nameOf(one.country), nameOf(other.country)) ||
      one.step.localeCompare(other.step) ||
      roleOrder(one, other) ||
      f.compare(one.recipient, other.recipient),
  );
  const rows = codes.length === 0 ? all : all.filter(({ country }) => codes.includes(country));
  const countries = [...list.countries].sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  const [wantsAll, setWantsAll] = useState(false);
  const firstEarlier = useRef<HTMLTableRowElement>(null);
  const shown = wantsAll ? rows : rows.slice(0, atFirst);
  // The button is gone; the cursor goes on where it was.
  useEffect(() => {
    if (wantsAll) firstEarlier.current?.focus();
  }, [wantsAll]);
  return (
    <section className="section" aria-labelledby="ledger">
      <h2 id="ledger" className={styles.heading}>
        {t.heading}
      </h2>
      <p className={styles.intro}>{t.text}</p>
      <div className={styles.until}>
        <Select
          label={t.country}
          value={codes.length === 1 ? codes[0] : ""}
          onChange={(event) => {
            const code = event.target.value;
            void navigate({
              search: ({ countries: _, country: __, ...rest }) => (code ? { ...rest, countries: code } : rest),
              replace: true,
              resetScroll: false,
            });
            announce(t.shown(code === "" ? all.length : all.filter(({ country }) => country === code).length), "list");
          }}
        >
          <option value="">{codes.length > 1 ? codes.join(", ") : t.all}</option>
          {countries.map(({ alpha3, name }) => (
            <option key={alpha3} value={alpha3}>
              {name[lang]}
            </option>
          ))}
        </Select>
        <p className="quiet small">
          {data === undefined
            ? ""
            : shown.length === rows.length
              ? t.shown(rows.length)
              : t.newest(shown.length, rows.length)}
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
          tall
          heads={[t.country, t.when, t.step, { label: t.ordinal, isNumber: true }, t.to, t.state]}
        >
          <tbody>
            {shown.map((notice, at) => (
              <LedgerRow
                key={notice.id}
                notice={notice}
                place={at === atFirst ? firstEarlier : undefined}
                country={countries.find(({ alpha3 }) => alpha3 === notice.country)}
              />
            ))}
          </tbody>
        </RecordTable>
      )}
      {shown.length === rows.length ? null : (
        <p className={styles.earlier}>
          <Button
            onClick={() => {
              setWantsAll(true);
              announce(t.shown(rows.length), "list");
            }}
          >
            {t.earlier(rows.length - shown.length)}
          </Button>
        </p>
      )}
    </section>
  );
}

/** What was sent last is what the ledger is opened for; on a phone a round of eleven countries is 29,000 px long. */
const atFirst = 30;

interface LedgerRowProps {
  readonly notice: Notice;
  /** Set where the cursor goes when the earlier ones appear. */
  readonly place: Ref<HTMLTableRowElement> | undefined;
  readonly country: { readonly name: Text; readonly timeZone: string } | undefined;
}

function LedgerRow({ notice, place, country }: LedgerRowProps) {
  const words = useTexts(noticeTexts);
  const statuses = useTexts(statusTexts);
  const roleNames = useTexts(roleTexts).recipient;
  const lang = useLanguage();
  const f = useFormat();
  const { scheduledFor, step, ordinal, recipient, role, state, settledAt, result } = notice;
  const why = state === "sent" || result === null ? "" : resultWords(result, words.outcome, statuses.short);
  return (
    <Row ref={place} tabIndex={place === undefined ? undefined : -1}>
      <th scope="row">{country?.name[lang] ?? notice.country}</th>
      <td>{f.shortDate(localDate(new Date(scheduledFor), country?.timeZone ?? "UTC"))}</td>
      <td>{words.step[step]}</td>
      <NumberCell>{isAsk(step) ? f.number(ordinal) : ""}</NumberCell>
      <td>
        {recipient}
        <span className={styles.fine}>{roleNames[role]}</span>
      </td>
      <td>
        <span className={state === "dead" ? styles.dead : undefined}>{words.state[state]}</span>
        <span className={styles.fine}>
          {settledAt === null ? null : f.instant(settledAt)}
          {why === "" ? null : `${settledAt === null ? "" : " · "}${why}`}
        </span>
      </td>
    </Row>
  );
}
