import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";
import { waitUntilQuiet } from "./support/quiet.ts";

/** A reminder that leaves later: named, shown, changed, withdrawn, and sent once when its moment comes. */
describe("un recordatorio programado", () => {
  let portal: Portal;
  let browser: Browser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "jorge@example.org", name: "Jorge Luna", role: "secretariat", language: "es" },
      { email: "ines@example.org", name: "Inés Mejía", role: "focal_point", country: "HND", language: "es" },
      { email: "martha@example.org", name: "Martha Urbina", role: "focal_point", country: "NIC", language: "es" },
    ]);
    const opener = await signInByApi(portal, "jorge@example.org");
    const round = {
      ...{ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" },
      obligatedCountries: ["HND", "NIC"],
    };
    await opener.send("POST", "/rounds", round);
    await opener.leave();
    await portal.goTo("2027-02-10T15:30:00Z");
    // A Tuesday between two steps of the calendar.
    await portal.goTo("2027-04-06T16:00:00Z");
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  async function comes(path: string, who = "paula@example.org"): Promise<Page> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, who);
    await visitor.page.goto(`${portal.url}/es/${path}`);
    return visitor.page;
  }
  const byHand = () =>
    portal.rows<{ who: string; state: string }>(
      `select u.display_name as who, m.state from app.outgoing_mail m join app.app_user u on u.id = m.user_id where m.kind = 'resend' order by 1`,
    );
  const row = (page: Page, country: string) => page.getByRole("row", { name: new RegExp(`^${country}`) }).first();

  test("se nombra día y hora, se ve cuándo sale y qué dirá, y se puede retirar: no sale", async () => {
    const page = await comes("rounds/2027/reminders?tab=send&countries=HND");
    await page.getByRole("radio", { name: "Un día y a una hora" }).check();
    await page.getByRole("button", { name: "Mostrar los mensajes" }).click();
    await expect(page.getByText("Indique un día.")).toBeVisible();
    // What cannot be is said at its field.
    await page.getByLabel("Día", { exact: true }).fill("2027-06-15");
    await page.getByRole("button", { name: "Mostrar los mensajes" }).click();
    await expect(
      page.getByText("No saldría antes de que termine la ronda (Honduras): el último día es el 11 de junio de 2027."),
    ).toBeVisible();
    await page.getByLabel("Día", { exact: true }).fill("2027-04-06");
    await page.getByLabel("Hora", { exact: true }).fill("09:59");
    await page.getByRole("button", { name: "Mostrar los mensajes" }).click();
    await expect(page.getByText("Ese momento ya pasó (Honduras). Indique uno posterior.")).toBeVisible();
    // A Saturday: it leaves on the Monday.
    await page.getByLabel("Día", { exact: true }).fill("2027-04-10");
    await page.getByLabel("Hora", { exact: true }).fill("10:30");
    await page.getByLabel("En español").fill("Estimada colega: quedamos atentos.");
    await page.getByRole("button", { name: "Mostrar los mensajes" }).click();
    await expect(page.getByRole("heading", { name: "1 mensaje, para salir después" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Honduras" })).toContainText(
      "Sale el lunes, 12 de abril de 2027, 09:00, hora de Tegucigalpa.",
    );
    await expect(page.getByRole("region", { name: "Honduras" })).toContainText("allí es sábado o domingo");
    await expect(page.getByRole("article")).toContainText("faltan 18 días");
    await expect(page.getByRole("article")).toContainText("Estimada colega: quedamos atentos.");
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [1440, 390] as const) await expectAccessible(page, { colorScheme, width });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "Programar para 1 país" }).click();
    // The button is gone with its form; whoever works by keyboard stands at what was done.
    await expect(page.getByRole("status").filter({ hasText: "Recordatorio programado para 1 país" })).toBeFocused();
    await page.getByRole("link", { name: "Abrir lo programado" }).click();
    await expect(row(page, "Honduras")).toContainText(
      "Sale el lunes, 12 de abril de 2027, 09:00, hora de Tegucigalpa.",
    );
    await expect(row(page, "Honduras")).toContainText("sábado, 10 de abril de 2027, 10:30, hora de Tegucigalpa");
    await expect(row(page, "Honduras")).toContainText("Paula Rivas");
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [1440, 390] as const) await expectAccessible(page, { colorScheme, width });
    await page.setViewportSize({ width: 1440, height: 900 });

    // A colleague sees it on the board and in what would be sent, and cannot set a second one.
    const other = await comes("rounds/2027", "jorge@example.org");
    await expect(other.getByText("Recordatorio programado por Paula Rivas: 12 abr 2027, 09:00").first()).toBeVisible();
    await other.goto(`${portal.url}/es/rounds/2027/reminders`);
    await expect(other.getByRole("row", { name: /Honduras.*Programado por Paula Rivas/ })).toContainText(
      "Programado para el sábado, 10 de abril de 2027",
    );

    await page.getByRole("button", { name: "Retirar el recordatorio a Honduras" }).click();
    const dialog = page.getByRole("dialog", { name: "¿Retirar el recordatorio a Honduras?" });
    await expectAccessible(page, { colorScheme: "light", width: 390 }, "dialog");
    await dialog.getByRole("button", { name: "Retirar el recordatorio" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("No hay nada programado")).toBeVisible();
    // The row whose button opened the dialog is gone.
    await expect(page.getByRole("heading", { name: "Recordatorios que salen después" })).toBeFocused();
    await expect(row(page, "Honduras")).toContainText("Retirado por Paula Rivas");
    await portal.goTo("2027-04-12T15:30:00Z");
    expect(await byHand()).toEqual([]);
  });

  test("en un teléfono se ve en qué vista se está, y elegir no mueve la página", async () => {
    const page = await comes("rounds/2027/reminders?tab=days&country=HND");
    await page.setViewportSize({ width: 390, height: 844 });
    for (const tab of ["letters", "days", "calendar"]) {
      await page.goto(`${portal.url}/es/rounds/2027/reminders?tab=${tab}`);
      const current = page.getByRole("navigation", { name: "Vistas de esta página" }).locator('[aria-current="page"]');
      await expect(current).toBeInViewport({ ratio: 0.9 });
    }
    await page.goto(`${portal.url}/es/people`);
    const people = page.getByRole("navigation").getByRole("link", { name: "Personas" });
    await expect(people).toBeInViewport({ ratio: 0.9 });

    await page.goto(`${portal.url}/es/rounds/2027/reminders?tab=days&country=HND`);
    const country = page.getByRole("combobox", { name: "País" });
    await expect(page.getByRole("heading", { name: "Feriados" })).toBeVisible();
    await waitUntilQuiet(page);
    await country.scrollIntoViewIfNeeded();
    await country.selectOption("NIC");
    await expect(page).toHaveURL(/country=NIC/);
    await waitUntilQuiet(page);
    // Not at the top of the page, where a new address would begin.
    await expect(country).toBeInViewport();
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(300);
  });

  test("cambiado, sale una sola vez en su momento; quien envió su informe no recibe nada, y se dice", async () => {
    await portal.goTo("2027-04-13T16:00:00Z");
    const page = await comes("rounds/2027/reminders?tab=send&countries=HND,NIC");
    await page.getByRole("radio", { name: "Un día y a una hora" }).check();
    await page.getByLabel("Día", { exact: true }).fill("2027-04-15");
    await page.getByLabel("Hora", { exact: true }).fill("10:00");
    await page.getByRole("button", { name: "Mostrar los mensajes" }).click();
    await page.getByRole("button", { name: "Programar para 2 países" }).click();
    await page.getByRole("link", { name: "Abrir lo programado" }).click();
    await page.getByRole("button", { name: "Cambiar el recordatorio a Honduras" }).click();
    const dialog = page.getByRole("dialog", { name: "Cambiar el recordatorio a Honduras" });
    await expect(dialog.getByLabel("Día", { exact: true })).toHaveValue("2027-04-15");
    await dialog.getByLabel("Hora", { exact: true }).fill("11:30");
    await expectAccessible(page, { colorScheme: "light", width: 390 }, "dialog");
    await dialog.getByRole("button", { name: "Guardar el cambio" }).click();
    await expect(dialog).toBeHidden();
    await expect(row(page, "Honduras")).toContainText("jueves, 15 de abril de 2027, 11:30, hora de Tegucigalpa");

    // Nicaragua is exempt by then.
    const desk = await signInByApi(portal, "jorge@example.org");
    const [report] = await portal.rows<{ id: string; revision: number }>(
      "select id, revision from app.submission where country_code = 'NIC'",
    );
    await desk.send(
      "POST",
      `/submissions/${report?.id}/exempt`,
      { reason: "Una catástrofe en el país" },
      { "if-match": `"v${report?.revision}"` },
    );
    await desk.leave();
    await portal.goTo("2027-04-15T16:30:00Z");
    expect(await byHand()).toEqual([]);
    await portal.goTo("2027-04-15T17:30:00Z");
    await portal.goTo("2027-04-15T17:31:00Z");
    await portal.goTo("2027-04-16T14:30:00Z");
    expect(await byHand()).toEqual([{ who: "Inés Mejía", state: "sent" }]);
    // The session of days before has ended.
    const later = await comes("rounds/2027/reminders?tab=scheduled");
    await expect(row(later, "Honduras")).toContainText("el servidor de correo aceptó 1 mensaje");
    await expect(row(later, "Nicaragua")).toContainText("No se envió");
    await expect(row(later, "Nicaragua")).toContainText(/exent/i);
  });
});
