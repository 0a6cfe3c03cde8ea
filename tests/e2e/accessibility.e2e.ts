import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { seedDemonstration } from "../../apps/local/src/demonstration/seed-demonstration.ts";
import { expectAccessible, waitUntilShown } from "./support/accessible.ts";
import { reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession } from "./support/pages.ts";
import { type Portal, startPortal } from "./support/portal.ts";

const now = "2026-11-20T15:00:00Z";
const password = "avances demonstration";
const domain = "demo.avances.example";
const year = 2026;

/** Every page as each role meets it. `{CRI}` stands for the report of Costa Rica in the open round. */
const pages = {
  "": [
    "",
    "/indicators",
    "/indicators/TIP-LEG-01",
    "/indicators/TIP-PRO-01",
    "/indicators/TIP-PRO-04?view=bars",
    "/indicators/TIP-LEG-06",
    "/countries",
    "/countries/MEX",
    "/index",
    "/about",
    "/sign-in",
    "/password-reset",
    "/invitation#token-of-a-link-that-nobody-was-ever-sent-0000",
    "/no-such-page",
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
  ts: [
    "/home",
    "/rounds#all",
    `/rounds/${year}`,
    `/rounds/${year}?country=NIC`,
    `/rounds/${year}/reminders`,
    `/rounds/${year}/reminders?tab=send`,
    `/rounds/${year}/reminders?tab=ledger`,
    "/mail",
    "/people",
    "/reviews",
    "/reviews/{GTM}",
    "/reviews/{SLV}",
  ],
} as const;

type Words = Readonly<Record<"en" | "es", string>>;

/** Layers over a page, and the buttons that lead to them. */
const layers: readonly { person: string; path: string; press: readonly Words[]; question?: Words }[] = [
  {
    person: "ts",
    path: `/rounds/${year}?country=NIC`,
    press: [{ en: "Give a later date", es: "Conceder una prórroga" }],
  },
  {
    person: "ts",
    path: `/rounds/${year}?country=NIC`,
    press: [{ en: "Exempt from this round", es: "Eximir de esta ronda" }],
  },
  {
    person: "ts",
    path: `/rounds/${year}/reminders?tab=send`,
    press: [
      { en: "Show the messages", es: "Mostrar los mensajes" },
      { en: "Send \\d+ messages", es: "Enviar \\d+ mensajes" },
    ],
  },
  { person: "ts", path: "/people", press: [{ en: "Invite a person", es: "Invitar a una persona" }] },
  { person: "ts", path: "/people", press: [{ en: "End account", es: "Terminar la cuenta" }] },
  { person: "ts", path: "/reviews/{GTM}", press: [{ en: "Accept", es: "Aceptar" }] },
  {
    person: "ts",
    path: "/reviews/{GTM}",
    press: [
      { en: "Question this answer", es: "Preguntar por esta respuesta" },
      { en: "Return for clarification", es: "Devolver para aclaración" },
    ],
    question: { en: "Your question to the country", es: "Su pregunta al país" },
  },
  { person: "ts", path: "/reviews/{SLV}", press: [{ en: "Publish", es: "Publicar" }] },
  {
    person: "focal.gtm",
    path: "/reports/{GTM}/receipt",
    press: [{ en: "Take the report back", es: "Retirar el informe" }],
  },
];

describe("every page, for every role, is accessible in both languages, light and dark, wide and narrow", () => {
  let portal: Portal;
  let browser: Browser;
  const reports = new Map<string, string>();
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([
      startPortal({
        now,
        demonstration: true,
        prepare: (deps, ownerUrl) => seedDemonstration(deps, { ownerUrl, now: new Date(now), log: () => undefined }),
      }),
      launchBrowser(),
    ]);
    const secretariat = await signInByApi(portal, `ts@${domain}`, password);
    for (const country of ["CRI", "GTM", "HND", "SLV"]) {
      reports.set(country, await reportOf(secretariat, year, country));
    }
    await secretariat.leave();
  });

  afterEach(({ task }) => leaveAll(visitors, task));

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  const addressOf = (path: string) => path.replace(/\{(\w+)\}/, (_, country: string) => reports.get(country) ?? "");

  for (const [person, paths] of Object.entries(pages)) {
    for (const path of paths) {
      test(`${person === "" ? "anybody" : person}: ${path === "" ? "/" : path}`, async () => {
        const visitor = await arrive(browser);
        visitors.push(visitor);
        const { page } = visitor;
        if (person !== "") await bringSession(visitor, portal, `${person}@${domain}`, password);
        await page.goto(`${portal.url}/en${addressOf(path)}`);
        await waitUntilShown(page);
        await expect(page.locator("html")).toHaveAttribute("lang", "en");
        // Four looks in which every two of language, colours and width meet once.
        await expectAccessible(page, { colorScheme: "light", width: 1440 });
        await expectAccessible(page, { colorScheme: "dark", width: 390 });

        const english = new URL(page.url());
        await page.keyboard.press("Escape");
        await page.getByRole("link", { name: "Español" }).click();
        await page.waitForURL((url) => url.pathname === english.pathname.replace(/^\/en/, "/es"));
        await waitUntilShown(page);
        await expect(page.locator("html")).toHaveAttribute("lang", "es");
        await expectAccessible(page, { colorScheme: "dark", width: 1440 });
        await expectAccessible(page, { colorScheme: "light", width: 390 });
        expect(visitor.complaints()).toEqual([]);
      });
    }
  }

  for (const { person, path, press, question } of layers) {
    test(`${person}: ${path}, ${press.map(({ en }) => en).join(", ")}`, async () => {
      for (const language of ["en", "es"] as const) {
        const visitor = await arrive(browser);
        visitors.push(visitor);
        const { page } = visitor;
        await bringSession(visitor, portal, `${person}@${domain}`, password);
        await page.goto(`${portal.url}/${language}${addressOf(path)}`);
        await waitUntilShown(page);
        for (const [step, words] of press.entries()) {
          const isLast = step === press.length - 1;
          if (isLast && question) await page.getByLabel(question[language]).first().fill("¿1310?");
          const name = new RegExp(`^${words[language]}`);
          await page.getByRole("button", { name }).first().click();
        }
        await page.getByRole("dialog").waitFor();
        await expectAccessible(page, { colorScheme: language === "en" ? "light" : "dark", width: 1440 });
        await expectAccessible(page, { colorScheme: language === "en" ? "dark" : "light", width: 390 });
        expect(visitor.complaints()).toEqual([]);
      }
    });
  }
});
