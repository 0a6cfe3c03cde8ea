import { mayDo, type Role, roleFacts, scopeOf } from "@avances/domain/access";
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, Outlet, useLocation, useParams, useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { isLanguage, type Language, LanguageContext, preferredLanguage, useLanguage } from "#i18n/language.ts";
import { currentRound } from "#lib/current-round.ts";
import { type Person, pagePerson } from "#lib/page-person.ts";
import { serverToday, useSession } from "#lib/session.ts";
import { roundsQuery } from "#lib/shared-queries.ts";
import { Announcer } from "#ui/announcer.tsx";
import { DemonstrationBanner } from "#ui/demonstration-banner.tsx";
import { LanguageSwitch } from "#ui/language-switch.tsx";
import { PersonLine } from "#ui/person-line.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import { ThemeSwitch } from "#ui/theme-switch.tsx";
import { Wordmark } from "#ui/wordmark.tsx";
import { appTexts } from "./app.texts.ts";
import styles from "./app-shell.module.css";
import { PendingPage } from "./error-page.tsx";
import { KeptWork } from "./kept-work.tsx";
import { SessionLayer } from "./session-layer.tsx";
import { SignOutKey, SignOutQuestion, useLeaving } from "./sign-out.tsx";

/** The frame of every page: masthead, the work navigation for people who signed in, the page, the footer. */
export function AppShell() {
  const { lang } = useParams({ from: "/$lang" });
  const language: Language = isLanguage(lang) ? lang : preferredLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <Frame>
        <Outlet />
      </Frame>
    </LanguageContext>
  );
}

function Frame({ children }: { readonly children: ReactNode }) {
  const t = useTexts(appTexts);
  const lang = useLanguage();
  // Makes this render again at every navigation, so that signing in (which empties the old session's cache) shows in the masthead.
  useLocation({ select: (location) => location.pathname });
  const { person, session } = useSession();
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {t.skip}
      </a>
      <DemonstrationBanner shown={session?.demonstration === true} />
      <header className={styles.masthead}>
        <div className={styles.top}>
          <Link to="/$lang" params={{ lang }} className={styles.brand}>
            <Wordmark />
            <span className={styles.tagline}>{t.tagline}</span>
          </Link>
          <div className={styles.tools} data-print="no">
            <LanguageSwitch />
            {person === null ? (
              <Link to="/$lang/sign-in" params={{ lang }} className={styles.signIn}>
                {t.signIn}
              </Link>
            ) : (
              <Account person={person} />
            )}
          </div>
        </div>
        <nav aria-label={t.publicNav} className={styles.publicNav}>
          <ul>
            <NavItem>
              <Link to="/$lang" params={{ lang }} activeOptions={{ exact: true, includeSearch: false }}>
                {t.nav.region}
              </Link>
            </NavItem>
            <NavItem>
              <Link to="/$lang/indicators" params={{ lang }} activeOptions={{ includeSearch: false }}>
                {t.nav.indicators}
              </Link>
            </NavItem>
            <NavItem>
              <Link to="/$lang/countries" params={{ lang }} activeOptions={{ includeSearch: false }}>
                {t.nav.countries}
              </Link>
            </NavItem>
            <NavItem>
              <Link to="/$lang/index" params={{ lang }} activeOptions={{ includeSearch: false }}>
                {t.nav.index}
              </Link>
            </NavItem>
            <NavItem>
              <Link to="/$lang/about" params={{ lang }}>
                {t.nav.about}
              </Link>
            </NavItem>
          </ul>
        </nav>
      </header>
      {person === null ? null : <WorkBand role={person.role} />}
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Announcer />
      <footer className={styles.foot}>
        <div className={styles.footInner}>
          <p className={styles.footAbout}>{t.footer.about}</p>
          <ul className={styles.footLinks}>
            <li>
              <Link to="/$lang/about" params={{ lang }}>
                {t.footer.method}
              </Link>
            </li>
            <li>
              <a href="/api/v1/public/data.csv" download>
                {t.footer.data}
              </a>
            </li>
            <li>
              <a href="/docs">{t.footer.api}</a>
            </li>
          </ul>
          <ThemeSwitch />
        </div>
      </footer>
    </div>
  );
}

function NavItem({ children }: { readonly children: ReactNode }) {
  return <li>{children}</li>;
}

/** Navigation for the person's own work, under the masthead on petrol: its colour tells the work pages from the public ones. */
function WorkBand({ role }: { readonly role: Role }) {
  const t = useTexts(appTexts);
  const names = useTexts(roleTexts).name;
  const lang = useLanguage();
  const params = { lang };
  const isDesk = mayDo(role, "rounds.manage");
  return (
    <nav aria-label={t.workNav} className={styles.band}>
      <div className={styles.bandInner}>
        <span className={styles.bandRole}>{names[role]}</span>
        <ul>
          <NavItem>
            <Link to="/$lang/home" params={params}>
              {roleFacts[role].makesReport ? t.nav.report : t.nav.home}
            </Link>
          </NavItem>
          {isDesk ? <SecretariatLinks /> : null}
          {!isDesk && scopeOf(role, "status-board.read") === "any" ? (
            <NavItem>
              <Link to="/$lang/rounds" params={params}>
                {t.nav.round}
              </Link>
            </NavItem>
          ) : null}
        </ul>
      </div>
    </nav>
  );
}

function SecretariatLinks() {
  const t = useTexts(appTexts);
  const lang = useLanguage();
  const path = useLocation({ select: (location) => location.pathname });
  const { session } = useSession();
  const { data } = useQuery({ ...roundsQuery, staleTime: 300_000 });
  const round = currentRound(data?.rounds ?? [], serverToday(session));
  const year = /\/rounds\/(\d{4})/.exec(path)?.[1] ?? round?.year.toString();
  const params = { lang };
  return (
    <>
      <NavItem>
        <Link
          to="/$lang/rounds"
          params={params}
          aria-current={/\/rounds(\/\d+)?$/.test(path) ? "page" : undefined}
          activeOptions={{ exact: true }}
        >
          {t.nav.round}
        </Link>
      </NavItem>
      <NavItem>
        <Link to="/$lang/reviews" params={params} activeOptions={{ includeSearch: false }}>
          {t.nav.reviews}
        </Link>
      </NavItem>
      {year === undefined ? null : (
        <NavItem>
          <Link to="/$lang/rounds/$year/reminders" params={{ lang, year }} activeOptions={{ includeSearch: false }}>
            {t.nav.reminders}
          </Link>
        </NavItem>
      )}
      <NavItem>
        <Link to="/$lang/mail" params={params} activeOptions={{ includeSearch: false }}>
          {t.nav.mail}
        </Link>
      </NavItem>
      <NavItem>
        <Link to="/$lang/people" params={params} activeOptions={{ includeSearch: false }}>
          {t.nav.people}
        </Link>
      </NavItem>
    </>
  );
}

function Account({ person }: { readonly person: Person }) {
  const { displayName: name, role, country } = person;
  const t = useTexts(appTexts);
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
          <SignOutKey leaving={leaving} />
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
  if (person !== null) {
    return (
      <>
        <div className={styles.notices}>
          <SessionLayer />
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

function ToSignIn() {
  const lang = useLanguage();
  const { state } = useRouter();
  // Remembered at the first render: during the redirect the window's address is already that of the sign-in page.
  const [next] = useState(() => state.location.href);
  return <Navigate to="/$lang/sign-in" params={{ lang }} search={{ next }} replace />;
}
