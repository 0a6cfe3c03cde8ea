import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";
import { goToStep, isKept, knowGaps } from "./support/prepare-round.ts";

const obligated = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC"];

/** From the last round to the next one: copied, refused with every reason, completed, looked at, and opened once. */
describe("preparar una ronda", () => {
  let portal: Portal;
  let browser: Browser;
  let colleague: ApiUser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2026-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "jorge@example.org", name: "Jorge Luna", role: "secretariat", language: "es" },
      ...obligated.map((country) => ({
        ...{ email: `${country}@example.org`, name: `Enlace ${country}`, role: "focal_point" as const, country },
        language: country === "BLZ" ? ("en" as const) : ("es" as const),
      })),
      { email: "can@example.org", name: "Claire Tremblay", role: "focal_point", country: "CAN", language: "en" },
    ]);
    colleague = await signInByApi(portal, "jorge@example.org");
    const round = { year: 2026, opensOn: "2026-02-10", dueOn: "2026-04-30", obligatedGroup: "CA-MEX" };
    await colleague.send("POST", "/rounds", round);
    await portal.goTo("2026-11-30T15:00:00Z");
    await colleague.leave();
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
  const isPlanned = async () =>
    (await colleague.get<{ rounds: { year: number }[] }>("/rounds")).rounds.some(({ year }) => year === 2027);

  test("se copia la última ronda; el último paso dice todo lo que falta, y nada se abre", async () => {
    const page = await comes("rounds#all");
    await page.getByRole("link", { name: "Abrir la ronda 2027, datos de 2026" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Preparar la ronda 2027, datos de 2026");
    await expect(page.getByLabel("Copiar")).toHaveValue("2026");
    // The 10th of February 2027 is a Wednesday, the 30th of April a Friday.
    await expect(page.getByText("Apertura: 10 de febrero de 2027. Fecha límite: 30 de abril de 2027.")).toBeVisible();
    await page.getByRole("link", { name: "Siguiente: Indicadores" }).click();
    await expect(page.getByText(/como en la ronda que se copia: 60 indicadores, sin cambios/)).toBeVisible();
    await page.getByRole("link", { name: "Siguiente: Fechas y países" }).click();
    await page.getByLabel("Fecha límite").fill("2027-02-09");
    await expect(page.getByText("La fecha límite es anterior al día de apertura.")).toBeVisible();
    await isKept(page);

    await goToStep(page, "Contactos");
    await expect(page.getByText(/No hay a quién escribir para pedir el informe en Panamá/)).toBeVisible();
    await expect(page.getByText(/Sin persona de enlace en .*14 días después/)).toBeVisible();
    await goToStep(page, "Abrir");
    const missing = page.getByRole("main").getByRole("listitem");
    for (const words of [/anterior al día de apertura/, /escribir.*Panamá/, /Sin suplente/, /Mire los mensajes/])
      await expect(missing.filter({ hasText: words }).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Abrir la ronda" })).toBeDisabled();
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [390, 1440] as const) await expectAccessible(page, { colorScheme, width });
    expect(await isPlanned()).toBe(false);
  });

  test("lo escrito sigue ahí después de cargar de nuevo, y lo que cambió otra persona no se pierde sin preguntar", async () => {
    const page = await comes("rounds#prepare-2027-dates");
    await expect(page.getByLabel("Fecha límite")).toHaveValue("2027-02-09");
    const { plan, revision } = await colleague.get<{ plan: Record<string, unknown>; revision: number }>(
      "/rounds/preparations/2027",
    );
    const theirs = { ...plan, dueOn: "2027-05-03", obligatedCountries: obligated };
    // Typed here and, before the portal has it, changed there.
    let isFirst = true;
    await page.route("**/rounds/preparations/2027", async (route) => {
      if (route.request().method() !== "PUT" || !isFirst) return route.continue();
      isFirst = false;
      await colleague.send("PUT", "/rounds/preparations/2027", theirs, { "if-match": `"v${revision}"` });
      return route.continue();
    });
    await page.getByLabel("Fecha límite").fill("2027-05-10");
    const clash = page.getByRole("alert").filter({ hasText: "Jorge Luna cambió esta preparación" });
    await expect(clash).toBeVisible();
    await expect(page.getByLabel("Fecha límite")).toHaveValue("2027-05-10");
    await clash.getByRole("button", { name: "Tomar lo guardado" }).click();
    await expect(page.getByLabel("Fecha límite")).toHaveValue("2027-05-03");
    await expect(page.getByRole("checkbox", { name: "Panamá" })).not.toBeChecked();
    await page.getByLabel("Fecha límite").fill("2027-04-30");
    await isKept(page);
    await page.reload();
    await expect(page.getByLabel("Fecha límite")).toHaveValue("2027-04-30");
  });

  test("se leen los mensajes tal como saldrían; a los países voluntarios solo la invitación", async () => {
    const page = await comes("rounds#prepare-2027-contacts");
    await knowGaps(page);
    await page.getByRole("link", { name: "Siguiente: Mensajes" }).click();
    const table = page.getByRole("table", { name: "Mensajes por paso" });
    const opening = table.getByRole("row", { name: /Apertura de la ronda/ });
    await expect(opening.getByRole("cell").nth(1)).toHaveText("7");
    await expect(opening.getByRole("cell").nth(2)).toHaveText("4");
    await expect(
      table
        .getByRole("row", { name: /^7 días después/ })
        .getByRole("cell")
        .nth(2),
    ).toHaveText("nunca");
    await page.getByLabel("País", { exact: true }).selectOption("HND");
    await page.getByText("7 días después", { exact: true }).last().click();
    const letter = page.getByRole("article").filter({ hasText: "Enlace HND" });
    await expect(letter.first()).toContainText("Honduras");
    await page.getByLabel("País", { exact: true }).selectOption("CAN");
    await expect(page.getByRole("region", { name: "Mensajes a Canadá" }).getByRole("group")).toHaveCount(1);
    await expectAccessible(page, { colorScheme: "light", width: 390 });
    await page.getByRole("checkbox", { name: "He mirado los mensajes" }).check();
    await isKept(page);
  });

  test("se abre una vez, aunque se pulse dos veces y lo pida también otra persona", async () => {
    const page = await comes("rounds#prepare-2027-open");
    await expect(page.getByText("Está todo lo que necesita una ronda.")).toBeVisible();
    const { revision } = await colleague.get<{ revision: number }>("/rounds/preparations/2027");
    const openings: number[] = [];
    page.on("response", (reply) => {
      if (reply.url().endsWith("/rounds/preparations/2027/open")) openings.push(reply.status());
    });
    const button = page.getByRole("button", { name: "Abrir la ronda" });
    await button.dblclick();
    await page.waitForURL("**/es/rounds/2027");
    // A second press that left is the same act: the same answer, and one opening.
    expect([...new Set(openings)]).toEqual([201]);
    const { rounds } = await colleague.get<{ rounds: { year: number; revision: number }[] }>("/rounds");
    expect(rounds.filter(({ year }) => year === 2027)).toMatchObject([{ revision: 1 }]);
    const second = await colleague
      .send("POST", "/rounds/preparations/2027/open", undefined, { "if-match": `"v${revision}"` })
      .then(
        () => "opened",
        () => "refused",
      );
    expect(second).toBe("refused");
    await expect(page.getByRole("row", { name: /Honduras/ })).toContainText("Sin iniciar");
    // Panama no longer has to report.
    const voluntary = page.locator("tbody").filter({ hasText: "pueden informar voluntariamente" });
    await expect(voluntary.getByRole("row", { name: /Panamá/ })).toBeVisible();
  });
});
