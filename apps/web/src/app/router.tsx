import { createRouter, lazyRouteComponent, type RouteComponent, type RouterHistory } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { loadPart } from "#lib/part.ts";
import { AppShell } from "./app-shell.tsx";
import { ErrorPage, NotFoundPage, PendingPage } from "./error-page.tsx";
import * as routes from "./routes.ts";
import { parseSearch, stringifySearch } from "./search.ts";
import { loadSignedIn } from "./signed-in-parts.ts";

/** A page in its own chunk, fetched when somebody goes (or is about to go) there. */
function page(load: () => Promise<ComponentType>): { component: RouteComponent } {
  return { component: lazyRouteComponent(async () => ({ default: await loadPart(load) })) as RouteComponent };
}

routes.rootRoute.update({ notFoundComponent: NotFoundPage });
routes.languageRoute.update({ component: AppShell, notFoundComponent: NotFoundPage });
routes.signedInRoute.update(page(() => loadSignedIn().then((m) => m.SignedIn)));

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

routes.homeRoute.update(page(() => import("#features/home/home-page.tsx").then((m) => m.HomePage)));
routes.formRoute.update(page(() => import("#features/report/form/form-page.tsx").then((m) => m.FormPage)));
routes.checkRoute.update(page(() => import("#features/report/check/check-page.tsx").then((m) => m.CheckPage)));
routes.reportPaperRoute.update(
  page(() => import("#features/report/paper/report-on-paper.tsx").then((m) => m.ReportOnPaper)),
);
routes.blankFormRoute.update(page(() => import("#features/report/paper/blank-form.tsx").then((m) => m.BlankForm)));
routes.ministriesRoute.update(
  page(() => import("#features/report/check/check-page.tsx").then((m) => m.MinistriesPage)),
);
routes.receiptRoute.update(page(() => import("#features/report/receipt/receipt-page.tsx").then((m) => m.ReceiptPage)));
routes.publicationRoute.update(
  page(() => import("#features/countries/publication-page.tsx").then((m) => m.PublicationPage)),
);
routes.roundsRoute.update(page(() => import("#features/rounds/rounds-page.tsx").then((m) => m.RoundsPage)));
routes.roundRoute.update(page(() => import("#features/rounds/round-page.tsx").then((m) => m.RoundPage)));
routes.remindersRoute.update(page(() => import("#features/notices/reminders-page.tsx").then((m) => m.RemindersPage)));
routes.asksRoute.update(page(() => import("#features/asks/asks-page.tsx").then((m) => m.AsksPage)));
routes.mailRoute.update(page(() => import("#features/notices/outgoing-mail-page.tsx").then((m) => m.OutgoingMailPage)));
routes.reviewsRoute.update(page(() => import("#features/review-desk/reviews-page.tsx").then((m) => m.ReviewsPage)));
routes.reviewRoute.update(
  page(() => import("#features/review-desk/review-desk-page.tsx").then((m) => m.ReviewDeskPage)),
);
routes.peopleRoute.update(page(() => import("#features/people/people-page.tsx").then((m) => m.PeoplePage)));

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
