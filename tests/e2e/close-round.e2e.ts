import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** The Secretariat closes a round before its day: it reads what that means, presses twice, is told when it is no longer so, and takes it back. */
describe("cerrar una ronda", () => {
  let portal: Portal;
  let browser: Browser;
  let colleague: ApiUser;
  const visitors: Visitor[] = [];
  const idOf = async (country: string) => {
    const { countries } = await colleague.get<{
      countries: { country: string; submissionId: string; revision: number }[];
    }>("/rounds/2026/status");
    return countries.find((row) => row.country === country);
  };
  const extend = async (country: string, dueOn: string) => {
    const row = await idOf(country);
    const body = { dueOn, reason: "Cambio de ministerio" };
    await colleague.send("POST", `/submissions/${row?.submissionId}/extend`, body, {
      "if-match": `"v${row?.revision}"`,
    });
  };

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2026-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "jorge@example.org", name: "Jorge Luna", role: "secretariat", language: "es" },
      { email: "cri@example.org", name: "Ana Solano", role: "focal_point", country: "CRI", language: "es" },
      { email: "gtm@example.org", name: "Luis Paz", role: "focal_point", country: "GTM", language: "es" },
    ]);
    colleague = await signInByApi(portal, "jorge@example.org");
    await colleague.send("POST", "/rounds", {
      ...{ year: 2026, opensOn: "2026-02-10", dueOn: "2026-04-30", obligatedGroup: "CA-MEX" },
      obligatedCountries: ["CRI", "GTM", "HND"],
    });
    await extend("GTM", "2026-05-20");
    await portal.goTo("2026-05-05T15:00:00Z");
    await colleague.leave();
    colleague = await signInByApi(portal, "jorge@example.org");
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await colleague?.leave();
    await browser?.close();
    await portal?.close();
  });

  async function comes(email: string, path: string): Promise<Page> {
    const visitor = await arrive(browser, { viewport: { width: 390, height: 844 } });
    visitors.push(visitor);
    await bringSession(visitor, portal, email);
    await visitor.page.goto(`${portal.url}/${path}`);
    return visitor.page;
  }

  test("dice antes qué significa, se pulsa dos veces, y lo que cambió entretanto no cierra nada", async () => {
    const page = await comes("paula@example.org", "es/rounds/2026");
    // What a colleague set by hand leaves no more: whoever closes reads it.
    await colleague.send("POST", "/rounds/2026/scheduled-reminders", {
      ...{ countries: ["CRI"], moment: { day: "2026-05-12", time: "10:00", timeZone: null } },
    });
    await page.reload();
    await page.getByRole("button", { name: "Cerrar la ronda" }).click();
    const dialog = page.getByRole("dialog", { name: /Cerrar la ronda 2026/ });
    await expect(
      dialog.getByRole("listitem").filter({ hasText: "Recordatorio programado por Jorge Luna" }),
    ).toContainText(/Costa Rica.*12 may 2026, 10:00/);
    await expect(dialog.getByText(/Por sí sola se cierra el 14 de junio de 2026/)).toBeVisible();
    await expect(dialog.getByRole("heading", { name: "Constarán como no recibidos (2)" })).toBeVisible();
    await expect(dialog.getByText(/hasta el 20 de mayo de 2026/)).toBeVisible();
    await expect(dialog.getByText(/14 días después.*: Costa Rica y Honduras/)).toBeVisible();
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [390, 1440] as const) await expectAccessible(page, { colorScheme, width });
    await dialog.getByRole("button", { name: "Continuar" }).click();
    await expect(dialog.getByText("Escriba un motivo de al menos cinco caracteres.")).toBeVisible();
    await dialog.getByLabel("Motivo").fill("La Conferencia se adelanta");
    await dialog.getByRole("button", { name: "Continuar" }).click();
    await expect(
      dialog.getByText(
        /constarán como no recibidos los informes que faltan \(Costa Rica y Honduras\).*Guatemala hasta el 20 de mayo/,
      ),
    ).toBeVisible();
    // A colleague gives one of them more time before the second press.
    await extend("HND", "2026-05-25");
    await dialog.getByRole("button", { name: "Cerrar la ronda ahora" }).click();
    const changed = dialog.getByRole("alert").filter({ hasText: "No se cerró nada" });
    await expect(changed).toBeVisible();
    await expect(dialog.getByRole("heading", { name: "Constarán como no recibidos (1)" })).toBeVisible();
    await changed.getByRole("button", { name: "Lo he visto" }).click();
    await expect(dialog.getByLabel("Motivo")).toHaveValue("La Conferencia se adelanta");
    await dialog.getByRole("button", { name: "Continuar" }).click();
    await dialog.getByRole("button", { name: "Cerrar la ronda ahora" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/^Cerrada el 5 de mayo de 2026:/)).toBeVisible();
  });

  test("el país lee en su página que se cerró y por qué", async () => {
    const page = await comes("cri@example.org", "es/home");
    await expect(page.getByText(/La Secretaría Técnica cerró la ronda antes del día/)).toBeVisible();
    await expect(page.getByText(/«La Conferencia se adelanta»/)).toBeVisible();
  });

  test("se abre de nuevo, con su motivo", async () => {
    const page = await comes("paula@example.org", "es/rounds/2026");
    await page.getByRole("button", { name: "Abrir la ronda de nuevo" }).click();
    const dialog = page.getByRole("dialog", { name: /Abrir de nuevo la ronda 2026/ });
    await dialog.getByLabel("Motivo").fill("La reunión no se adelanta");
    await dialog.getByRole("button", { name: "Abrir la ronda de nuevo" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/^Con fecha límite 30 de abril de 2026:/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Cerrar la ronda" })).toBeVisible();
  });
});
