import { useMatch, useRouter } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { pageFacts } from "#lib/page-facts.ts";
import type { PublicMatrix } from "#lib/published-queries.ts";
import { useKept } from "./in-colour.ts";
import styles from "./page-source.module.css";
import { sourceTexts } from "./page-source.texts.ts";

interface PageSourceProps {
  /** The editions in which the answers that the page is made from last changed; null before anything is published. None: the page shows no figures. */
  readonly editions: readonly PublicMatrix["edition"][];
  /** Those of which one may be kept in colour. */
  readonly countries?: readonly { readonly iso3: string; readonly name: Readonly<Record<Language, string>> }[];
}

/** What a sheet of paper says of itself, at the end of a page: whose figures they are, of which edition and date, and where the page is. */
export function PageSource({ editions, countries = [] }: PageSourceProps) {
  const t = useTexts(sourceTexts);
  const f = useFormat();
  const lang = useLanguage();
  const address = useAddress();
  const kept = useKept(countries.map(({ iso3 }) => iso3));
  const [newest] = editions.filter((edition) => edition !== null).sort((one, other) => other.id - one.id);
  return (
    <div data-on="paper" className={styles.source}>
      {kept === undefined ? null : <p>{t.inColour(countries.find(({ iso3 }) => iso3 === kept)?.name[lang] ?? kept)}</p>}
      {newest ? (
        <p>
          {newest.demonstration ? t.demonstration : t.reports}{" "}
          {t.edition(newest.id, f.date(newest.publishedAt.slice(0, 10)))}
        </p>
      ) : null}
      <p>
        {t.address} {address}
      </p>
    </div>
  );
}

/**
 * The whole address of the page, with what its route keeps in it and nothing else, in one order: the server does not know what else stood there. A comma
 * needs no escape.
 */
function useAddress(): string {
  const { routesById, options } = useRouter();
  return useMatch({
    strict: false,
    select: ({ routeId, pathname, search }) => {
      const route = Object.entries(routesById).find(([id]) => id === routeId)?.[1];
      const validateSearch = route?.options.validateSearch;
      const kept = typeof validateSearch === "function" ? validateSearch(search as never) : {};
      return (
        pageFacts().portal +
        pathname.replace(/\/$/, "") +
        (options.stringifySearch?.(kept) ?? "").replaceAll("%2C", ",")
      );
    },
  });
}
