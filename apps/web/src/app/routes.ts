import { createRootRoute, createRoute, notFound, redirect, retainSearchParams } from "@tanstack/react-router";
import { isLanguage, preferredLanguage } from "#i18n/language.ts";
import * as search from "./search.ts";

declare module "@tanstack/react-router" {
  /** What the server and search engines must know of a page; absent: it is public and shows figures. */
  interface StaticDataRouteOption {
    /** The page leads into an account, so search engines shall not list it. Pages under `signedInRoute` need not say it. */
    readonly audience?: "account";
    /** False: nothing on it changes when an edition is published. */
    readonly figures?: false;
  }
}

/**
 * The addresses of the portal and what each keeps in its search. `router.tsx` says which page is shown at which address.
 * They are separate so that the types of the addresses do not depend on the pages that use them, and because the build reads them
 * (`page-list.ts`): the server knows from here which addresses are pages.
 */
export const rootRoute = createRootRoute();

const frontDoor = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/$lang", params: { lang: preferredLanguage() }, replace: true });
  },
});

/** Every address below has its language in it. */
export const languageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "$lang",
  beforeLoad: ({ params }) => {
    if (!isLanguage(params.lang)) throw notFound();
  },
});

const under = () => languageRoute;

/** A public page with countries: between them, addresses keep the country that the reader keeps in colour, unless a link says otherwise. */
const amongCountries = {
  getParentRoute: under,
  search: { middlewares: [retainSearchParams<{ keep?: string | undefined }>(["keep"])] },
};

export const regionRoute = createRoute({ ...amongCountries, path: "/", validateSearch: search.regionSearch });
export const indicatorsRoute = createRoute({
  ...amongCountries,
  path: "indicators",
  validateSearch: search.indicatorsSearch,
});
export const indicatorRoute = createRoute({
  ...amongCountries,
  path: "indicators/$code",
  validateSearch: search.indicatorSearch,
});
export const countriesRoute = createRoute({
  ...amongCountries,
  path: "countries",
  validateSearch: search.countriesSearch,
});
export const countryRoute = createRoute({
  ...amongCountries,
  path: "countries/$iso3",
  validateSearch: search.countrySearch,
});
export const articlesRoute = createRoute({
  ...amongCountries,
  path: "articles",
  validateSearch: search.articlesSearch,
});
export const articleRoute = createRoute({
  ...amongCountries,
  path: "articles/$article",
  validateSearch: search.articlesSearch,
});
export const indexRoute = createRoute({ ...amongCountries, path: "index", validateSearch: search.indexSearch });
/** Documents of the Network that are shown to everybody. */
export const documentsRoute = createRoute({
  getParentRoute: under,
  path: "documents",
  validateSearch: search.documentsSearch,
});
export const aboutRoute = createRoute({ getParentRoute: under, path: "about", staticData: { figures: false } });
const account = { audience: "account" } as const;

export const signInRoute = createRoute({
  getParentRoute: under,
  path: "sign-in",
  validateSearch: search.signInSearch,
  staticData: account,
});
export const invitationRoute = createRoute({ getParentRoute: under, path: "invitation", staticData: account });
/** Requests a link; with a link's token after `#`, sets the new password. */
export const passwordResetRoute = createRoute({ getParentRoute: under, path: "password-reset", staticData: account });

/** Opens a section of a report with a link's token after `#`; without one it requests a link. */
export const sectionRoute = createRoute({ getParentRoute: under, path: "section", staticData: account });

/** Answers a request by the link in it, with its token after `#`; nobody signs in. */
export const answerRoute = createRoute({ getParentRoute: under, path: "answer", staticData: account });

/** Pages for people who signed in. The server decides what they see; this only saves others an error. */
export const signedInRoute = createRoute({ getParentRoute: under, id: "signed-in" });

const inside = () => signedInRoute;

export const homeRoute = createRoute({ getParentRoute: inside, path: "home" });
export const formRoute = createRoute({
  getParentRoute: inside,
  path: "reports/$submissionId",
  validateSearch: search.reportSearch,
});
/** The check before submitting. The address is older than the page's name and kept because people have bookmarks of it. */
export const checkRoute = createRoute({ getParentRoute: inside, path: "reports/$submissionId/review" });
/** For paper: the whole report, and the questions without answers. */
export const reportPaperRoute = createRoute({ getParentRoute: inside, path: "reports/$submissionId/paper" });
export const blankFormRoute = createRoute({ getParentRoute: inside, path: "reports/$submissionId/blank" });
/** What other ministries were asked for, and what contributors propose. */
export const ministriesRoute = createRoute({ getParentRoute: inside, path: "reports/$submissionId/ministries" });
export const receiptRoute = createRoute({
  getParentRoute: inside,
  path: "reports/$submissionId/receipt",
  validateSearch: search.receiptSearch,
});
export const publicationRoute = createRoute({
  getParentRoute: inside,
  path: "reports/$submissionId/publication",
});
export const roundsRoute = createRoute({ getParentRoute: inside, path: "rounds" });
export const roundRoute = createRoute({
  getParentRoute: inside,
  path: "rounds/$year",
  validateSearch: search.roundSearch,
});
export const remindersRoute = createRoute({
  getParentRoute: inside,
  path: "rounds/$year/reminders",
  validateSearch: search.remindersSearch,
});
/** Every request to a country, by whatever way, and what it answered; with `#note` the form for a call or letter is open. */
export const asksRoute = createRoute({
  getParentRoute: inside,
  path: "asks/$country",
  validateSearch: search.asksSearch,
});
/** The words of reminders: all of them, or those of one kind in one language (`message=before_7-es`) to edit. */
export const templatesRoute = createRoute({
  getParentRoute: inside,
  path: "words",
  validateSearch: search.mailSearch,
});
export const reviewsRoute = createRoute({
  getParentRoute: inside,
  path: "reviews",
  validateSearch: search.reviewsSearch,
});
export const reviewRoute = createRoute({
  getParentRoute: inside,
  path: "reviews/$submissionId",
  validateSearch: search.reviewSearch,
});
export const mailRoute = createRoute({ getParentRoute: inside, path: "mail", validateSearch: search.mailSearch });
export const peopleRoute = createRoute({ getParentRoute: inside, path: "people", validateSearch: search.peopleSearch });
/** The work of the Network around the indicators: one route, because its rooms are known where they are drawn (`features/network/rooms.ts`). */
export const networkRoute = createRoute({ getParentRoute: inside, path: "network/$" });

export const routeTree = rootRoute.addChildren([
  frontDoor,
  languageRoute.addChildren([
    regionRoute,
    indicatorsRoute,
    indicatorRoute,
    countriesRoute,
    countryRoute,
    articlesRoute,
    articleRoute,
    indexRoute,
    documentsRoute,
    aboutRoute,
    signInRoute,
    invitationRoute,
    passwordResetRoute,
    sectionRoute,
    answerRoute,
    signedInRoute.addChildren([
      homeRoute,
      formRoute,
      checkRoute,
      reportPaperRoute,
      blankFormRoute,
      ministriesRoute,
      receiptRoute,
      publicationRoute,
      roundsRoute,
      roundRoute,
      remindersRoute,
      asksRoute,
      templatesRoute,
      reviewsRoute,
      reviewRoute,
      mailRoute,
      peopleRoute,
      networkRoute,
    ]),
  ]),
]);
