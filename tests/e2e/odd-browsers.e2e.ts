import { readdirSync, readFileSync } from "node:fs";
import { parse } from "acorn";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { apiUser, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { likeTheFloor } from "./support/old-browser.ts";
import { translatePage } from "./support/page-translation.ts";
import { bringSession, openQuestion, questionOf } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** Browsers as offices have them: translating pages, or too old for the newest functions. long/offices tells a whole round in such offices. */
let browser: Browser;
let portal: Portal;
let submissionId: string;
const visitors: Visitor[] = [];

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
  await addPeople(portal, [
    { email: "ts@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
    { email: "focal@example.org", name: "Ana Solano", role: "focal_point", country: "CRI", language: "es" },
  ]);
  const secretariat = await signInByApi(portal, "ts@example.org");
  await secretariat.send("POST", "/rounds", {
    year: 2027,
    opensOn: "2027-02-01",
    dueOn: "2027-04-30",
    obligatedGroup: "CA-MEX",
  });
  submissionId = await reportOf(secretariat, 2027, "CRI");
  await secretariat.leave();
});
afterEach(({ task }) => leaveAll(visitors, task));
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

async function visitor(init?: () => void): Promise<Visitor> {
  const one = await arrive(browser);
  visitors.push(one);
  if (init) await one.context.addInitScript(init);
  return one;
}

const totalOf = (page: Page) =>
  questionOf(page, portal, "es", "TIP-PRV-02").getByRole("textbox", { name: "Total" }).first();

async function savedTotal(one: Visitor): Promise<unknown> {
  const { answers } = await apiUser(one.context.request, portal.url).get<{
    answers: readonly { indicatorCode: string; value: { total?: number } | null }[];
  }>(`/submissions/${submissionId}`);
  return answers.find(({ indicatorCode }) => indicatorCode === "TIP-PRV-02")?.value?.total ?? null;
}

describe("a page that the browser translates", () => {
  test("takes figure after figure, says that each was saved, and changes its state and back", async () => {
    const one = await visitor();
    await bringSession(one, portal, "focal@example.org");
    const question = await openQuestion(one.page, portal, "es", { submissionId, code: "TIP-PRV-02" });
    await one.page.evaluate(translatePage);
    for (const figure of [1_414, 1_616, 1_818]) {
      await totalOf(one.page).fill(String(figure));
      await totalOf(one.page).press("Tab");
      await expect.poll(() => savedTotal(one)).toBe(figure);
      await expect(question.getByText(/^Guardado a las/)).toBeVisible();
    }
    await question.getByRole("radio", { name: "No disponible" }).click();
    await expect.poll(() => savedTotal(one)).toBeNull();
    await question
      .getByRole("radio", { name: "Informado" })
      .or(question.locator("input[value=reported]"))
      .first()
      .click();
    await expect(totalOf(one.page)).toBeVisible();
    await expect(one.page.getByText("No se pudo mostrar")).toHaveCount(0);
  });
});

describe("the oldest supported browser", () => {
  test("can read what is built: its scripts, and each colour and rule of its styles", () => {
    const folder = new URL("../../apps/web/dist/assets/", import.meta.url);
    const files = readdirSync(folder);
    const textOf = (file: string) => readFileSync(new URL(file, folder), "utf8");
    const styles = files.filter((file) => file.endsWith(".css"));
    const scripts = files.filter((file) => file.endsWith(".js"));
    expect([styles.length, scripts.length > 10]).toEqual([4, true]);
    // Chrome 109 knows none of these, and drops the whole declaration or rule.
    const unknown = /light-dark\(|color-mix\(|oklch\(|@scope\b|@starting-style|[{;}]\s*&/;
    expect(styles.filter((file) => unknown.test(textOf(file)))).toEqual([]);
    const unreadable = scripts.filter((file) => {
      try {
        parse(textOf(file), { ecmaVersion: 2022, sourceType: "module" });
        return false;
      } catch {
        return true;
      }
    });
    expect(unreadable).toEqual([]);
  });

  test("reads the public pages", async () => {
    const one = await visitor(likeTheFloor);
    for (const path of [
      "/es",
      "/es/index",
      "/es/indicators",
      "/es/indicators/TIP-PRO-01",
      "/es/countries/CRI",
      "/es/documents",
      "/es/about",
    ]) {
      await one.page.goto(portal.url + path);
      await expect(one.page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(one.page.getByText("No se pudo mostrar")).toHaveCount(0);
      await expect(one.page.getByText("demasiado antiguo")).toHaveCount(0);
    }
  });

  test("saves a figure beside a link", async () => {
    const one = await visitor(likeTheFloor);
    await bringSession(one, portal, "focal@example.org");
    const question = await openQuestion(one.page, portal, "es", { submissionId, code: "TIP-PRV-02" });
    await question.getByRole("button", { name: "Agregar medio de verificación" }).click();
    await question
      .getByRole("textbox", { name: /^Título/ })
      .last()
      .fill("Informe anual");
    await question
      .getByRole("textbox", { name: /^Dirección web/ })
      .last()
      .fill("https://www.example.org/informe");
    await totalOf(one.page).fill("2020");
    await totalOf(one.page).press("Tab");
    await expect.poll(() => savedTotal(one)).toBe(2_020);
  });

  test("one below it is told so in words, with a way to the data", async () => {
    const one = await visitor(() => {
      Reflect.deleteProperty(globalThis, "structuredClone");
    });
    await one.page.goto(`${portal.url}/es`);
    await expect(one.page.getByRole("alert").filter({ hasText: "demasiado antiguo" })).toBeVisible();
    await expect(one.page.getByRole("link", { name: "data.csv" }).first()).toBeVisible();
  });
});
