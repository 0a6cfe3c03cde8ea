import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** Steps that leave only when a person of the Secretariat has confirmed them: on the board, in the reminder centre, and the setting. */
describe("pasos que esperan a una persona", () => {
  let portal: Portal;
  let browser: Browser;
  let colleague: ApiUser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "jorge@example.org", name: "Jorge Luna", role: "secretariat", language: "es" },
      { email: "ppt@example.org", name: "Presidencia", role: "presidency", language: "es" },
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
    await portal.goTo("2027-05-28T15:30:00Z");
    // Thirty days after the due date is a Sunday; this is the Monday.
    await portal.goTo("2027-05-31T15:30:00Z");
    colleague = await signInByApi(portal, "jorge@example.org");
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
  const waitingOf = (page: Page, country: string) =>
    page.getByRole("article", { name: `${country}: 30 días después: buenos oficios` });
  const escalated = async () =>
    (
      await portal.rows<{ who: string }>(
        `select u.display_name as who from app.outgoing_mail m join app.app_user u on u.id = m.user_id
         where m.kind = 'escalation_30' and m.state = 'sent' order by 1`,
      )
    ).map(({ who }) => who);

  test("el tablero lo dice y lleva a donde se leen los mensajes; confirmado, salen una vez; el segundo clic dice que ya se decidió", async () => {
    const page = await comes("rounds/2027");
    const need = page.getByRole("link", { name: /Espera su confirmación desde el 31 may 2027/ }).first();
    await expect(need).toBeVisible();
    await need.click();
    await expect(page.getByRole("heading", { name: "Por confirmar ahora" })).toBeVisible();
    await expect(waitingOf(page, "Honduras")).toContainText("Fecha límite 30 de abril de 2027, hace 31 días");
    await expect(waitingOf(page, "Honduras")).toContainText("Inés Mejía (punto focal)");
    await expect(waitingOf(page, "Honduras")).toContainText("Presidencia (Presidencia)");
    await expect(waitingOf(page, "Honduras")).toContainText(
      "Nadie consta como: suplente, enlace y punto focal nacional.",
    );
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [1440, 390] as const) await expectAccessible(page, { colorScheme, width });
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await escalated()).toEqual([]);

    // By keyboard alone.
    await waitingOf(page, "Honduras")
      .getByRole("button", { name: /Leer y confirmar/ })
      .focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Honduras: 30 días después: buenos oficios" });
    await expect(dialog.getByText("ppt@example.org")).toBeVisible();
    await expect(dialog.getByText("ines@example.org")).toBeVisible();
    await expectAccessible(page, { colorScheme: "light", width: 390 }, "dialog");
    await dialog.getByRole("button", { name: "Confirmar 4 mensajes" }).focus();
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(waitingOf(page, "Honduras")).toHaveCount(0);
    await portal.settleMail();
    expect(await escalated()).toEqual(["Inés Mejía", "Jorge Luna", "Paula Rivas", "Presidencia"]);
    await page.getByText("1 propuesta anterior").click();
    await expect(page.getByRole("row", { name: /^Honduras/ })).toContainText("Confirmado por Paula Rivas");
  });

  test("lo que decide otra persona se ve sin recargar; no enviar pide un motivo y lo conserva", async () => {
    const page = await comes("rounds/2027/reminders");
    await waitingOf(page, "Nicaragua")
      .getByRole("button", { name: /No enviar/ })
      .click();
    const dialog = page.getByRole("dialog", { name: "No enviar el paso sobre Nicaragua" });
    await dialog.getByRole("button", { name: "No enviar el paso" }).click();
    await expect(dialog.getByText("Indique en pocas palabras el motivo.")).toBeVisible();
    await dialog.getByLabel("Motivo").fill("El ministro llamó esta mañana");
    const [step] = await portal.rows<{ id: string }>("select id from app.proposed_step where country_code = 'NIC'");
    const path = `/rounds/2027/waiting-steps/${step?.id}`;
    await colleague.send("POST", `${path}/decline`, { reason: "Ya se habló con el ministerio" });
    await dialog.getByRole("button", { name: "No enviar el paso" }).click();
    await expect(dialog.getByText(/Ya no espera: alguien decidió/)).toBeVisible();
    await expect(dialog.getByLabel("Motivo")).toHaveValue("El ministro llamó esta mañana");
    await dialog.getByRole("button", { name: "Ahora no" }).click();
    await expect(waitingOf(page, "Nicaragua")).toHaveCount(0);
    await portal.settleMail();
    expect((await escalated()).includes("Martha Urbina")).toBe(false);
  });

  test("qué pasos esperan se fija con un motivo, y lo que se enviaría lo dice", async () => {
    const page = await comes("rounds/2027/reminders?tab=days");
    await page.getByRole("button", { name: "Cambiar: 45 días después: cierre" }).click();
    const dialog = page.getByRole("dialog", { name: "«45 días después: cierre» espera a una persona" });
    await dialog.getByLabel("Motivo").fill("Acordado en la región");
    await dialog.getByRole("button", { name: "Que espere a una persona" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("row", { name: /45 días después: cierre/ })).toContainText(
      /Sí.*Paula Rivas.*Acordado en la región/,
    );
    for (const width of [1440, 390] as const) await expectAccessible(page, { colorScheme: "light", width });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("link", { name: "Lo que se enviará" }).click();
    await expect(page.getByRole("row", { name: /Honduras.*45 días después: cierre/ })).toContainText(
      "sale cuando una persona de la Secretaría lo confirma",
    );
  });

  test("el calendario tiene la línea de hoy; las respuestas y la lista de cierre dicen lo que consta, también en archivo", async () => {
    const note = { country: "NIC", channel: "telephone", happenedOn: "2027-05-31", withWhom: "", isAsk: true } as const;
    const said = { said: "by_date", promisedOn: "2027-06-04", detail: "" };
    await colleague.send("POST", "/rounds/2027/exchanges", { ...note, ...said });
    const page = await comes("rounds/2027/reminders");
    await expect(page.getByRole("row", { name: "Hoy, lunes, 31 de mayo de 2027" })).toBeVisible();
    await expect(page.getByRole("row", { name: /^30 días después: buenos oficios.*Honduras/ }).first()).toBeVisible();
    await page.getByRole("link", { name: "Respuestas" }).click();
    await expect(page.getByRole("row", { name: /Nicaragua/ })).toContainText(
      "No sale ningún paso del calendario hasta que pase el 4 de junio de 2027.",
    );
    await expectAccessible(page, { colorScheme: "light", width: 390 });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("link", { name: "Lista de cierre" }).click();
    await expect(page.getByText(/De 2 informes que se esperan: 2 no recibidos\./)).toBeVisible();
    await expect(page.getByRole("row", { name: /^Honduras/ })).toContainText(
      "hasta ahora; 31 días después de su fecha",
    );
    for (const width of [1440, 390] as const) await expectAccessible(page, { colorScheme: "light", width });
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    expect((await download).suggestedFilename()).toBe("lista-de-cierre-2027-2027-05-31.csv");
  });
});
