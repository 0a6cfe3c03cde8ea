import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, openTab, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession, openQuestion, questionOf } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** Two people of one country in the same report at the same time, each at an own computer. */
describe("two people in one report", () => {
  let portal: Portal;
  let browser: Browser;
  let report: string;
  let colleague: ApiUser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "ts@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "ana@example.org", name: "Ana Solano", role: "focal_point", country: "CRI", language: "es" },
      { email: "esteban@example.org", name: "Esteban Quirós", role: "alternate", country: "CRI", language: "es" },
    ]);
    const secretariat = await signInByApi(portal, "ts@example.org");
    const round = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
    await secretariat.send("POST", "/rounds", round);
    report = await reportOf(secretariat, 2027, "CRI");
    await secretariat.leave();
    colleague = await signInByApi(portal, "esteban@example.org");
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await colleague?.leave();
    await browser?.close();
    await portal?.close();
  });

  async function at(email: string, code: string): Promise<Visitor> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, email);
    await openQuestion(visitor.page, portal, "es", { submissionId: report, code });
    return visitor;
  }
  const question = (page: Page, code: string) => questionOf(page, portal, "es", code);
  const totalOf = (page: Page, code: string) => question(page, code).getByRole("textbox", { name: "Total" }).first();
  const cellOf = (page: Page, code: string, name: string) =>
    question(page, code).getByRole("textbox", { name, exact: true });

  /** Saves as the colleague, over whatever stands there. */
  async function saves(code: string, total: number, sex: Record<string, number> = {}): Promise<void> {
    const path = `/submissions/${report}/answers`;
    const { answers } = await colleague.get<{ answers: { revision: number }[] }>(`${path}?indicators=${code}`);
    const value = { type: "count", total, breakdowns: Object.keys(sex).length > 0 ? { sex } : {}, crossTabs: {} };
    const plain = { state: "reported", value, reason: "", comment: "", evidence: [] };
    await colleague.send("PUT", `${path}/${code}`, plain, { "if-match": `"v${answers[0]?.revision ?? 0}"` });
  }

  /** What the server holds, read directly from the database. */
  async function savedBy(code: string): Promise<{ value: { total: number; breakdowns: unknown }; by: string } | null> {
    const [row] = await portal.rows<{ value: { total: number; breakdowns: unknown }; by: string }>(
      "select value, updated_by_name as by from app.answer where submission_id = $1 and indicator_code = $2",
      [report, code],
    );
    return row ?? null;
  }

  test("each knows where the other is, and one's own other tab is called so", async () => {
    const { page, context } = await at("ana@example.org", "TIP-PRO-01");
    const here = page.getByRole("list", { name: "Personas que están ahora en este informe" });
    await expect(here).toHaveCount(0);
    const other = await at("esteban@example.org", "TIP-JUS-01");
    await totalOf(other.page, "TIP-JUS-01").focus();
    await expect(here).toContainText("Esteban Quirós está en TIP-JUS-01");
    await expect(other.page.getByText("Ana Solano está en")).toBeVisible();

    const tab = await openTab(context);
    visitors.push(tab);
    await openQuestion(tab.page, portal, "es", { submissionId: report, code: "TIP-JUS-01" });
    await expect(tab.page.getByText("Esteban Quirós está ahora en esta respuesta")).toBeVisible();
    await totalOf(tab.page, "TIP-JUS-01").focus();
    await expect(here).toContainText("Su otra pestaña está en TIP-JUS-01");
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    await tab.page.close();
    await other.page.goto(`${portal.url}/es/reports/${report}?section=SOM-LEG`);
    await expect(here).toContainText(/Esteban Quirós está en Marco normativo .+, tráfico ilícito de migrantes/);
    await other.page.goto(`${portal.url}/es/about`);
    await expect(here).toHaveCount(0);
  });

  test("what the other saves arrives without reload and is said; never under the cursor", async () => {
    const { page } = await at("ana@example.org", "TIP-JUS-02");
    await page.waitForRequest((request) => request.url().endsWith("/live"));
    await totalOf(page, "TIP-JUS-03").focus();
    await saves("TIP-JUS-02", 71);
    await expect(totalOf(page, "TIP-JUS-02")).toHaveValue("71");
    await expect(page.getByRole("status").filter({ hasText: "Esteban Quirós cambió TIP-JUS-02" })).toHaveCount(1);
    await expect(question(page, "TIP-JUS-02").getByText(/^Guardado .+ por Esteban Quirós$/)).toBeVisible();

    await saves("TIP-JUS-03", 33);
    await expect(question(page, "TIP-JUS-03").getByText(/Esteban Quirós guardó otra respuesta/)).toBeVisible();
    await expect(totalOf(page, "TIP-JUS-03")).toHaveValue("");
    await totalOf(page, "TIP-JUS-02").focus();
    await expect(totalOf(page, "TIP-JUS-03")).toHaveValue("33");
    await expect(question(page, "TIP-JUS-03").getByText(/Esteban Quirós guardó otra respuesta/)).toHaveCount(0);

    // Two people in different answers do not disturb each other, and nobody waits.
    await totalOf(page, "TIP-JUS-02").fill("72");
    await saves("TIP-JUS-03", 34);
    await expect(totalOf(page, "TIP-JUS-03")).toHaveValue("34");
    await expect(totalOf(page, "TIP-JUS-02")).toHaveValue("72");
    await totalOf(page, "TIP-JUS-02").press("Tab");
    await expect.poll(async () => (await savedBy("TIP-JUS-02"))?.value.total).toBe(72);
    await expect(page.getByText("Dos respuestas a la misma pregunta")).toHaveCount(0);
  });

  test("a clash shows both, figure by figure where only some differ; whatever is chosen, the rest is still there", async () => {
    const code = "TIP-PRV-02";
    const { page, context } = await at("ana@example.org", code);
    await saves(code, 100, { female: 60, male: 40 });
    await expect(totalOf(page, code)).toHaveValue("100");
    await context.setOffline(true);
    await totalOf(page, code).fill("110");
    const open = question(page, code).getByText("Desagregaciones", { exact: true });
    if ((await open.count()) > 0 && !(await cellOf(page, code, "Sexo: Mujer").isVisible())) await open.click();
    await cellOf(page, code, "Sexo: Mujer").fill("70");
    await cellOf(page, code, "Sexo: Mujer").press("Tab");
    await saves(code, 105, { female: 60, male: 45 });
    await context.setOffline(false);

    const clash = question(page, code).getByRole("alert").filter({ hasText: "Dos respuestas a la misma pregunta" });
    await expect(clash).toContainText(/Esteban Quirós, guardada .+/);
    await expect(clash).toContainText("Difieren 3 cifras");
    await expect(page.getByRole("status").filter({ hasText: "1 respuesta tiene dos versiones" })).toContainText(code);
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    // What only one of the two changed is chosen already.
    const choice = (cell: string, side: string) =>
      clash.getByRole("radio", { name: new RegExp(`^${cell}, ${side}: `) });
    await expect(choice("Sexo: Mujer", "La suya")).toBeChecked();
    await expect(choice("Sexo: Hombre", "Esteban Quirós")).toBeChecked();
    await choice("Total", "La suya").check();
    await clash.getByRole("button", { name: "Guardar lo elegido" }).click();
    await expect(clash).toHaveCount(0);
    await expect
      .poll(async () => (await savedBy(code))?.value)
      .toEqual({ type: "count", total: 110, breakdowns: { sex: { female: 70, male: 45 } }, crossTabs: {} });

    // One may think again: theirs, mine, and back to what was chosen.
    await expect(question(page, code).getByText("La respuesta se formó con las dos.")).toBeVisible();
    await question(page, code).getByRole("button", { name: "Usar la otra" }).click();
    await expect.poll(async () => (await savedBy(code))?.value.total).toBe(105);
    await question(page, code).getByRole("button", { name: "Deshacer" }).click();
    await expect.poll(async () => (await savedBy(code))?.value.total).toBe(110);
    await question(page, code).getByRole("button", { name: "Usar la mía" }).click();
    await expect.poll(async () => (await savedBy(code))?.value.breakdowns).toEqual({ sex: { female: 70, male: 40 } });
  });

  test("one's own other tab is never called another person", async () => {
    const code = "TIP-JUS-08";
    const { page, context } = await at("ana@example.org", code);
    const tab = await openTab(context);
    visitors.push(tab);
    await openQuestion(tab.page, portal, "es", { submissionId: report, code });
    await context.setOffline(true);
    await totalOf(page, code).fill("5");
    await totalOf(page, code).press("Tab");
    await expect(question(page, code).getByText(/^Conservado en esta computadora/)).toBeVisible();
    const user = await signInByApi(portal, "ana@example.org");
    const value = { type: "count", total: 6, breakdowns: {}, crossTabs: {} };
    const plain = { state: "reported", value, reason: "", comment: "", evidence: [] };
    await user.send("PUT", `/submissions/${report}/answers/${code}`, plain, { "if-match": '"v0"' });
    await user.leave();
    await context.setOffline(false);
    const clash = question(page, code).getByRole("alert").filter({ hasText: "Dos respuestas suyas" });
    await expect(clash).toContainText("Usted, en otra pestaña o navegador");
    await expect(clash).not.toContainText("Ana Solano");
    await clash.getByRole("button", { name: "Conservar lo escrito aquí" }).click();
    await expect.poll(async () => (await savedBy(code))?.value.total).toBe(5);
    await question(page, code).getByRole("button", { name: "Usar la otra" }).click();
    await expect.poll(async () => (await savedBy(code))?.value.total).toBe(6);
  });
});
