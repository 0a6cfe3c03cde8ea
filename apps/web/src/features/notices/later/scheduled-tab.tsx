import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { statusTexts } from "#ui/status.texts.ts";
import type { AskedCountry } from "../asked-country.ts";
import styles from "../notices.module.css";
import { resultWords } from "../result-words.ts";
import { ChangeReminder, WithdrawReminder } from "./change-reminder.tsx";
import { laterTexts } from "./later.texts.ts";
import { Leaving, useMomentWords } from "./later-leaving.tsx";
import { type EarlierReminder, remindersQuery, type WaitingReminder } from "./later-queries.ts";

/** What is set for later: when each leaves, by whom it was set, how to change or withdraw it, and what became of earlier ones. */
export function ScheduledTab({ year }: { readonly year: string }) {
  const t = useTexts(laterTexts);
  const lang = useLanguage();
  const { data, error } = useQuery(remindersQuery(Number(year)));
  const { data: list } = useSuspenseQuery(countriesQuery);
  const [open, setOpen] = useState<{ readonly act: "change" | "withdraw"; readonly reminder: WaitingReminder } | null>(
    null,
  );
  const country = list.countries.find(({ alpha3 }) => alpha3 === open?.reminder.country);
  const close = () => setOpen(null);
  return (
    <section className="section" aria-labelledby="scheduled">
      <h2 id="scheduled" className={styles.heading}>
        {t.list.heading}
      </h2>
      <p className={styles.intro}>{t.list.text}</p>
      {error !== null && data === undefined ? <ProblemNote error={error} /> : null}
      {data === undefined && error === null ? <Skeleton shape="table" /> : null}
      {data?.waiting.length === 0 ? <EmptyState title={t.list.none}>{t.list.noneText}</EmptyState> : null}
      {data === undefined || data.waiting.length === 0 ? null : (
        <Waiting
          reminders={data.waiting}
          countries={list.countries}
          onOpen={(act, reminder) => setOpen({ act, reminder })}
        />
      )}
      {data === undefined ? null : <Earlier reminders={data.earlier} countries={list.countries} />}
      <Dialog
        open={open !== null}
        onClose={close}
        title={
          open?.act === "withdraw"
            ? t.withdrawing.title(country?.name[lang] ?? "")
            : t.changing.title(country?.name[lang] ?? "")
        }
      >
        {open === null || country === undefined ? null : open.act === "change" ? (
          <ChangeReminder
            year={year}
            reminder={open.reminder}
            country={country}
            onBack={close}
            onDone={() => {
              announce(t.changing.saved);
              close();
            }}
          />
        ) : (
          <WithdrawReminder
            year={year}
            reminder={open.reminder}
            onBack={close}
            onDone={() => {
              announce(t.withdrawing.done);
              close();
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

interface WaitingProps {
  readonly reminders: readonly WaitingReminder[];
  readonly countries: readonly AskedCountry[];
  readonly onOpen: (act: "change" | "withdraw", reminder: WaitingReminder) => void;
}

function Waiting({ reminders, countries, onOpen }: WaitingProps) {
  const t = useTexts(laterTexts).list;
  const lang = useLanguage();
  const f = useFormat();
  const words = useMomentWords();
  return (
    <RecordTable caption={t.caption} captionHidden dense heads={[t.country, t.leaves, t.moment, t.by, t.acts]}>
      <tbody>
        {reminders.map((reminder) => {
          const country = countries.find(({ alpha3 }) => alpha3 === reminder.country);
          if (country === undefined) return null;
          const name = country.name[lang];
          return (
            <Row key={reminder.id}>
              <th scope="row">{name}</th>
              <td>
                <Standing reminder={reminder} country={country} />
              </td>
              <td>
                {words(reminder.at, country)}
                {reminder.timeZone === null ? null : (
                  <span className={styles.fine}>
                    {t.byClocks(reminder.timeZone)}: {f.instant(reminder.at, reminder.timeZone)}
                  </span>
                )}
                {Object.entries(reminder.text).map(([language, text]) =>
                  text ? (
                    <q key={language} lang={language} className={styles.fine}>
                      {text}
                    </q>
                  ) : null,
                )}
              </td>
              <td>
                {reminder.byName}
                <span className={styles.fine}>{f.instant(reminder.setAt)}</span>
              </td>
              <td>
                <button
                  type="button"
                  className={styles.read}
                  aria-label={t.changeOf(name)}
                  onClick={() => onOpen("change", reminder)}
                >
                  {t.change}
                </button>{" "}
                <button
                  type="button"
                  className={styles.read}
                  aria-label={t.withdrawOf(name)}
                  onClick={() => onOpen("withdraw", reminder)}
                >
                  {t.withdraw}
                </button>
              </td>
            </Row>
          );
        })}
      </tbody>
    </RecordTable>
  );
}

function Standing({ reminder, country }: { readonly reminder: WaitingReminder; readonly country: AskedCountry }) {
  const t = useTexts(laterTexts).list;
  const why = useOutcomeWords();
  const { standing } = reminder;
  switch (standing.kind) {
    case "leaves":
      return <Leaving goesAt={standing.at} moved={standing.moved} country={country} />;
    case "nobody":
      return t.nobody;
    case "not_needed":
      return t.notNeeded(why(standing.outcome));
  }
}

function useOutcomeWords() {
  const words = useTexts(noticeTexts);
  const statuses = useTexts(statusTexts);
  return (outcome: Extract<WaitingReminder["standing"], { kind: "not_needed" }>["outcome"]) =>
    resultWords({ by: "portal", ...outcome }, words.outcome, statuses.short);
}

interface EarlierProps {
  readonly reminders: readonly EarlierReminder[];
  readonly countries: readonly AskedCountry[];
}

function Earlier({ reminders, countries }: EarlierProps) {
  const { earlier: t, list } = useTexts(laterTexts);
  const lang = useLanguage();
  const f = useFormat();
  const words = useMomentWords();
  const why = useOutcomeWords();
  if (reminders.length === 0) return null;
  const became = ({ became: end }: EarlierReminder, { timeZone }: AskedCountry) => {
    switch (end.kind) {
      case "left":
        return t.left(f.instant(end.at, timeZone), end.messages);
      case "under_way":
      case "not_delivered":
        return t[end.kind](end.messages);
      case "kept":
        return t.kept(f.instant(end.at, timeZone));
      case "not_needed":
        return t.not_needed(f.instant(end.at, timeZone), why(end.outcome));
      case "withdrawn":
      case "replaced":
        return t[end.kind](end.byName, f.instant(end.at));
    }
  };
  return (
    <details className={styles.earlier} open>
      <summary>{t.heading(reminders.length)}</summary>
      <RecordTable caption={t.caption} captionHidden dense heads={[list.country, t.what, list.moment, list.by]}>
        <tbody>
          {reminders.map((reminder) => {
            const country = countries.find(({ alpha3 }) => alpha3 === reminder.country);
            return country === undefined ? null : (
              <Row key={reminder.id}>
                <th scope="row">{country.name[lang]}</th>
                <td>{became(reminder, country)}</td>
                <td>{words(reminder.at, country)}</td>
                <td>{reminder.byName}</td>
              </Row>
            );
          })}
        </tbody>
      </RecordTable>
    </details>
  );
}
