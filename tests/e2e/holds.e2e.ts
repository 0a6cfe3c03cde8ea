import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** What the Secretariat holds, and the days on which nothing goes out by itself, on the board and in the reminder centre. */
describe("recordatorios en espera y días sin envíos", () => {
  let portal: Portal;
  let browser: Browser;
  let colleague: ApiUser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-04-12T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "jorge@example.org", name: "Jorge Luna", role: "secretariat", language: "es" },
      { email: "ines@example.org", name: "Inés Mejía", role: "focal_point", country: "HND", language: "es" },
      { email: "ana@example.org", name: "Ana Mora", role: "focal_point", country: "CRI", language: "es" },
    ]);
    colleague = await signInByApi(portal, "jorge@example.org");
    const round = { year: 2027, opensOn: "2027-04-12", dueOn: "2027-05-14", obligatedGroup: "CA-MEX" };
    await colleague.send("POST", "/rounds", round);
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await colleague?.leave();
    await browser?.close();
    await portal?.close();
  });

  async function comes(path: string): Promise<Page> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, "paula@example.org");
    await visitor.page.goto(`${portal.url}/es/${path}`);
    return visitor.page;
  }
  const rowOf = (page: Page, country: string) => page.getByRole("row", { name: new RegExp(country) }).first();

  test("desde el tablero se pone un país en espera; tablero y vista previa lo dicen, y se levanta", async () => {
    const page = await comes("rounds/2027");
    await rowOf(page, "Honduras")
      .getByRole("button", { name: /Honduras/ })
      .click();
    await page.getByRole("link", { name: "Poner los recordatorios en espera" }).click();
    await page.getByRole("button", { name: "Poner en espera" }).click();
    const dialog = page.getByRole("dialog", { name: "Poner recordatorios en espera" });
    await expect(dialog.getByLabel("A quién")).toHaveValue("HND");

    // A day that has passed and a day after the round are refused at their field, without a request.
    for (const day of ["2027-04-11", "2027-07-30"]) {
      await dialog.getByLabel("Hasta el final del día").fill(day);
      await dialog.getByLabel("Motivo").fill("Elecciones generales");
      await dialog.getByRole("button", { name: "Poner en espera" }).click();
      await expect(
        dialog.getByText("Elija un día entre el 12 de abril de 2027 y el 28 de junio de 2027"),
      ).toBeVisible();
    }
    await expectAccessible(page, { colorScheme: "light", width: 390 }, "dialog");
    await dialog.getByLabel("Hasta el final del día").fill("2027-05-07");
    await dialog.getByRole("button", { name: "Poner en espera" }).click();
    await expect(dialog).toBeHidden();
    const held = rowOf(page, "Honduras");
    await expect(held).toContainText("en espera");
    await expect(held).toContainText("viernes, 7 de mayo de 2027");
    await expect(held).toContainText("Elecciones generales");
    await expectAccessible(page, { colorScheme: "dark", width: 1440 });

    await page.goto(`${portal.url}/es/rounds/2027`);
    await expect(rowOf(page, "Honduras")).toContainText("en espera hasta el 7 may 2027");
    await expect(rowOf(page, "Costa Rica")).not.toContainText("en espera");
    await rowOf(page, "Honduras")
      .getByRole("button", { name: /Honduras/ })
      .click();
    await expect(page.getByRole("dialog")).toContainText(
      "en espera hasta el 7 de mayo de 2027: Elecciones generales (Paula Rivas)",
    );

    await page.goto(`${portal.url}/es/rounds/2027/reminders?tab=send`);
    await page.getByRole("button", { name: "Mostrar los mensajes" }).click();
    await expect(
      page.getByText("Sus recordatorios están en espera hasta el 7 de mayo de 2027: Elecciones generales"),
    ).toBeVisible();
    await expect(page.getByLabel("Incluir Honduras")).not.toBeChecked();
    await expect(page.getByLabel("Incluir Costa Rica")).toBeChecked();
    await expect(page.getByRole("button", { name: "Enviar 1 mensaje" })).toBeVisible();

    await page.goto(`${portal.url}/es/rounds/2027/reminders?tab=days`);
    await page.getByRole("button", { name: "Levantar la espera: Honduras" }).click();
    await page.getByRole("dialog").getByLabel("Motivo").fill("Terminaron las elecciones");
    await page.getByRole("dialog").getByRole("button", { name: "Levantar la espera" }).click();
    await expect(rowOf(page, "Honduras")).toContainText("levantada por Paula Rivas");
  });

  test("se registran días sin envíos; lo que se enviará dice desde qué día se movió y por qué", async () => {
    const page = await comes("rounds/2027/reminders?tab=days&country=CRI");
    // The day after the first of May is a Sunday: the list names the law, and says what was computed.
    await expect(page.getByRole("row", { name: /Día Internacional del Trabajo/ }).first()).toContainText(
      "Código de Trabajo de Costa Rica, artículo 148",
    );
    await page.getByRole("button", { name: "Registrar días" }).click();
    const dialog = page.getByRole("dialog", { name: "Costa Rica: registrar días" });
    await dialog.getByLabel("Primer día").fill("2027-04-01");
    await dialog.getByLabel("Motivo").fill("Duelo nacional");
    await dialog.getByRole("button", { name: "Registrar estos días" }).click();
    await expect(dialog.getByText("Ese día ya pasó en el país")).toBeVisible();
    await dialog.getByLabel("Primer día").fill("2027-05-07");
    await dialog.getByLabel("Último día").fill("2027-05-07");
    await dialog.getByRole("button", { name: "Registrar estos días" }).click();
    await expect(dialog).toBeHidden();
    await expect(rowOf(page, "Duelo nacional")).toContainText("7 de mayo de 2027");
    await expectAccessible(page, { colorScheme: "light", width: 390 });

    await page.getByRole("link", { name: "Lo que se enviará" }).click();
    await expect(page.getByText("Su día es el viernes, 7 de mayo de 2027, sin envíos: Duelo nacional.")).toBeVisible();

    await page.getByRole("link", { name: "Esperas, segunda persona, días sin envíos" }).click();
    await page.getByRole("button", { name: /Dejar sin efecto: 7 de mayo/ }).click();
    await page.getByRole("dialog").getByLabel("Motivo").fill("Se escribió en otro país");
    await page.getByRole("dialog").getByRole("button", { name: "Dejar sin efecto" }).click();
    await expect(rowOf(page, "Duelo nacional")).toContainText("sin efecto por Paula Rivas");
  });
});
