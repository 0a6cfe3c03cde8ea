import { useQueryClient } from "@tanstack/react-query";
import { type ErrorComponentProps, useLocation, useRouter } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { isLanguage, LanguageContext, preferredLanguage, useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { pagePerson } from "#lib/page-person.ts";
import { whenPortalAnswers } from "#lib/part.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { appTexts } from "./app.texts.ts";
import styles from "./app-shell.module.css";
import { pageFault } from "./page-fault.ts";

/** Shown in place of a page that failed: what happened, what is safe, what to do. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useTexts(appTexts);
  const router = useRouter();
  const lang = useLanguage();
  const path = useLocation({ select: (location) => location.href });
  const fault = pageFault(error);
  const client = useQueryClient();
  const retry = useCallback(() => {
    // Failed queries stay failed in the cache; reset them so that they run again.
    void client.resetQueries({ predicate: ({ state }) => state.status === "error" });
    reset();
    void router.invalidate();
  }, [client, reset, router]);
  useEffect(() => {
    if (fault === "offline") {
      const watch = new AbortController();
      void whenPortalAnswers(retry, watch.signal);
      return () => watch.abort();
    }
    if (fault === "signedOut" || fault === "otherPerson") {
      return pagePerson.subscribe(({ standing }) => {
        if (standing.kind === "same") retry();
      });
    }
    return undefined;
  }, [fault, retry]);
  if (fault === "notFound") return <NotFoundPage />;
  const reference = error instanceof ApiProblem ? error.problem?.instance : undefined;
  const { title, text } = t.error[fault];
  return (
    <div className={styles.message} role="alert">
      <PageHeader title={title} description={null} lead={text} />
      <div className="row">
        {fault === "outdated" || fault === "unloaded" ? (
          <Button variant="primary" data-needs="portal">
            {fault === "outdated" ? t.error.reload : t.error.retry}
          </Button>
        ) : fault === "signedOut" ? (
          <LinkButton variant="primary" to="/$lang/sign-in" params={{ lang }} search={{ next: path }}>
            {t.signIn}
          </LinkButton>
        ) : (
          <Button variant="primary" onClick={retry}>
            {t.error.retry}
          </Button>
        )}
        <LinkButton to="/$lang" params={{ lang }}>
          {t.notFound.back}
        </LinkButton>
      </div>
      {reference ? <p className="quiet small">{t.error.reference(reference)}</p> : null}
    </div>
  );
}

/** Also used outside the shell, for addresses that do not even begin with a language. */
export function NotFoundPage() {
  const first = useLocation({ select: (location) => location.pathname }).split("/")[1];
  const lang = isLanguage(first) ? first : preferredLanguage();
  return (
    <LanguageContext value={lang}>
      {isLanguage(first) ? (
        <NotFound />
      ) : (
        <main>
          <NotFound />
        </main>
      )}
    </LanguageContext>
  );
}

function NotFound() {
  const t = useTexts(appTexts);
  const lang = useLanguage();
  return (
    <div className={styles.message}>
      <PageHeader title={t.notFound.title} lead={t.notFound.text} />
      <LinkButton variant="primary" to="/$lang" params={{ lang }}>
        {t.notFound.back}
      </LinkButton>
    </div>
  );
}

export function PendingPage() {
  return (
    <div className={styles.pending}>
      <Skeleton rows={4} />
    </div>
  );
}
