import { completeAnswers } from "@avances/testing";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible, expectNothingBeside } from "./support/accessible.ts";
import { type ApiUser, answer, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { tabTo } from "./support/keyboard.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

interface Report {
  readonly submission: { readonly version: number; readonly revision: number; readonly status: string };
  readonly answers: readonly { readonly indicatorCode: string; readonly revision: number; readonly comment: string }[];
}

/** The review desk by keyboard, with two people of the Secretariat and a version that comes meanwhile. */
describe("la mesa de revisión", () => {
  let portal: Portal;
  let browser: Browser;
  let jorge: ApiUser;
  let ines: ApiUser;
  let honduras: string;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "jorge@example.org", name: "Jorge Luna", role: "secretariat", language: "es" },
      { email: "ines@example.org", name: "Inés Mejía", role: "focal_point", country: "HND", language: "es" },
    ]);
    jorge = await signInByApi(portal, "jorge@example.org");
    ines = await signInByApi(portal, "ines@example.org");
    const round = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
    await jorge.send("POST", "/rounds", round);
    honduras = await reportOf(jorge, 2027, "HND");
    await answer(ines, honduras, completeAnswers(portal.api.deps.catalogues.current, { seed: 7, previous: null }));
    await submits();
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await Promise.all([jorge?.leave(), ines?.leave()]);
    await browser?.close();
    await portal?.close();
  });

  const report = () => ines.get<Report>(`/submissions/${honduras}`);
  const seen = async () => ({ "if-match": `"v${(await report()).submission.revision}"` });
  async function submits(): Promise<void> {
    const { answers } = await report();
    const revisions = Object.fromEntries(answers.map(({ indicatorCode, revision }) => [indicatorCode, revision]));
    await ines.send("POST", `/submissions/${honduras}/submit`, { declaration: true, answers: revisions }, await seen());
  }
  async function comes(path: string, email: string | null = "paula@example.org"): Promise<Page> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    if (email !== null) await bringSession(visitor, portal, email);
    await visitor.page.goto(`${portal.url}/es/${path}`);
    return visitor.page;
  }
  const verdicts = async () =>
    (
      await jorge.get<{ verdicts: { indicatorCode: string; verdict: string | null; version: number }[] }>(
        `/submissions/${honduras}/verdicts`,
      )
    ).verdicts.filter(({ verdict }) => verdict !== null);
  const pressed = (page: Page, code: string, name: string) =>
    page.locator(`#${code}`).getByRole("button", { name, exact: true });

  test("la bandeja dice qué necesita a quién hoy, y la fecha que la Secretaría promete", async () => {
    const page = await comes("reviews");
    await expect(page.getByRole("heading", { name: "A quién le toca hoy" })).toBeVisible();
    await expect(page.getByText("1 informe espera revisión.", { exact: true })).toBeVisible();
    await expect(page.getByText("El acuse de recibo de un informe no indica ningún día.")).toBeVisible();
    await page.getByRole("button", { name: "Cambiarlo" }).click();
    await expect(page.getByLabel("Días hábiles")).toBeFocused();
    await page.getByLabel("Días hábiles").fill("0");
    await page.getByRole("button", { name: "Decidirlo" }).click();
    await expect(page.getByText("Escriba un número entero de 1 a 60, o nada.")).toBeVisible();
    await page.getByLabel("Días hábiles").fill("10");
    await page.getByRole("button", { name: "Decidirlo" }).click();
    const promise = page.getByRole("region", { name: "Cuándo respondemos" });
    await expect(promise.getByText("Respondemos en 10 días hábiles.")).toBeVisible();
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [390, 1440] as const) await expectAccessible(page, { colorScheme, width });
  });

  test("se revisa con el teclado: visto, reserva y una pregunta con su motivo; lo de otra persona se ve sin cargar de nuevo", async () => {
    const page = await comes(`reviews/${honduras}?show=all`);
    const first = page.locator("article[data-answer] h3").first();
    await first.waitFor();
    const codes = await page.locator("article[data-answer]").evaluateAll((all) => all.slice(0, 4).map(({ id }) => id));
    const [one, two, three, four] = codes as [string, string, string, string];
    await first.focus();
    await page.keyboard.press("1");
    await expect(pressed(page, one, "Visto")).toHaveAttribute("aria-pressed", "true");
    await first.focus();
    await page.keyboard.press("j");
    await expect(page.locator(`#${two} h3`)).toBeFocused();
    await page.keyboard.press("2");
    const question = page.locator(`#${two}`).getByLabel("Su pregunta al país");
    await expect(question).toBeFocused();
    await page.locator(`#${two}`).getByLabel("Motivo").selectOption("source_missing");
    await expect(question).toHaveValue("¿Podrían, por favor, indicar la fuente de esta respuesta o adjuntarla?");
    await question.focus();
    await page.keyboard.press("End");
    await page.keyboard.type(" 1 2 3");
    await expect(question).toHaveValue(/adjuntarla\? 1 2 3$/);
    await expect(page.locator(`#${two}`).getByText("Espera aquí a la devolución.")).toBeVisible();
    await page.locator(`#${three} h3`).focus();
    await page.keyboard.press("3");
    await expect(pressed(page, three, "Reserva")).toHaveAttribute("aria-pressed", "true");
    await page.locator(`#${three}`).getByLabel("Su reserva").fill("Se contó a mano");
    await page.keyboard.press("Tab");
    await expect
      .poll(async () => (await verdicts()).map(({ indicatorCode, verdict }) => `${indicatorCode} ${verdict}`).sort())
      .toEqual([`${one} seen`, `${two} question`, `${three} reservation`].sort());

    const mark = { indicatorCode: four, verdict: "seen", reason: null, words: "", revision: 0 };
    await jorge.send("PUT", `/submissions/${honduras}/verdicts`, { version: 1, marks: [mark] });
    await expect(pressed(page, four, "Visto")).toHaveAttribute("aria-pressed", "true", { timeout: 10_000 });
    await expect(page.locator(`#${four}`).getByText(/^Jorge Luna/)).toBeVisible();
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
  });

  test("llega una versión nueva: las marcas sobre lo que no cambió quedan, y las dos versiones se ven juntas", async () => {
    const before = await verdicts();
    const page = await comes(`reviews/${honduras}?show=all`);
    await page.getByRole("button", { name: "Devolver para aclaración" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Devolver con 1 pregunta" }).click();
    await expect(page.getByText("El informe está en el país para aclaración.").first()).toBeVisible();

    const asked = before.find(({ verdict }) => verdict === "question")?.indicatorCode ?? "";
    const { answers } = await report();
    const old = answers.find(({ indicatorCode }) => indicatorCode === asked);
    const { indicatorCode, revision, state, value, reason, evidence } = old as never as Record<string, unknown>;
    const again = { indicatorCode, revision, state, value, reason, evidence, comment: "La del ministerio" };
    await ines.send("PUT", `/submissions/${honduras}/answers`, { answers: [again] });
    await submits();
    await expect(page.getByText("Llegó la versión 2 mientras usted leía")).toBeVisible({ timeout: 15_000 });
    for (const { indicatorCode, verdict } of before.filter((one) => one.verdict === "seen"))
      await expect(pressed(page, indicatorCode, "Visto")).toHaveAttribute(
        "aria-pressed",
        verdict === "seen" ? "true" : "false",
      );
    await expect(
      page.locator(`#${asked}`).getByText("Marcado en la versión 1; el país cambió esta respuesta desde entonces."),
    ).toBeVisible();

    await page.getByLabel("Comparar con").selectOption("1");
    await page.getByRole("radio", { name: /^Cambiaron \(/ }).check();
    await expect(page.locator("article[data-answer]")).toHaveCount(1);
    await expect(page.locator(`#${asked}`).getByRole("heading", { name: "Versión 1" })).toBeVisible();
    await expect(page.locator(`#${asked}`).getByText("La del ministerio")).toBeVisible();
    await expectAccessible(page, { colorScheme: "light", width: 390 });
  });

  test("las dos versiones, una junto a la otra, solo con el teclado y en un teléfono", async () => {
    const page = await comes(`reviews/${honduras}`);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator("article[data-answer]").first().waitFor();
    const compare = page.getByLabel("Comparar con");
    await tabTo(page, compare);
    await page.keyboard.press("ArrowDown");
    await expect(compare).toHaveValue("1");
    await expect(page.getByRole("heading", { name: "Versión 1" }).first()).toBeVisible();
    await expect(compare).toBeFocused();
    const changed = page.getByRole("radio", { name: /^Cambiaron \(/ });
    await page.keyboard.press("Shift+Tab");
    await expect(page.getByRole("group", { name: "Respuestas" }).locator(":focus")).toHaveCount(1);
    for (let presses = 0; presses < 6 && !(await changed.isChecked()); presses += 1)
      await page.keyboard.press("ArrowRight");
    await expect(changed).toBeFocused();
    const article = page.locator("article[data-answer]");
    await expect(article).toHaveCount(1);
    await expect(article.getByText("La del ministerio")).toBeVisible();
    await expect(article.getByRole("heading", { name: "Versión 1" })).toBeVisible();
    await expect(article.getByRole("heading", { name: "Versión 2 (la última)" })).toBeVisible();
    await tabTo(page, article.getByRole("button", { name: "Visto", exact: true }));
    await page.keyboard.press("Enter");
    await expect(article.getByRole("button", { name: "Visto", exact: true })).toHaveAttribute("aria-pressed", "true");
    await expect(article.getByRole("button", { name: "Visto", exact: true })).toBeFocused();
    await expectNothingBeside(page);
  });

  /** What the page says of the country, part by part, as it is read. */
  const partsOf = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("main section[aria-labelledby]")]
        .filter((part) => part.parentElement?.closest("section[aria-labelledby]") == null)
        .map((part) => [part.getAttribute("aria-labelledby"), part.textContent] as const),
    );

  test("la página pública antes de aceptar es la que después se publica, y ningún país la alcanza", async () => {
    await addPeople(portal, [
      { email: "ana@example.org", name: "Ana Mora", role: "focal_point", country: "CRI", language: "es" },
    ]);
    const page = await comes(`reviews/${honduras}`);
    await page.locator("article[data-answer]").first().waitFor();
    await tabTo(page, page.getByRole("link", { name: "Ver la página pública tal como sería" }));
    await page.keyboard.press("Enter");
    await expect(
      page.getByRole("heading", { level: 1, name: "Honduras: la página pública, si usted acepta" }),
    ).toBeFocused();
    await expect(page.getByText("Vista previa: nada de esto es público, y el informe no está aceptado")).toBeVisible();
    await expect(page.getByText(/si la versión 2 se aceptara y se publicara ahora/)).toBeVisible();
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [390, 1440] as const) await expectAccessible(page, { colorScheme, width });
    const shown = await partsOf(page);
    const address = `reports/${honduras}/publication`;

    // Of its own report a country sees nothing yet; of another's it is told that there is nothing.
    const own = await comes(address, "ines@example.org");
    await expect(own.getByRole("heading", { level: 1, name: "No hay un informe aceptado en espera" })).toBeVisible();
    const other = await comes(address, "ana@example.org");
    await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(other.locator("main")).not.toContainText("Honduras");
    const ana = await signInByApi(portal, "ana@example.org");
    for (const path of [`/submissions/${honduras}/review-preview?version=2`, `/submissions/${honduras}/publication`]) {
      await expect(ana.get(path)).rejects.toThrow(/ 40[34] /);
      await expect(ines.get(path)).rejects.toThrow(/ 40[349] /);
    }
    await ana.leave();
    expect((await fetch(`${portal.direct}/api/v1/submissions/${honduras}/publication`)).status).toBe(401);

    await jorge.send("POST", `/submissions/${honduras}/accept`, { confirmNotApplicable: [] }, await seen());
    // The Secretariat is not told to write to itself, and comes back to its review; the country is told whom to write to.
    await page.goto(`${portal.url}/es/${address}`);
    await expect(page.getByText(/Si alguna cifra no es correcta, devuelva el informe/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Revisión", exact: true })).toHaveAttribute(
      "href",
      `/es/reviews/${honduras}`,
    );
    await own.reload();
    await expect(own.getByText(/Si alguna cifra no es correcta, escriba a la Secretaría Técnica/)).toBeVisible();
    await ines.send("POST", `/submissions/${honduras}/consent`, { version: 2 }, await seen());
    await jorge.send("POST", `/submissions/${honduras}/publish`, undefined, await seen());
    const reader = await comes("countries/HND", null);
    await expect(reader.getByRole("heading", { level: 1 })).toContainText("Honduras");
    const published = new Map(await partsOf(reader));
    const told = shown.filter(([name]) => name !== "public-changes");
    expect(told.length).toBeGreaterThan(4);
    for (const [name, words] of told) expect([name, published.get(name ?? "")]).toEqual([name, words]);
  });
});
