import { createRouter, lazyRouteComponent, type RouteComponent, type RouterHistory } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { loadPart } from "#lib/part.ts";
import { loadStyles, type StyleFile, styleFiles } from "#lib/style-files.ts";
import { AppShell } from "./app-shell.tsx";
import { ErrorPage, NotFoundPage, PendingPage } from "./error-page.tsx";
import * as routes from "./routes.ts";
import { parseSearch, stringifySearch } from "./search.ts";
import { loadSignedIn } from "./signed-in-parts.ts";

/** A page in its own chunk, fetched with its styles when somebody goes (or is about to go) there. */
function pageIn(styles: readonly StyleFile[]) {
  return (load: () => Promise<ComponentType>): { component: RouteComponent } => {
    const withStyles = () => Promise.all([load(), loadStyles(styles)]);
    const component = lazyRouteComponent(async () => ({ default: (await loadPart(withStyles))[0] }));
    return { component: component as RouteComponent };
  };
}

const page = pageIn(["open"]);
/** `loadSignedIn` brings those of the form. */
const form = pageIn([]);
const work = pageIn(styleFiles);

routes.rootRoute.update({ notFoundComponent: NotFoundPage });
routes.languageRoute.update({ component: AppShell, notFoundComponent: NotFoundPage });
routes.signedInRoute.update(form(() => loadSignedIn().then((m) => m.SignedIn)));

routes.regionRoute.update(page(() => import("#features/region/region-page.tsx").then((m) => m.RegionPage)));
routes.indexRoute.update(page(() => import("#features/region/index-page.tsx").then((m) => m.IndexPage)));
routes.indicatorsRoute.update(
  page(() => import("#features/indicators/indicators-page.tsx").then((m) => m.IndicatorsPage)),
);
routes.indicatorRoute.update(
  page(() => import("#features/indicators/indicator-page.tsx").then((m) => m.IndicatorPage)),
);
routes.countriesRoute.update(page(() => import("#features/countries/countries-page.tsx").then((m) => m.CountriesPage)));
routes.countryRoute.update(page(() => import("#features/countries/country-page.tsx").then((m) => m.CountryPage)));
routes.articlesRoute.update(page(() => import("#features/articles/articles-page.tsx").then((m) => m.ArticlesPage)));
routes.articleRoute.update(page(() => import("#features/articles/article-page.tsx").then((m) => m.ArticlePage)));
routes.documentsRoute.update(page(() => import("#features/documents/documents-page.tsx").then((m) => m.DocumentsPage)));
routes.aboutRoute.update(page(() => import("#features/about/about-page.tsx").then((m) => m.AboutPage)));
routes.signInRoute.update(
  page(() => {
    // Needed as soon as the person is signed in, so it loads while they type. If this fails, their first page loads it.
    loadSignedIn().catch(() => undefined);
    return import("#features/sign-in/sign-in-page.tsx").then((m) => m.SignInPage);
  }),
);
routes.invitationRoute.update(
  page(() => import("#features/sign-in/invitation-page.tsx").then((m) => m.InvitationPage)),
);
routes.passwordResetRoute.update(
  page(() => import("#features/sign-in/password-reset-page.tsx").then((m) => m.PasswordResetPage)),
);
routes.sectionRoute.update(page(() => import("#features/sign-in/section-page.tsx").then((m) => m.SectionPage)));
routes.answerRoute.update(page(() => import("#features/asks/answer-page.tsx").then((m) => m.AnswerPage)));

routes.homeRoute.update(work(() => import("#features/home/home-page.tsx").then((m) => m.HomePage)));
routes.formRoute.update(form(() => import("#features/report/form/form-page.tsx").then((m) => m.FormPage)));
routes.checkRoute.update(work(() => import("#features/report/check/check-page.tsx").then((m) => m.CheckPage)));
routes.reportPaperRoute.update(
  work(() => import("#features/report/paper/report-on-paper.tsx").then((m) => m.ReportOnPaper)),
);
routes.blankFormRoute.update(work(() => import("#features/report/paper/blank-form.tsx").then((m) => m.BlankForm)));
routes.ministriesRoute.update(
  work(() => import("#features/report/check/check-page.tsx").then((m) => m.MinistriesPage)),
);
routes.receiptRoute.update(work(() => import("#features/report/receipt/receipt-page.tsx").then((m) => m.ReceiptPage)));
routes.publicationRoute.update(
  work(() => import("#features/countries/publication-page.tsx").then((m) => m.PublicationPage)),
);
routes.roundsRoute.update(work(() => import("#features/rounds/rounds-page.tsx").then((m) => m.RoundsPage)));
routes.roundRoute.update(work(() => import("#features/rounds/round-page.tsx").then((m) => m.RoundPage)));
routes.remindersRoute.update(work(() => import("#features/notices/reminders-page.tsx").then((m) => m.RemindersPage)));
routes.asksRoute.update(work(() => import("#features/asks/asks-page.tsx").then((m) => m.AsksPage)));
routes.templatesRoute.update(work(() => import("#features/templates/templates-page.tsx").then((m) => m.TemplatesPage)));
routes.mailRoute.update(work(() => import("#features/notices/outgoing-mail-page.tsx").then((m) => m.OutgoingMailPage)));
routes.reviewsRoute.update(work(() => import("#features/review-desk/reviews-page.tsx").then((m) => m.ReviewsPage)));
routes.reviewRoute.update(
  work(() => import("#features/review-desk/review-desk-page.tsx").then((m) => m.ReviewDeskPage)),
);
routes.peopleRoute.update(work(() => import("#features/people/people-page.tsx").then((m) => m.PeoplePage)));
routes.networkRoute.update({
  ...work(() => import("#features/network/network-page.tsx").then((m) => m.NetworkPage)),
  notFoundComponent: NotFoundPage,
});

/** Where there is no browser, it is told which address it is at. */
export function makeRouter(elsewhere: { readonly history?: RouterHistory; readonly origin?: string } = {}) {
  return createRouter({
    routeTree: routes.routeTree,
    ...elsewhere,
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    // A page that has come is shown at once, also where the reader has just seen that it was on its way.
    defaultPendingMinMs: 0,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: elsewhere.history === undefined,
    trailingSlash: "never",
  });
}

export type AppRouter = ReturnType<typeof makeRouter>;

declare module "@tanstack/react-router" {
  interface Register {
    router: AppRouter;
  }
}
