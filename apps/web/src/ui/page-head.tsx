import { languages, regionLanguage } from "@avances/domain/catalogue";
import { useMatch } from "@tanstack/react-router";
import { useLanguage } from "#i18n/language.ts";
import { pageFacts } from "#lib/page-facts.ts";
import { useTellsReady } from "#lib/page-ready.ts";

export interface PageHeadProps {
  /** Without the name of the portal. */
  readonly title: string;
  /**
   * For search engines: what the page holds, in its language and true in every state of the data. Without it the page asks not to be listed
   * (it needs an account, or there is nothing at this address); null says neither, for a fault that passes.
   */
  readonly description?: string | null | undefined;
}

/** What stands in the head of the document: title, and for public pages what search engines need, with the same page in each language. */
export function PageHead({ title, description }: PageHeadProps) {
  useTellsReady();
  return (
    <>
      <title>{`${title} · Avances`}</title>
      {description === undefined ? <meta name="robots" content="noindex" /> : null}
      {description ? <Listed description={description} /> : null}
    </>
  );
}

function Listed({ description }: { readonly description: string }) {
  const lang = useLanguage();
  // The route's path with its parameters: without filters, and in the spelling of the portal whatever the reader typed.
  const pathIn = useMatch({ strict: false, select: ({ fullPath, params }) => addressOf(fullPath, params) });
  const inLanguage = (language: string) => pageFacts().portal + pathIn.replace("$lang", language);
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={inLanguage(lang)} />
      {languages.map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={inLanguage(language)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={inLanguage(regionLanguage)} />
    </>
  );
}

/** `/$lang/indicators/TIP-PRO-01`: everything but the language filled in. */
function addressOf(fullPath: string, params: Readonly<Record<string, string | undefined>>): string {
  return fullPath
    .replace(/\/$/, "")
    .replace(/\$(?!lang\b)(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}
