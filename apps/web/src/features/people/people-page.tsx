import { isOfSecretariat, mayDo } from "@avances/domain/access";
import { useQuery, useSuspenseQueries } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { currentRound } from "#lib/current-round.ts";
import { useFormat } from "#lib/format.ts";
import { serverToday, useSession } from "#lib/session.ts";
import { countriesQuery, peopleQuery, roundStatusQuery, roundsQuery } from "#lib/shared-queries.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { CaptureNote } from "#ui/capture-note.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select, TextInput } from "#ui/field.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { EditDialog } from "./edit-dialog.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { EndedPeople } from "./ended-people.tsx";
import { PeopleFile } from "./import-dialog.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { OwnEntryPage } from "./own-entry-page.tsx";
import styles from "./people.module.css";
import { peopleTexts } from "./people.texts.ts";
import { PeopleByCountry, type Place } from "./people-by-country.tsx";
import { PeopleHead } from "./people-head.tsx";
import type { Person } from "./people-queries.ts";
import { isNarrowing, narrowed, narrowings, standingsOf } from "./people-standing.ts";
import { missingRolesOf, type PeopleTask, peopleTasks } from "./people-tasks.ts";
import { standingTexts } from "./standing.texts.ts";
import { TaskList } from "./task-list.tsx";

/** The secretariat reads everybody; whoever else signs in, their own entry. */
export function PeoplePage() {
  const { person } = useSession();
  return person !== null && mayDo(person.role, "users.read") ? <Everybody /> : <OwnEntryPage />;
}

/** Who may do what, by country, and whether they can sign in: that nobody could is the first cause of silence. */
function Everybody() {
  const t = useTexts(peopleTexts);
  const standing = useTexts(standingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { country, only: chosen, q = "" } = useSearch({ from: "/$lang/signed-in/people" });
  const navigate = useNavigate({ from: "/$lang/people" });
  const { session } = useSession();
  const [{ data }, { data: list }] = useSuspenseQueries({ queries: [peopleQuery, countriesQuery] });
  const today = serverToday(session);
  // What the next automatic step lacks; the page stands without it until it has come.
  const rounds = useQuery(roundsQuery);
  const round = currentRound(rounds.data?.rounds ?? [], today);
  const board = useQuery({ ...roundStatusQuery(round?.year ?? 0), enabled: round !== undefined });
  // Null = closed, "" = without a particular country.
  const [inviting, setInviting] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [ending, setEnding] = useState<Person | null>(null);
  const [invited, setInvited] = useState<Person | null>(null);
  const countries = [...list.countries].sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  const active = data.people.filter(({ endedAt }) => endedAt === null);
  const isAlone =
    data.secondPerson === "needed" &&
    active.filter(({ role, invitation }) => isOfSecretariat(role) && invitation === "used").length === 1;
  const tasks = ofCountryFirst(
    country,
    peopleTasks(
      data.people,
      countries.map(({ alpha3 }) => alpha3),
      today,
      missingRolesOf(board.data?.countries ?? []),
    ),
  );
  const standings = standingsOf(
    data.people,
    countries.map(({ alpha3 }) => alpha3),
    today,
  );
  const only = isNarrowing(chosen) ? chosen : null;
  const isSought = country !== undefined || q.trim() !== "";
  const places = narrowed(standings, only)
    .filter((one) => country === undefined || one.country === country)
    .map((one): Place => ({ standing: one, people: one.people.filter((person) => holds(person, q)) }))
    // A country in which nobody is stands in the list, unless somebody is looked for.
    .filter(({ people }) => people.length > 0 || q.trim() === "");
  const found = places.reduce((sum, { people }) => sum + people.length, 0);
  const invite = (code: string) => {
    setInvited(null);
    setInviting(code);
  };
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title}
        lead={standing.lead(standings.filter(({ ready }) => ready.length > 0).length, countries.length)}
        actions={
          <Button variant="primary" onClick={() => invite(country ?? "")}>
            {t.invite}
          </Button>
        }
      />
      <CaptureNote onDesk />
      {isAlone ? (
        <Callout tone="caution" title={t.alone.title}>
          {t.alone.text}
        </Callout>
      ) : null}
      {invited === null ? null : (
        <Callout tone="done" live="status">
          {(invited.waiting === null ? t.form.doneAtOnce : t.form.done)(invited.displayName)}
        </Callout>
      )}
      <PeopleHead standings={standings} countries={countries} />
      <TaskList tasks={tasks} countries={countries} onInvite={invite} onEdit={({ id }) => setEditing(id)} />
      <div className={styles.filters}>
        <Select
          label={t.filter.country}
          value={country ?? ""}
          onChange={(event) => {
            const code = event.target.value;
            void navigate({
              search: ({ country: _, ...rest }) => (code ? { ...rest, country: code } : rest),
              replace: true,
              resetScroll: false,
            });
          }}
        >
          <option value="">{t.filter.all}</option>
          {countries.map(({ alpha3, name }) => (
            <option key={alpha3} value={alpha3}>
              {name[lang]}
            </option>
          ))}
        </Select>
        <Select
          label={standing.only.label}
          value={only ?? ""}
          onChange={(event) => {
            const value = event.target.value;
            void navigate({
              search: ({ only: _, ...rest }) => (value ? { ...rest, only: value } : rest),
              replace: true,
              resetScroll: false,
            });
          }}
        >
          <option value="">{standing.only.all}</option>
          {narrowings.map((one) => (
            <option key={one} value={one}>
              {standing.only.choices[one](narrowed(standings, one).length)}
            </option>
          ))}
        </Select>
        <TextInput
          type="search"
          label={t.filter.q}
          value={q}
          onChange={(event) => {
            const words = event.target.value;
            void navigate({
              search: ({ q: _, ...rest }) => (words ? { ...rest, q: words } : rest),
              replace: true,
              resetScroll: false,
            });
          }}
        />
        <p role="status" className="quiet small">
          {t.filter.shown(found)}
        </p>
      </div>
      {places.length === 0 ? (
        <EmptyState title={t.none.title}>{t.none.text}</EmptyState>
      ) : (
        <PeopleByCountry
          key={`${country} ${only} ${q}`}
          places={places}
          countries={countries}
          isSought={isSought}
          onEdit={({ id }) => setEditing(id)}
          onEnd={setEnding}
          onInvite={invite}
        />
      )}
      <PeopleFile />
      <EndedPeople people={data.people} countries={countries} />
      <InviteDialog
        country={inviting}
        countries={countries}
        secondPerson={data.secondPerson}
        onClose={() => setInviting(null)}
        onDone={(person) => {
          setInviting(null);
          setInvited(person);
        }}
      />
      <EditDialog
        person={active.find(({ id }) => id === editing) ?? null}
        countries={countries}
        secondPerson={data.secondPerson}
        onClose={() => setEditing(null)}
      />
      <EndDialog
        person={ending}
        people={active}
        countries={countries}
        secondPerson={data.secondPerson}
        onClose={() => setEnding(null)}
      />
    </>
  );
}

/** What concerns the country that is looked at comes first; else the order stays. */
function ofCountryFirst(country: string | undefined, tasks: readonly PeopleTask[]): readonly PeopleTask[] {
  const isOwn = (task: PeopleTask) => task.country === country;
  return country === undefined ? tasks : [...tasks.filter(isOwn), ...tasks.filter((task) => !isOwn(task))];
}

/** Does the name, institution or address contain these words, whatever the accents? */
function holds({ displayName, institution, address }: Person, words: string): boolean {
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  return plain(`${displayName} ${institution} ${address}`).includes(plain(words.trim()));
}
