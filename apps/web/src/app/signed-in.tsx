import { mayDo, type Role, readsForOrganisation, roleFacts, scopeOf } from "@avances/domain/access";
import { type QueryClient, type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { isLanguage, type Language, useLanguage } from "#i18n/language.ts";
import { currentRound } from "#lib/current-round.ts";
import { afterPage, later } from "#lib/later.tsx";
import { type Person, pagePerson } from "#lib/page-person.ts";
import { pageClient, serverToday, usePagePerson, useSession } from "#lib/session.ts";
import { countriesQuery, roundsQuery, submissionQuery, workingCatalogueQuery } from "#lib/shared-queries.ts";
import { vault } from "#lib/vault.ts";
import { PersonLine } from "#ui/person-line.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import styles from "./app-shell.module.css";
import { PendingPage } from "./error-page.tsx";
import { KeptWork } from "./kept-work.tsx";
import { useLeaving } from "./leaving.ts";
import { signedInTexts } from "./signed-in.texts.ts";
import type { WithoutNetwork as WithoutNetworkNotice } from "./without-network.tsx";

/** Resolves when what this browser keeps of people's work can be read and more of it kept, and the report of this address, where it is on its way. */
export async function ready(): Promise<void> {
  await Promise.all([keepsWork(), reportHere()]);
}

async function keepsWork(): Promise<void> {
  await vault.open();
  const { person } = pagePerson.now();
  // Also the first key press goes straight into the journal.
  if (person !== null) await vault.prepare(person.id);
}

const reportAddress = /^\/(\w+)\/reports\/([^/]+)/;
/** A report that takes longer is waited for in its frame. */
const reportWithinMs = 200;

/**
 * Whoever opens a report by its address: its data, which their document asked for (`early` in `page-list.ts`), are read before the page is drawn. A page
 * that found them missing would show that for a third of a second at least (React waits so long before it shows the next thing).
 */
async function reportHere(): Promise<void> {
  const [, lang, submissionId] = reportAddress.exec(location.pathname) ?? [];
  if (pageClient === null || submissionId === undefined || !isLanguage(lang) || pagePerson.now().person === null)
    return;
  await Promise.race([
    readReport(pageClient, lang, submissionId),
    new Promise((resolve) => setTimeout(resolve, reportWithinMs)),
  ]);
}

/** What a page of a report reads, where it was not read yet: a page that is there already asks again by itself when it should. */
async function readReport(client: QueryClient, lang: Language, submissionId: string): Promise<void> {
  const isUnread = (key: QueryKey) => client.getQueryState(key) === undefined;
  const report = submissionQuery(submissionId);
  const catalogue = workingCatalogueQuery(client, lang);
  await Promise.all([
    isUnread(report.queryKey) && client.prefetchQuery(report),
    isUnread(catalogue.queryKey) && client.prefetchQuery(catalogue),
    isUnread(countriesQuery.queryKey) && client.prefetchQuery(countriesQuery),
  ]);
}

// The parts of the frame for people who signed in. Visitors who only read never load this file (`signed-in-parts.ts`).

// What only an end of the session needs comes after the page, so that it is there when nothing can be fetched.
const SessionLayer = later(() => import("./session-layer.tsx").then((m) => m.SessionLayer));
const SignOutKey = later(() => import("./sign-out.tsx").then((m) => m.SignOutKey), afterPage);
const SignOutQuestion = later(() => import("./sign-out.tsx").then((m) => m.SignOutQuestion), afterPage);

/** Navigation for the person's own work, under the masthead on petrol: its colour tells the work pages from the public ones. */
export function WorkBand({ role }: { readonly role: Role }) {
  const t = useTexts(signedInTexts);
  const names = useTexts(roleTexts).name;
  const lang = useLanguage();
  useReportEarly();
  const params = { lang };
  const isDesk = mayDo(role, "rounds.manage");
  return (
    <nav aria-label={t.workNav} className={styles.band}>
      <div className={styles.bandInner}>
        <span className={styles.bandRole}>{names[role]}</span>
        <ul>
          {/* The home of who only reads what is published is the Network, that of the Secretariat its round: one place has one key. */}
          {readsForOrganisation(role) || isDesk ? null : (
            <li>
              <Link to="/$lang/home" params={params}>
                {roleFacts[role].makesReport ? t.nav.report : t.nav.home}
              </Link>
            </li>
          )}
          {isDesk ? <SecretariatLinks /> : null}
          {!isDesk && scopeOf(role, "status-board.read") === "any" ? (
            <li>
              <Link to="/$lang/rounds" params={params}>
                {t.nav.round}
              </Link>
            </li>
          ) : null}
          {mayDo(role, "network.read") ? (
            <li>
              <Link to="/$lang/network/$" params={{ lang, _splat: "" }}>
                {t.nav.network}
              </Link>
            </li>
          ) : null}
        </ul>
      </div>
    </nav>
  );
}

/** Whoever arrives at a report by its address: its data come together with the code of its pages, not after it. */
function useReportEarly(): void {
  const client = useQueryClient();
  const lang = useLanguage();
  const submissionId = useLocation({ select: ({ pathname }) => reportAddress.exec(pathname)?.[2] });
  useEffect(() => {
    if (submissionId !== undefined) void readReport(client, lang, submissionId);
  }, [client, lang, submissionId]);
}

function SecretariatLinks() {
  const t = useTexts(signedInTexts);
  const lang = useLanguage();
  const path = useLocation({ select: (location) => location.pathname });
  const { session } = useSession();
  const { data } = useQuery({ ...roundsQuery, staleTime: 300_000 });
  const round = currentRound(data?.rounds ?? [], serverToday(session));
  const year = /\/rounds\/(\d{4})/.exec(path)?.[1] ?? round?.year.toString();
  const params = { lang };
  return (
    <>
      <li>
        <Link
          to="/$lang/rounds"
          params={params}
          aria-current={/\/rounds(\/\d+)?$/.test(path) ? "page" : undefined}
          activeOptions={{ exact: true }}
        >
          {t.nav.round}
        </Link>
      </li>
      <li>
        <Link to="/$lang/reviews" params={params} activeOptions={{ includeSearch: false }}>
          {t.nav.reviews}
        </Link>
      </li>
      {year === undefined ? null : (
        <li>
          <Link to="/$lang/rounds/$year/reminders" params={{ lang, year }} activeOptions={{ includeSearch: false }}>
            {t.nav.reminders}
          </Link>
        </li>
      )}
      <li>
        <Link to="/$lang/mail" params={params} activeOptions={{ includeSearch: false }}>
          {t.nav.mail}
        </Link>
      </li>
      <li>
        <Link to="/$lang/people" params={params} activeOptions={{ includeSearch: false }}>
          {t.nav.people}
        </Link>
      </li>
    </>
  );
}

export function Account({ person }: { readonly person: Person }) {
  const { displayName: name, role, country } = person;
  const t = useTexts(signedInTexts);
  const names = useTexts(roleTexts).name;
  const ref = useRef<HTMLDetailsElement>(null);
  const leaving = useLeaving(person);
  return (
    <>
      <details
        ref={ref}
        className={styles.account}
        onKeyDown={(event) => {
          if (event.key === "Escape" && ref.current?.open) {
            ref.current.open = false;
            ref.current.querySelector("summary")?.focus();
          }
        }}
        onBlur={(event) => {
          if (ref.current && !ref.current.contains(event.relatedTarget)) ref.current.open = false;
        }}
      >
        <summary aria-label={t.account(name)}>
          <span>{name}</span>
          <svg viewBox="0 0 12 8" width="11" height="7" aria-hidden="true">
            <path d="m1 1.2 5 5 5-5" fill="none" stroke="currentColor" strokeWidth="1.8" />
          </svg>
        </summary>
        <div className={styles.accountBody}>
          <PersonLine name={name} detail={country === null ? names[role] : `${names[role]} · ${country}`} />
          <SignOutKey leaving={leaving} person={person} />
        </div>
      </details>
      {/* Beside the menu and not in it: the menu folds when it loses the focus. */}
      <SignOutQuestion person={person} leaving={leaving} />
    </>
  );
}

/**
 * Shows its pages only to people who signed in and sends others to the sign-in page and back. A person inside stays when the session ends or
 * another tab signs somebody else in: what is being typed must not vanish, so a dialog over the page asks how to continue.
 */
export function SignedIn() {
  const { person, isPending, error } = useSession();
  useEffect(() => pagePerson.hold(), []);
  const WithoutNetwork = useWithoutNetwork();
  useOwnPlace();
  if (person !== null) {
    return (
      <>
        <div className={styles.notices}>
          <SessionHere />
          {WithoutNetwork === null ? null : <WithoutNetwork person={person} />}
          <KeptWork person={person} />
        </div>
        <Outlet />
      </>
    );
  }
  if (isPending) return <PendingPage />;
  // It is not known whether anybody is signed in: that is no reason to ask for a password.
  if (error !== null) throw error;
  return <ToSignIn />;
}

/** Its words are fetched before they are needed. */
function SessionHere() {
  const { standing } = usePagePerson();
  useEffect(() => afterPage(() => void SessionLayer.prepare()), []);
  return standing.kind === "same" ? null : <SessionLayer />;
}

/** What keeps the focus and the current link in sight; after the page itself, which is more urgent. */
function useOwnPlace() {
  const href = useLocation({ select: (location) => location.href });
  useEffect(() => {
    let end: (() => void) | undefined;
    let isOver = false;
    const begin = () =>
      import("./keep-place.ts").then((m) => {
        if (!isOver) end = m.keepPlace();
      });
    const cancel = afterPage(() => void begin().catch(() => undefined));
    return () => {
      isOver = true;
      cancel();
      end?.();
    };
  }, []);
  useEffect(() => {
    // At every address another link is current.
    const load = () => import("./current-in-view.ts").then((m) => m.currentInView());
    return afterPage(() => void load().catch(() => undefined));
  }, [href]);
}

/** After the page itself, which is more urgent. Without network it comes from where the page came from. */
function useWithoutNetwork() {
  const [part, setPart] = useState<{ readonly Notice: typeof WithoutNetworkNotice } | null>(null);
  useEffect(() => {
    const load = () => import("./without-network.tsx").then((m) => setPart({ Notice: m.WithoutNetwork }));
    return afterPage(() => load().catch(() => undefined));
  }, []);
  return part?.Notice ?? null;
}

function ToSignIn() {
  const lang = useLanguage();
  const { state } = useRouter();
  // Remembered at the first render: during the redirect the window's address is already that of the sign-in page.
  const [next] = useState(() => state.location.href);
  return <Navigate to="/$lang/sign-in" params={{ lang }} search={{ next }} replace />;
}
