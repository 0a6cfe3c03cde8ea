import { mayDo } from "@avances/domain/access";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { firstDay } from "#lib/first-day.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { mayRunRounds } from "#lib/person-rights.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { announce } from "#ui/announcer.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { CaptureNote } from "#ui/capture-note.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select } from "#ui/field.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { PhoneLink } from "#ui/phone-link.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import styles from "./asks.module.css";
import { asksTexts } from "./asks.texts.ts";
import { AsksFile } from "./asks-file.tsx";
import { asksQuery } from "./asks-queries.ts";
import { askFacts, asksSentence, inSentence } from "./asks-sentence.ts";
import { type Asks, type Entry, EntryLine } from "./entry-line.tsx";
import { NoteForm } from "./note-form.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

const MatterAsks = later(() => import("./matter-asks.tsx").then((m) => m.MatterAsks));

/** Every request to a country since its first round, by message, call or letter, and what it answered. */
export function AsksPage() {
  const { country } = useParams({ from: "/$lang/signed-in/asks/$country" });
  const { data, error } = useQuery(asksQuery(country));
  if (data !== undefined) return <Ledger data={data} />;
  if (error !== null) throw error;
  return (
    <>
      <PageHeader variant="work" title={country} />
      <Skeleton shape="table" rows={8} />
    </>
  );
}

function Ledger({ data }: { readonly data: Asks }) {
  const t = useTexts(asksTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person } = useSession();
  const { year, page, progressPage } = useSearch({ from: "/$lang/signed-in/asks/$country" });
  const isNoting = useLocation({ select: ({ hash }) => hash === "note" });
  const navigate = useNavigate({ from: "/$lang/asks/$country" });
  const [withdrawing, setWithdrawing] = useState<Entry | null>(null);
  // What somebody just noted or withdrew stays in sight.
  const [noted, setNoted] = useState<ReadonlySet<number>>(new Set());
  const mayNote = person !== null && mayDo(person.role, "exchange.note");
  const facts = askFacts(data, year);
  const chosen = data.rounds.find((one) => one.year === year);
  const shown = year === undefined ? data.rounds : chosen === undefined ? [] : [chosen];
  const openRounds = data.rounds.filter(({ isCancelled }) => !isCancelled);
  const name = data.name[lang];
  const shownYear = String(facts?.round.year);
  const showNote = (isOpen: boolean) => navigate({ search: (same) => same, hash: isOpen ? "note" : "", replace: true });
  const count = (one: number | undefined) =>
    data.entries.filter((entry) => one === undefined || entry.round === one).length;
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title(inSentence(data, lang))}
        breadcrumbs={
          facts !== null && mayRunRounds(person)
            ? [
                <Link
                  key="round"
                  to="/$lang/rounds/$year"
                  params={{ lang, year: shownYear }}
                  search={{ country: data.country }}
                >
                  {roundWords[lang].heading(roundOf(facts.round))}
                </Link>,
              ]
            : []
        }
        lead={facts === null ? null : <p>{asksSentence(data, facts, lang, f)}</p>}
        actions={
          mayNote && openRounds.length > 0 ? (
            <>
              <LinkButton
                to="/$lang/rounds/$year/reminders"
                params={{ lang, year: String((chosen?.isCancelled === false ? chosen : openRounds[0])?.year) }}
                search={{ tab: "letters", country: data.country }}
              >
                {t.letters}
              </LinkButton>
              <Button variant="primary" onClick={() => void showNote(true)}>
                {t.note.open}
              </Button>
            </>
          ) : null
        }
      />
      {mayNote ? <CaptureNote /> : null}
      <Contacts data={data} />
      {data.rounds.length === 0 ? (
        <EmptyState title={t.noReports}>{t.noReportsText}</EmptyState>
      ) : (
        <>
          <div className={styles.toolbar}>
            <Select
              label={t.round}
              value={chosen?.year ?? ""}
              onChange={(event) => {
                const wanted = event.target.value === "" ? undefined : Number(event.target.value);
                void navigate({
                  search: wanted === undefined ? {} : { year: wanted },
                  replace: true,
                  resetScroll: false,
                });
                announce(t.shown(count(wanted)), "list");
              }}
            >
              <option value="">{t.allRounds}</option>
              {data.rounds.map((one) => (
                <option key={one.year} value={one.year}>
                  {roundWords[lang].heading(roundOf(one))}
                </option>
              ))}
            </Select>
            <AsksFile country={data.country} name={name} />
          </div>
          {shown.length === 0 ? <Callout>{t.noRound}</Callout> : null}
          {shown.map((round, at) => (
            <RoundEntries
              key={round.year}
              data={data}
              round={round}
              isFolded={!noted.has(round.year) && shown.slice(0, at).some(({ year: newer }) => count(newer) > 0)}
              onWithdraw={mayNote ? setWithdrawing : null}
            />
          ))}
        </>
      )}
      <MatterAsks
        {...{ country: data.country, timeZone: data.timeZone, page, progressPage }}
        onTurn={(to) => void navigate({ search: (same) => ({ ...same, ...to }), replace: true, resetScroll: false })}
      />
      {data.rounds.length === 0 ? null : (
        <div className={styles.foot}>
          <p>{t.oldestFirst}</p>
          <p>{t.marks}</p>
          <p>{t.whoReads}</p>
          {mayNote ? <AsksFile country={undefined} name={t.file.all} /> : null}
        </div>
      )}
      {mayNote && openRounds.length > 0 ? (
        <Dialog open={isNoting} onClose={() => void showNote(false)} title={t.note.title(name)}>
          <NoteForm
            data={data}
            rounds={openRounds}
            year={chosen?.year}
            onDone={(of) => {
              setNoted((before) => new Set(before).add(of));
              void showNote(false);
            }}
          />
        </Dialog>
      ) : null}
      <Dialog open={withdrawing !== null} onClose={() => setWithdrawing(null)} title={t.withdraw.title}>
        {withdrawing === null ? null : <WithdrawForm entry={withdrawing} onDone={() => setWithdrawing(null)} />}
      </Dialog>
    </>
  );
}

/** Whom to call: of each contact the number, or that none is known. Both sides read it, as everything on this page. */
function Contacts({ data: { contacts } }: { readonly data: Asks }) {
  const t = useTexts(asksTexts);
  const roleNames = useTexts(roleTexts).recipient;
  if (contacts.length === 0) return null;
  return (
    <ul aria-label={t.contacts} className={styles.contacts}>
      {contacts.map(({ name, role, phone }) => (
        <li key={`${role} ${name}`}>
          {name} <span className="quiet">({roleNames[role]})</span>{" "}
          {phone === null ? <span className="quiet">{t.noPhone}</span> : <PhoneLink name={name} phone={phone} />}
        </li>
      ))}
    </ul>
  );
}

interface RoundEntriesProps {
  readonly data: Asks;
  readonly round: Asks["rounds"][number];
  /** Of an earlier round: how many there are and of which days, and all of it when it is opened. */
  readonly isFolded: boolean;
  readonly onWithdraw: ((entry: Entry) => void) | null;
}

function RoundEntries({ data, round, isFolded, onWithdraw }: RoundEntriesProps) {
  const t = useTexts(asksTexts);
  const lang = useLanguage();
  const f = useFormat();
  const entries = data.entries.filter((entry) => entry.round === round.year);
  const [first, last] = [entries[0], entries.at(-1)];
  const id = `round-${round.year}`;
  const list = (
    <ol className={styles.entries}>
      {entries.map((entry) => (
        <EntryLine key={entry.id} data={data} entry={entry} onWithdraw={onWithdraw} />
      ))}
    </ol>
  );
  return (
    <section aria-labelledby={id} className={styles.round}>
      <h2 id={id} className={styles.heading}>
        {roundWords[lang].heading(roundOf(round))}
      </h2>
      {first === undefined || last === undefined ? (
        <p className="quiet">
          {t.noEntries}. {t.noEntriesText}
        </p>
      ) : isFolded ? (
        <Disclosure
          summary={t.folded(
            entries.length,
            entries.length === 1 ? f.date(first.day) : firstDay(f, first.day, last.day),
            f.date(last.day),
          )}
        >
          {list}
        </Disclosure>
      ) : (
        list
      )}
    </section>
  );
}
