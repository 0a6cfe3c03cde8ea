import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** What a person chooses for the own account, and whether mail leaves. */
describe("la propia cuenta y el correo", () => {
  let portal: Portal;
  let browser: Browser;
  let jorge: ApiUser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "jorge@example.org", name: "Jorge Luna", role: "secretariat", language: "es" },
      { email: "ines@example.org", name: "Inés Mejía", role: "focal_point", country: "HND", language: "es" },
    ]);
    jorge = await signInByApi(portal, "jorge@example.org");
    await jorge.send("POST", "/rounds", {
      ...{ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" },
    });
  });

  afterEach(({ task }) => leaveAll(visitors, task));

  afterAll(async () => {
    await jorge?.leave();
    await browser?.close();
    await portal?.close();
  });

  async function comes(email: string, path: string) {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, email);
    await visitor.page.goto(`${portal.url}/es${path}`);
    return visitor.page;
  }
  const fetched = async (address: string) => {
    const reply = await fetch(`${portal.direct}${new URL(address).pathname}`);
    return { status: reply.status, text: await reply.text() };
  };

  test("un punto focal crea la dirección de su calendario con el teclado, la renueva y le pone fin", async () => {
    const page = await comes("ines@example.org", "/home");
    await page
      .getByRole("button", { name: /Inés Mejía/ })
      .or(page.locator("summary", { hasText: "Inés Mejía" }))
      .first()
      .press("Enter");
    await page.getByRole("link", { name: "Su cuenta" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Su cuenta" })).toBeVisible();
    await expect(page.getByText("Todavía no se ha creado ninguna dirección")).toBeVisible();
    await page.getByRole("button", { name: "Crear la dirección" }).press("Enter");
    const address = await page.getByLabel("Dirección de su calendario").inputValue();
    const calendar = await fetched(address);
    expect(calendar.status).toBe(200);
    expect(calendar.text).toContain("DTSTART;VALUE=DATE:20270430");
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    await expectAccessible(page, { colorScheme: "dark", width: 390 });

    await page.getByRole("button", { name: "Crear otra dirección" }).press("Enter");
    await expect(page.getByLabel("Dirección de su calendario")).not.toHaveValue(address);
    const second = await page.getByLabel("Dirección de su calendario").inputValue();
    expect([(await fetched(address)).status, (await fetched(second)).status]).toEqual([404, 200]);
    // The address is shown once: after loading again, only since when it works.
    await page.reload();
    await expect(page.getByText("Su dirección funciona desde el 10 feb 2027")).toBeVisible();
    await expect(page.getByLabel("Dirección de su calendario")).toHaveCount(0);
    await page.getByRole("button", { name: "Poner fin al calendario" }).press("Enter");
    await expect(page.getByText("Todavía no se ha creado ninguna dirección")).toBeVisible();
    expect((await fetched(second)).status).toBe(404);
  });

  test("quien no quiere el resumen lo dice una vez, y así queda", async () => {
    const page = await comes("paula@example.org", "/home#account");
    const wanted = page.getByLabel("Enviarme el resumen");
    await expect(wanted).toBeChecked();
    await wanted.press("Space");
    await expect(wanted).not.toBeChecked();
    await expect(page.getByText("Desde ahora no recibe el resumen.")).toBeAttached();
    await page.reload();
    await expect(wanted).not.toBeChecked();
    await expectAccessible(page, { colorScheme: "light", width: 390 });
  });

  test("la Secretaría se envía un mensaje de prueba y lee qué fue de él", async () => {
    const page = await comes("paula@example.org", "/mail");
    await expect(page.getByText(/El portal planificó lo que vence por última vez el 10 feb 2027/)).toBeVisible();
    await page.getByRole("button", { name: "Enviarme un mensaje de prueba" }).press("Enter");
    await expect(page.getByText("El servidor de correo aceptó el mensaje.")).toBeVisible();
    const mine = portal.mail.messages.filter(({ to }) => to.includes("paula@example.org"));
    expect(mine.map(({ mail }) => mail.subject)).toContain("Mensaje de prueba del portal de informes");
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
  });
});
