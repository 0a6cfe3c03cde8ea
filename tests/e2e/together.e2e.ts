import type { Browser, Locator, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, openTab, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession, openLine, openQuestion, questionOf } from "./support/pages.ts";
import { addPeople, password } from "./support/people.ts";
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
    // The form lands on the first answer that is missing.
    await expect(here).toContainText("Esteban Quirós está en SOM-LEG-01");
    await other.page.goto(`${portal.url}/es/about`);
    await expect(here).toHaveCount(0);
  });

  test("what the other saves arrives without reload and is said; never under the cursor", async () => {
    const { page, context } = await at("ana@example.org", "TIP-JUS-02");
    const said = (words: string) => page.getByRole("status").filter({ hasText: words });
    await openLine(question(page, "TIP-JUS-03"));
    await totalOf(page, "TIP-JUS-03").focus();
    await saves("TIP-JUS-02", 71);
    await expect(totalOf(page, "TIP-JUS-02")).toHaveValue("71");
    await expect(said("Esteban Quirós cambió TIP-JUS-02")).toHaveCount(1);
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

    // However it arrives: here the line to the portal is silent, and the whole report is read anew because the window is looked at again.
    await expect(said("Esteban Quirós cambió TIP-JUS-03")).toHaveCount(1);
    await totalOf(page, "TIP-JUS-03").focus();
    await context.setOffline(true);
    await page.route("**/live", (route) => route.abort());
    await context.setOffline(false);
    await saves("TIP-JUS-02", 73);
    // What was read within the last second is not read again.
    await expect(async () => {
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
      await expect(totalOf(page, "TIP-JUS-02")).toHaveValue("73", { timeout: 500 });
    }).toPass();
    await expect(said("Esteban Quirós cambió TIP-JUS-02")).toHaveCount(1);
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
    await expect(page.getByText("No hay conexión con el portal")).toBeVisible();
    const cursor = () => page.evaluate(() => Math.round(document.activeElement?.getBoundingClientRect().top ?? 0));
    const before = await cursor();
    await context.setOffline(false);

    const clash = question(page, code).locator("[data-clash]");
    await expect(clash.getByRole("alert")).toHaveText("Dos respuestas a la misma pregunta");
    // One note goes and two come, all above the cursor, which stays where it is.
    await expect.poll(cursor).toBe(before);
    await expect(clash).toContainText(/Esteban Quirós, guardada .+/);
    await expect(clash).toContainText("Difieren 3 cifras");
    await expect(page.getByRole("status").filter({ hasText: "1 respuesta tiene dos versiones" })).toContainText(code);
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    // On a phone the head of the form is out of sight: the bar under the thumb says it, and leads to the choice.
    await page.setViewportSize({ width: 390, height: 844 });
    await totalOf(page, code).scrollIntoViewIfNeeded();
    await page.getByRole("button", { name: "1 sin guardar" }).last().click();
    await expect(clash.getByRole("button", { name: "Usar la otra" })).toBeInViewport({ ratio: 1 });
    await expect(clash).toBeFocused();
    // It stands where it is said, above the fields.
    const top = async (one: Locator) => (await one.boundingBox())?.y ?? 0;
    expect(await top(clash)).toBeLessThan(await top(totalOf(page, code)));
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    // What only one of the two changed is chosen already.
    const choice = (cell: string, side: string) =>
      clash.getByRole("radio", { name: new RegExp(`^${cell}, ${side}: `) });
    await expect(choice("Sexo: Mujer", "La suya")).toBeChecked();
    await expect(choice("Sexo: Hombre", "Esteban Quirós")).toBeChecked();
    // What both changed is nobody's before somebody chooses: it is said how many wait, and nothing can be saved.
    for (const side of ["La suya", "Esteban Quirós"]) await expect(choice("Total", side)).not.toBeChecked();
    await expect(clash.getByText("Por elegir: 1. Después se puede guardar.")).toBeVisible();
    const save = clash.getByRole("button", { name: "Guardar lo elegido" });
    await expect(save).toHaveCount(0);
    // By keyboard, from the head of the answer, which says it too.
    await question(page, code).getByRole("button", { name: "Dos respuestas: elija una" }).press("Enter");
    await expect(clash).toBeFocused();
    for (const whole of ["Conservar la mía", "Usar la otra"]) {
      await page.keyboard.press("Tab");
      await expect(clash.getByRole("button", { name: whole })).toBeFocused();
    }
    await page.keyboard.press("Tab");
    await expect(choice("Total", "La suya")).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page.getByRole("status").filter({ hasText: "Todo lo que difiere tiene su elección." })).toHaveCount(1);
    await save.click();
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
    await expect
      .poll(async () => (await savedBy(code))?.value.breakdowns)
      .toMatchObject({ sex: { female: 70, male: 40 } });
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
    await expect(question(page, code).getByText(/^Conservado en este dispositivo/)).toBeVisible();
    const user = await signInByApi(portal, "ana@example.org");
    const value = { type: "count", total: 6, breakdowns: {}, crossTabs: {} };
    const plain = { state: "reported", value, reason: "", comment: "", evidence: [] };
    await user.send("PUT", `/submissions/${report}/answers/${code}`, plain, { "if-match": '"v0"' });
    await user.leave();
    await context.setOffline(false);
    const clash = question(page, code).locator("[data-clash]");
    await expect(clash.getByRole("alert")).toHaveText("Dos respuestas suyas a la misma pregunta");
    // Without figures to choose from, one of the two is chosen whole: no key of a field or of the note does it.
    await expect(clash).toContainText("¿Cuál de las dos respuestas debe quedar?");
    await expect(clash.getByRole("radio")).toHaveCount(0);
    await expect(clash).toContainText("Usted, en otra pestaña o navegador");
    await expect(clash).not.toContainText("Ana Solano");
    await clash.getByRole("button", { name: "Conservar lo escrito aquí" }).click();
    await expect.poll(async () => (await savedBy(code))?.value.total).toBe(5);
    await question(page, code).getByRole("button", { name: "Usar la otra" }).click();
    await expect.poll(async () => (await savedBy(code))?.value.total).toBe(6);
  });

  /** Everything that this browser keeps, as whoever reads its files would find it. */
  const onDevice = (page: Page) =>
    page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("avances");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const all = (store: string) =>
        new Promise<Record<string, unknown>[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const [kept, keys] = [await all("kept"), await all("keys")];
      database.close();
      const text = (value: unknown) =>
        value instanceof ArrayBuffer ? new TextDecoder("latin1").decode(value) : String(value);
      return {
        names: kept.map(({ name }) => String(name)),
        persons: keys.length,
        mayLeave: keys.some(({ store }) => (store as CryptoKey).extractable),
        raw: [...kept.flatMap((each) => Object.values(each).map(text)), ...Object.values(localStorage)].join("\n"),
      };
    });

  test("twenty answers without network, and a tab that is killed right after a key press: nothing is lost, and each clash is shown", async () => {
    const counts = ["TIP-PRO-01", "TIP-PRO-02", "TIP-PRO-08", "TIP-JUS-01", "TIP-JUS-02", "TIP-JUS-03", "TIP-JUS-04"];
    const more = ["TIP-JUS-08", "SOM-PRO-01", "SOM-PRO-05", "SOM-JUS-01", "SOM-JUS-02", "SOM-JUS-03"];
    const ratios = ["TIP-PRV-06", "TIP-PRO-04", "TIP-PRO-06", "TIP-PRO-10", "TIP-JUS-06", "SOM-PRO-03", "SOM-JUS-05"];
    const codes = [...counts, ...more, ...ratios];
    /** The total, or the numerator: the first field of the answer. */
    const field = (page: Page, code: string) => question(page, code).getByRole("textbox").first();
    const { page, context } = await at("ana@example.org", "TIP-PRO-01");
    await context.setOffline(true);
    const go = async (code: string) => {
      await page.evaluate((to) => history.pushState({}, "", to), `/es/reports/${report}?indicator=${code}`);
      await question(page, code).waitFor();
    };
    for (const [place, code] of codes.entries()) {
      await go(code);
      await field(page, code).fill(String(1_000 + place));
      await field(page, code).press("Tab");
    }
    await expect(page.getByText(/20 respuestas esperan la conexión desde el .+/)).toBeVisible();
    // A note, a comment and an evidence title as well.
    await go("TIP-PRO-02");
    const there = question(page, "TIP-PRO-02");
    await there.getByText("Notas", { exact: true }).click();
    await there.getByLabel("Nota nueva").fill("Nota escrita sin red: preguntar al Instituto.");
    await there.getByRole("button", { name: "Agregar nota" }).click();
    await expect(
      there.getByText("Tal como está se enviará por sí sola cuando la haya", { exact: false }),
    ).toBeVisible();
    await there.getByLabel("Comentario sobre la cifra").fill("Comentario escrito sin red.");
    await there.getByRole("button", { name: "Agregar medio de verificación" }).click();
    await there.getByLabel("Título").fill("Registro escrito sin red");
    await expect(field(page, "TIP-PRO-02")).toHaveValue("1001");

    // Nothing of it can be read on the device, and no key can leave it.
    const kept = await onDevice(page);
    expect(kept.names.filter((name) => name.includes(".answer."))).toHaveLength(20);
    expect([kept.persons, kept.mayLeave]).toEqual([1, false]);
    expect(kept.raw).not.toMatch(/sin red|1001|reported/);

    // Meanwhile the colleague answers three of the same.
    for (const code of ["TIP-PRO-01", "TIP-JUS-02", "SOM-JUS-03"]) await saves(code, 7);

    // One more key, and the tab is gone before it could say anything.
    const crash = await context.newCDPSession(page);
    await there.getByLabel("Comentario sobre la cifra").press("End");
    await page.keyboard.type("!");
    // The tab cannot answer any more.
    const gone = page.waitForEvent("crash");
    void crash.send("Page.crash").catch(() => undefined);
    await gone;
    await page.close();

    await context.setOffline(false);
    const back = await openTab(context);
    visitors.push(back);
    await openQuestion(back.page, portal, "es", { submissionId: report, code: "TIP-PRO-02" });
    await expect
      .poll(async () => (await savedRow("TIP-PRO-02"))?.comment, { timeout: 60_000 })
      .toBe("Comentario escrito sin red.!");
    expect((await savedRow("TIP-PRO-02"))?.evidence).toMatchObject([{ title: "Registro escrito sin red" }]);
    const clashes = back.page.getByRole("status").filter({ hasText: "3 respuestas tienen dos versiones" });
    for (const code of ["TIP-PRO-01", "TIP-JUS-02", "SOM-JUS-03"]) await expect(clashes).toContainText(code);
    for (const [place, code] of codes.entries()) {
      const isClash = ["TIP-PRO-01", "TIP-JUS-02", "SOM-JUS-03"].includes(code);
      const figure = isClash ? 7 : 1_000 + place;
      await expect
        .poll(async () => {
          const value = (await savedRow(code))?.value as { total?: number; numerator?: number } | null | undefined;
          return [code, value?.total ?? value?.numerator];
        })
        .toEqual([code, figure]);
    }
    // Both answers of a clash are there, and the typed one is still in its field.
    await back.page
      .getByRole("link", { name: /^TIP-PRO-01 / })
      .first()
      .click();
    await expect(field(back.page, "TIP-PRO-01")).toHaveValue("1000");
    const clash = question(back.page, "TIP-PRO-01").locator("[data-clash]");
    await expect(clash).toContainText("Esteban Quirós");
    await clash.getByRole("button", { name: "Conservar la mía" }).click();
    await expect.poll(async () => (await savedRow("TIP-PRO-01"))?.value).toMatchObject({ total: 1_000 });

    // The note is sent once, however often: the reply to the first try was lost, and it is sent again after a new load.
    await openQuestion(back.page, portal, "es", { submissionId: report, code: "TIP-PRO-02" });
    const again = question(back.page, "TIP-PRO-02");
    await expect(again.getByLabel("Nota nueva")).toHaveValue("Nota escrita sin red: preguntar al Instituto.");
    let tries = 0;
    await back.page.route("**/comments", async (route) => {
      tries += 1;
      await route.fetch();
      await route.abort();
    });
    await again.getByRole("button", { name: "Agregar nota" }).click();
    await expect.poll(notes).toBe(1);
    // As it was pressed it goes by itself, and says so; what one writes on meanwhile waits for the next press.
    await expect(again.getByText("Tal como está se intentará de nuevo por sí sola", { exact: false })).toBeVisible();
    const isBack = () =>
      back.page.evaluate(async () => {
        dispatchEvent(new Event("online"));
        await fetch("/livez");
      });
    await again.getByLabel("Nota nueva").fill("Nota escrita sin red: preguntar al Instituto. Y al");
    const before = tries;
    await isBack();
    expect(tries).toBe(before);
    await again.getByLabel("Nota nueva").fill("Nota escrita sin red: preguntar al Instituto.");
    await isBack();
    await expect.poll(() => tries).toBeGreaterThan(before);
    expect(await notes()).toBe(1);
    await back.page.reload();
    await back.page.unroute("**/comments");
    await openLine(again);
    await again.getByRole("button", { name: "Agregar nota" }).click();
    await expect(again.getByRole("listitem").filter({ hasText: "Nota escrita sin red" })).toBeVisible();
    expect(await notes()).toBe(1);
  });

  const notes = async () =>
    (
      await portal.rows<{ n: number }>("select count(*)::int as n from app.review_comment where submission_id = $1", [
        report,
      ])
    )[0]?.n;

  async function savedRow(code: string) {
    const [row] = await portal.rows<{ value: unknown; comment: string; evidence: unknown }>(
      "select value, comment, evidence from app.answer where submission_id = $1 and indicator_code = $2",
      [report, code],
    );
    return row;
  }

  test("signing out destroys the key with what was kept; the layer over the page knows the address", async () => {
    const { page, context } = await at("ana@example.org", "TIP-DAT-03");
    await context.setOffline(true);
    await question(page, "TIP-DAT-03").getByLabel("Su texto").fill("Escrito sin red y nunca enviado.");
    await question(page, "TIP-DAT-03").getByLabel("Su texto").press("Tab");
    await expect.poll(async () => (await onDevice(page)).names.length).toBeGreaterThan(0);
    await context.clearCookies();
    await context.setOffline(false);
    const layer = page.getByRole("dialog", { name: "Inicie sesión de nuevo" });
    await expect(layer.getByLabel("Correo electrónico")).toHaveValue("ana@example.org");
    await expect(layer.getByLabel("Contraseña")).toBeFocused();
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await expect(layer).toHaveCount(0);
    await expect
      .poll(async () => (await savedRow("TIP-DAT-03"))?.value)
      .toMatchObject({ text: "Escrito sin red y nunca enviado." });
    await expect.poll(async () => (await onDevice(page)).names).toEqual([]);
    await page.getByLabel("Cuenta de Ana Solano").click();
    await page.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
    await page.waitForURL("**/es");
    expect(await onDevice(page)).toMatchObject({ names: [], persons: 0 });
  });
});
