import { Link, Outlet, useLocation, useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { isLanguage, type Language, LanguageContext, preferredLanguage, useLanguage } from "#i18n/language.ts";
import { pageFacts } from "#lib/page-facts.ts";
import { useSession } from "#lib/session.ts";
import { Announcer } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { DemonstrationBanner } from "#ui/demonstration-banner.tsx";
import { LanguageSwitch } from "#ui/language-switch.tsx";
import { ThemeSwitch } from "#ui/theme-switch.tsx";
import { Wordmark } from "#ui/wordmark.tsx";
import { appTexts } from "./app.texts.ts";
import styles from "./app-shell.module.css";
import { SearchOpener } from "./search-opener.tsx";
import { useSignedIn } from "./signed-in-parts.ts";

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

/** Where somebody fills in a report the frame is one row, with the work navigation in it: the way to the public pages is the wordmark. */
const isForm = /\/reports\/[^/]+$/;

function Frame({ children }: { readonly children: ReactNode }) {
  const t = useTexts(appTexts);
  const lang = useLanguage();
  // Makes this render again at every navigation, so that signing in (which empties the old session's cache) shows in the masthead.
  const path = useLocation({ select: (location) => location.pathname });
  const { person, session } = useSession();
  const signedIn = useSignedIn(person !== null);
  const isDesk = isForm.test(path);
  const band = person === null || signedIn === null ? null : <signedIn.WorkBand role={person.role} />;
  return (
    <div className={isDesk ? `${styles.shell} ${styles.desk}` : styles.shell}>
      <a href="#content" className={styles.skip}>
        {t.skip}
      </a>
      <DemonstrationBanner shown={session?.demonstration ?? pageFacts().demonstration} />
      <header className={styles.masthead}>
        <div className={styles.top}>
          <Link to="/$lang" params={{ lang }} className={styles.brand}>
            <Wordmark />
            <span className={styles.tagline}>{t.tagline}</span>
          </Link>
          {isDesk ? band : null}
          <div className={styles.tools} data-print="no">
            <SearchOpener />
            <LanguageSwitch />
            {person === null || signedIn === null ? (
              <Link to="/$lang/sign-in" params={{ lang }} className={styles.signIn}>
                {t.signIn}
              </Link>
            ) : (
              <signedIn.Account person={person} />
            )}
          </div>
        </div>
        <nav aria-label={t.publicNav} className={styles.publicNav}>
          <ul>
            <li>
              <Link to="/$lang" params={{ lang }} activeOptions={{ exact: true, includeSearch: false }}>
                {t.nav.region}
              </Link>
            </li>
            <li>
              <Link to="/$lang/indicators" params={{ lang }} activeOptions={{ includeSearch: false }}>
                {t.nav.indicators}
              </Link>
            </li>
            <li>
              <Link to="/$lang/countries" params={{ lang }} activeOptions={{ includeSearch: false }}>
                {t.nav.countries}
              </Link>
            </li>
            <li>
              <Link to="/$lang/articles" params={{ lang }} activeOptions={{ includeSearch: false }}>
                {t.nav.articles}
              </Link>
            </li>
            <li>
              <Link to="/$lang/index" params={{ lang }} activeOptions={{ includeSearch: false }}>
                {t.nav.index}
              </Link>
            </li>
            <li>
              <Link to="/$lang/about" params={{ lang }}>
                {t.nav.about}
              </Link>
            </li>
          </ul>
        </nav>
      </header>
      {isDesk ? null : band}
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Announcer />
      {/* Shown by its styles when a part did not come (`lib/part.ts`): ready on each page, because then nothing can be fetched, nor perhaps drawn. */}
      <div role="alert" className={styles.unloaded} data-print="no">
        <span className={styles.why}>{t.error.unloaded.text}</span>
        <span className={styles.outdated}>{t.error.outdated.title}.</span>{" "}
        <Button size="small" data-needs="portal">
          {t.error.retry}
        </Button>
      </div>
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
              <Link to="/$lang/documents" params={{ lang }}>
                {t.footer.documents}
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
