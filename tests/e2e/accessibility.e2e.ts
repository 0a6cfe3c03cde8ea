import { describeAccessibility, noSuchArticle, noSuchPage, year } from "./support/describe-accessibility.ts";

/** Every page as each role meets it. `{CRI}` stands for the report of Costa Rica in the open round, `{invitation}` for the token of an open invitation. */
const pages = {
  "": [
    "",
    "?instrument=SOM&dimension=PRO&since=before&keep=CRI",
    "?since=2023",
    "/indicators",
    "/indicators/TIP-LEG-01",
    "/indicators/TIP-PRO-01",
    "/indicators/TIP-PRO-04?view=bars",
    "/indicators/TIP-LEG-05",
    "/indicators/TIP-LEG-06",
    "/indicators/TIP-DAT-02?view=panels",
    "/indicators?objective=TIP-OBJ-01",
    "/articles",
    "/articles/tip-6",
    "/articles/tip-4",
    noSuchArticle,
    "/countries",
    "/countries/MEX",
    "/index",
    "/about",
    "/sign-in",
    "/password-reset",
    "/invitation#{invitation}",
    noSuchPage,
  ],
  "focal.cri": [
    "/home",
    "/reports/{CRI}?section=TIP-LEG",
    "/reports/{CRI}?section=TIP-PRO",
    "/reports/{CRI}?section=TIP-DAT",
    "/reports/{CRI}/review",
    `/rounds/${year}`,
  ],
  "focal.gtm": ["/home", "/reports/{GTM}", "/reports/{GTM}/receipt"],
  "focal.hnd": ["/home", "/reports/{HND}"],
  "contributor.cri": ["/home", "/reports/{CRI}"],
  "approver.cri": ["/home"],
  "liaison.cri": ["/home"],
  rcgm: ["/home", `/rounds/${year}`],
  ppt: ["/home"],
  iom: ["/home"],
  rncom: ["/home"],
  coalition: ["/home"],
} as const;

describeAccessibility(
  "every page of the public, the countries and the observers is accessible in both languages, light and dark, wide and narrow",
  Object.entries(pages).flatMap(([person, paths]) => paths.map((path) => ({ person, path }))),
);
