import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { tabTo } from "./support/keyboard.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";
import { isKept } from "./support/prepare-round.ts";

const obligated = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC"];

/** The wizard of a round from its first step to the opening, with Tab, Space and Enter alone, at the width of a desk and of a telephone. */
describe("preparar una ronda solo con el teclado", () => {
  let portal: Portal;
  let browser: Browser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2026-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      ...obligated.map((country) => ({
        ...{ email: `${country}@example.org`, name: `Enlace ${country}`, role: "focal_point" as const, country },
        language: country === "BLZ" ? ("en" as const) : ("es" as const),
      })),
    ]);
    const office = await signInByApi(portal, "paula@example.org");
    await office.send("POST", "/rounds", {
      ...{ year: 2026, opensOn: "2026-02-10", dueOn: "2026-04-30", obligatedGroup: "CA-MEX" },
    });
    await office.leave();
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  test.each([
    { width: 390, year: 2027, now: "2026-11-30T15:00:00Z" },
    { width: 1440, year: 2028, now: "2027-11-29T15:00:00Z" },
  ])("a $width px, la ronda $year se abre sin el ratón", async ({ width, year, now }) => {
    await portal.goTo(now);
    const visitor = await arrive(browser, { viewport: { width, height: 844 } });
    visitors.push(visitor);
    await bringSession(visitor, portal, "paula@example.org");
    const { page } = visitor;
    await page.goto(`${portal.url}/es/rounds#all`);
    const follow = async (name: string | RegExp) => {
      await tabTo(page, page.getByRole("link", { name }).first());
      await page.keyboard.press("Enter");
    };
    const tick = async (name: string | RegExp) => {
      const box = page.getByRole("checkbox", { name }).first();
      await tabTo(page, box);
      await page.keyboard.press("Space");
    };
    await follow(`Abrir la ronda ${year}, datos de ${year - 1}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Preparar la ronda ${year}, datos de ${year - 1}`);
    await follow("Siguiente: Indicadores");
    // Where the set of indicators differs, somebody has to say that it was looked at.
    const changed = page.getByRole("checkbox", { name: "He mirado lo que es distinto" });
    await expect(changed.or(page.getByText(/como en la ronda que se copia/)).first()).toBeVisible();
    if ((await changed.isVisible()) && !(await changed.isChecked())) await tick("He mirado lo que es distinto");
    await follow("Siguiente: Fechas y países");
    // Nobody is there to be written to.
    if (await page.getByRole("checkbox", { name: "Panamá" }).isChecked()) await tick("Panamá");
    await expect(page.getByRole("checkbox", { name: "Panamá" })).not.toBeChecked();
    await isKept(page);
    await follow("Siguiente: Contactos");
    const gaps = page.getByRole("checkbox", { name: /^Abrir aunque falte/ });
    await gaps.first().waitFor();
    for (let index = 0; index < (await gaps.count()); index += 1) {
      if (await gaps.nth(index).isChecked()) continue;
      await tabTo(page, gaps.nth(index));
      await page.keyboard.press("Space");
    }
    await isKept(page);
    await follow("Siguiente: Mensajes");
    await tick("He mirado los mensajes");
    await isKept(page);
    await follow("Siguiente: Abrir");
    await expect(page.getByText("Está todo lo que necesita una ronda.")).toBeVisible();
    // Nothing stands beside the page.
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    await tabTo(page, page.getByRole("button", { name: "Abrir la ronda" }));
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/es/rounds/${year}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(String(year));
  });
});
