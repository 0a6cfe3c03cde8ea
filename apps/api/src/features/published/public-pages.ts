import { listCountries } from "@avances/contracts";
import { articleKey } from "@avances/domain/catalogue";
import type { ReferenceData } from "@avances/domain/reference";
import { listedOnly } from "#http/listed-only.ts";
import type { PageSource } from "#http/pages/drawn-pages.ts";
import type { KnownValues, Page } from "#http/pages/page-list.ts";
import { type ChangedOn, sitemapXml } from "#http/pages/sitemap.ts";
import { type Premade, premakeAside, premakePlain } from "#http/premade.ts";
import type { Told } from "./edition-source.ts";
import type { Release } from "./release.ts";

/** The keys of a release are the addresses below it. */
const publicPrefix = "/public/";

/** What the present edition says about the pages of the portal. Both refuse with `unavailable` while an older release's edition is being replaced. */
export interface PublicPages {
  /** Which indicators and countries have a page. */
  known(): Promise<KnownValues>;
  /** Gives the list of all public pages for search engines. */
  sitemapOf(pages: readonly Page[]): () => Promise<Premade>;
  /** What pages are drawn from. */
  source(): PageSource;
}

/** Each answer is made once for each edition. */
export function publicPages(
  current: () => Release,
  publicUrl: string,
  reference: Pick<ReferenceData, "countries">,
): PublicPages {
  let members: Premade | undefined;
  const source = keptForEach<PageSource>((release) => ({
    isReady: () =>
      release.source().then(
        () => true,
        () => false,
      ),
    async answer(path) {
      if (path === listCountries.path) {
        members ??= premakePlain(
          JSON.stringify(listedOnly(listCountries.response)({ countries: reference.countries })),
        );
        return members;
      }
      return path.startsWith(publicPrefix) ? release.get(path.slice(publicPrefix.length)) : undefined;
    },
  }));
  const known = promiseForEach(async (release) => {
    const { indicators, countries, objectives } = (await release.source()).definitions;
    const cited = [...objectives, ...indicators.map(({ definition }) => definition)].flatMap(
      ({ articles }) => articles,
    );
    // By the names of the parameters in the addresses of the web app.
    return new Map([
      ["code", new Set(indicators.map(({ definition }) => definition.code))],
      ["iso3", new Set(countries.map(({ iso3 }) => iso3))],
      ["article", new Set(cited.map(articleKey))],
    ]);
  });
  return {
    known: () => known(current()),
    source: () => source(current()),
    sitemapOf(pages) {
      const sitemap = promiseForEach(async (release) => {
        const xml = await sitemapXml(pages, await known(release), changedIn(release), publicUrl);
        return premakeAside(Buffer.from(xml), "application/xml; charset=utf-8");
      });
      return () => sitemap(current());
    },
  };
}

function keptForEach<T extends object>(make: (release: Release, forget: () => void) => T): (release: Release) => T {
  const kept = new WeakMap<Release, T>();
  return (release) => {
    const known = kept.get(release) ?? make(release, () => kept.delete(release));
    kept.set(release, known);
    return known;
  };
}

/** A failure is not kept: the next reader asks again. */
function promiseForEach<T>(make: (release: Release) => Promise<T>): (release: Release) => Promise<T> {
  return keptForEach((release, forget) => {
    const making = make(release);
    making.catch(forget);
    return making;
  });
}

function changedIn(release: Release): ChangedOn {
  return async ({ figures, path }, { code, iso3 }) => {
    if (!figures) return null;
    if (path.endsWith("/documents")) return release.changedOn({ said: "documents" });
    const told: Told = iso3 !== undefined ? { country: iso3, withIndex: true } : { withIndex: code === undefined };
    return release.changedOn({ ...told, withDefinitions: true });
  };
}
