import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, answer, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

const withinMs = 2_000;

/** The late monitor while others work. */
describe("el tablero mientras otras personas trabajan", () => {
  let portal: Portal;
  let browser: Browser;
  let colleague: ApiUser;
  let ines: ApiUser;
  let honduras: string;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "jorge@example.org", name: "Jorge Luna", role: "secretariat", language: "es" },
      { email: "ines@example.org", name: "Inés Mejía", role: "focal_point", country: "HND", language: "es" },
      { email: "rcgm@example.org", name: "Rosa Camey", role: "rcgm_delegate", language: "es" },
    ]);
    colleague = await signInByApi(portal, "jorge@example.org");
    ines = await signInByApi(portal, "ines@example.org");
    const round = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
    await colleague.send("POST", "/rounds", round);
    honduras = await reportOf(colleague, 2027, "HND");
  });

  afterEach(({ task }) => leaveAll(visitors, task));

  afterAll(async () => {
    await Promise.all([colleague?.leave(), ines?.leave()]);
    await browser?.close();
    await portal?.close();
  });

  async function comes(email: string): Promise<Page> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, email);
    await visitor.page.goto(`${portal.url}/es/rounds/2027`);
    await expect(visitor.page.getByText("Sigue lo que hacen las demás personas.")).toBeVisible();
    return visitor.page;
  }
  const rowOf = (page: Page) => page.getByRole("row", { name: /Honduras/ });

  test("lo que hace otra persona se ve en dos segundos sin cargar la página, y se anuncia de quién es la línea", async () => {
    const [paula, rosa] = [await comes("paula@example.org"), await comes("rcgm@example.org")];
    const loads = await Promise.all([paula, rosa].map((page) => page.evaluate(() => performance.timeOrigin)));
    await expect(rowOf(paula)).not.toContainText("de 60");

    const first = {
      indicatorCode: "TIP-PRO-04",
      state: "not_available",
      value: null,
      comment: "",
      evidence: [],
    } as const;
    await answer(ines, honduras, [{ ...first, reason: "No hay registro" }]);
    await expect(rowOf(paula)).toContainText("1 de 60", { timeout: withinMs });
    await expect(paula.getByRole("status").filter({ hasText: "Líneas que cambiaron: Honduras." })).toBeAttached();

    const { revision } = (await colleague.get<{ submission: { revision: number } }>(`/submissions/${honduras}`))
      .submission;
    await colleague.send(
      "POST",
      `/submissions/${honduras}/extend`,
      { dueOn: "2027-06-15", reason: "Cambio de gobierno" },
      { "if-match": `"v${revision}"` },
    );
    for (const page of [paula, rosa]) await expect(rowOf(page)).toContainText("15 jun 2027", { timeout: withinMs });
    // What is in preparation is not for the region, not even that something was.
    await expect(rowOf(rosa)).not.toContainText("de 60");
    expect(await Promise.all([paula, rosa].map((page) => page.evaluate(() => performance.timeOrigin)))).toEqual(loads);
  });

  test("si nada se planifica ni se envía, la Secretaría lo lee en su tablero, y desde cuándo; otras personas no", async () => {
    // As when the scheduler's process is gone: what it writes last stays where it was.
    await portal.rows("update app.heartbeat set at = '2027-02-10T14:20:00Z'");
    await portal.rows(
      "alter table app.heartbeat add constraint stopped check (at <= '2027-02-10T14:20:00Z') not valid",
    );
    try {
      await portal.rows("update app.heartbeat set at = '2027-02-10T14:20:00Z'");
      const [paula, rosa] = [await comes("paula@example.org"), await comes("rcgm@example.org")];
      const note = (page: Page) => page.getByText("Por ahora es posible que los recordatorios no salgan por sí solos");
      await expect(note(paula)).toBeVisible();
      await expect(paula.getByText(/terminó su trabajo por última vez el 10 feb 2027/)).toBeVisible();
      await expect(note(rosa)).toHaveCount(0);
      await expectAccessible(paula, { colorScheme: "light", width: 1440 });
      await expectAccessible(paula, { colorScheme: "dark", width: 390 });
      await portal.rows("alter table app.heartbeat drop constraint stopped");
      // It works again: the note goes by itself, and the foot of the page says when it last did.
      await portal.rows("update app.heartbeat set at = '2027-02-10T15:00:00Z'");
      await expect(note(paula)).toHaveCount(0, { timeout: 60_000 });
      await expect(paula.getByText(/El portal repasó por última vez el 10 feb 2027/)).toBeVisible();
    } finally {
      await portal.rows("alter table app.heartbeat drop constraint if exists stopped");
    }
  });

  test("sin línea se dice que se renueva cada minuto; cuando vuelve, llega lo que pasó mientras tanto", async () => {
    const paula = await comes("paula@example.org");
    await paula.context().setOffline(true);
    await expect(paula.getByText("Se renueva cada minuto.")).toBeVisible();
    const second = {
      indicatorCode: "TIP-PRO-02",
      state: "not_available",
      value: null,
      comment: "",
      evidence: [],
    } as const;
    await answer(ines, honduras, [{ ...second, reason: "No hay registro" }]);
    await paula.context().setOffline(false);
    await expect(rowOf(paula)).toContainText("2 de 60");
    await expect(paula.getByText("Sigue lo que hacen las demás personas.")).toBeVisible();
  });
});
