import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

const clicksAtMost = 6;

/** The founding line of the product: the Secretariat resends the countries of Central America and Mexico a reminder. */
describe("de quién está fuera de plazo al recordatorio enviado", () => {
  let portal: Portal;
  let browser: Browser;
  let desk: ApiUser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "jorge@example.org", name: "Jorge Luna", role: "secretariat", language: "es" },
      { email: "ines@example.org", name: "Inés Mejía", role: "focal_point", country: "HND", language: "es" },
      { email: "marva@example.org", name: "Marva Castillo", role: "focal_point", country: "BLZ", language: "en" },
      { email: "martha@example.org", name: "Martha Urbina", role: "focal_point", country: "NIC", language: "es" },
      { email: "rachel@example.org", name: "Rachel Whitman", role: "focal_point", country: "USA", language: "en" },
    ]);
    desk = await signInByApi(portal, "paula@example.org");
    const round = {
      ...{ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" },
      obligatedCountries: ["BLZ", "HND", "NIC"],
    };
    await desk.send("POST", "/rounds", round);
    await portal.goTo("2027-05-04T15:30:00Z");
  });

  afterEach(({ task }) => leaveAll(visitors, task));

  afterAll(async () => {
    await desk?.leave();
    await browser?.close();
    await portal?.close();
  });

  async function comes(email: string): Promise<Page> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, email);
    await visitor.page.goto(`${portal.url}/es/rounds/2027`);
    return visitor.page;
  }
  const resent = async () =>
    (
      await portal.rows<{ who: string; language: string; times: number }>(
        `select u.display_name as who, m.language, count(*)::int as times from app.outgoing_mail m
         join app.app_user u on u.id = m.user_id where m.kind = 'resend' group by 1, 2 order by 1`,
      )
    ).map(({ who, language, times }) => `${who}: ${times} (${language})`);

  test("en seis pulsaciones o menos, a cada persona en su idioma; pulsar enviar dos veces no cambia nada", async () => {
    const page = await comes("paula@example.org");
    await expect(
      page.getByText("Fuera de plazo: Belice (4 días), Honduras (4 días) y Nicaragua (4 días)."),
    ).toBeVisible();
    let clicks = 0;
    const press = async (role: "button" | "link", name: RegExp | string) => {
      clicks += 1;
      await page.getByRole(role, { name }).click();
    };
    await press("button", "Elegir los 3 países fuera de plazo de Centroamérica y México");
    await expect(page.getByRole("status").filter({ hasText: "3 países elegidos" })).toBeVisible();
    await press("link", "Preparar 3 recordatorios");
    await press("button", "Mostrar los mensajes");
    await press("button", /^Enviar 3 mensajes/);
    clicks += 1;
    // The second press comes before the first is answered.
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Enviar 3 mensajes/ })
      .dblclick();
    await expect(page.getByText("3 mensajes están en camino")).toBeVisible();
    expect(clicks).toBeLessThanOrEqual(clicksAtMost);
    await portal.settleMail();
    expect(await resent()).toEqual(["Inés Mejía: 1 (es)", "Martha Urbina: 1 (es)", "Marva Castillo: 1 (en)"]);
  });

  test("dos personas a la vez envían una vez: la segunda se entera de quién acaba de pedir", async () => {
    const before = await resent();
    const pages = await Promise.all([comes("paula@example.org"), comes("jorge@example.org")]);
    for (const page of pages) {
      await page.getByRole("button", { name: /^Elegir los 3 países/ }).click();
      await page.getByRole("link", { name: "Preparar 3 recordatorios" }).click();
      await page.getByRole("button", { name: "Mostrar los mensajes" }).click();
      await page.getByRole("button", { name: /^Enviar 3 mensajes/ }).click();
    }
    const confirm = (page: Page) =>
      page
        .getByRole("dialog")
        .getByRole("button", { name: /^Enviar 3 mensajes/ })
        .click();
    await Promise.all(pages.map(confirm));
    const done = (page: Page) => page.getByText("3 mensajes están en camino");
    const refused = (page: Page) => page.getByRole("alert").filter({ hasText: "No se envió nada" });
    for (const page of pages) await expect(done(page).or(refused(page))).toBeVisible();
    const counts = await Promise.all(
      pages.map(async (page) => [await done(page).count(), await refused(page).count()]),
    );
    expect(counts.map(String).sort()).toEqual(["0,1", "1,0"]);
    await portal.settleMail();
    expect(before).toHaveLength(3);
    expect(await resent()).toEqual(["Inés Mejía: 2 (es)", "Martha Urbina: 2 (es)", "Marva Castillo: 2 (en)"]);
  });

  test("con el teclado: flechas, espacio y Entrar; en un teléfono, una lista; los archivos para la reunión", async () => {
    const page = await comes("paula@example.org");
    const handle = (name: string) => page.getByRole("checkbox", { name: `Elegir ${name}` });
    await handle("Belice").focus();
    await page.keyboard.press("ArrowDown");
    await expect(handle("Honduras")).toBeFocused();
    await page.keyboard.press("Space");
    await expect(handle("Honduras")).toBeChecked();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Nicaragua" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expectAccessible(page, { colorScheme: "light", width: 1440 });

    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Para la reunión (PDF)" }).click();
    expect((await saved).suggestedFilename()).toMatch(/^ronda-2027-.*\.pdf$/);

    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole("table")).toHaveCount(0);
    // Opening a row leaves the page where it was; the first screen of a phone says who is late.
    await page.evaluate("scrollTo(0, 0)");
    await expect(page.getByText("Fuera de plazo: Belice")).toBeInViewport();
    await expect(page.getByRole("listitem").filter({ hasText: "Honduras" }).first()).toContainText(
      "4 días fuera de plazo",
    );
    await expect(handle("Honduras")).toBeChecked();
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
  });
});
