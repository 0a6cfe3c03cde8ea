import { completeAnswers } from "@avances/testing";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, answer, apiUser, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { tabTo } from "./support/keyboard.ts";
import { bringSession, questionOf } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

interface Said {
  readonly indicatorCode: string;
  readonly state: string;
  readonly value: unknown;
  readonly reason: string;
  readonly evidence: readonly { readonly title: string; readonly locator: string | null }[];
  readonly revision: number;
}
interface Report {
  readonly submission: { readonly revision: number; readonly answered: number };
  readonly answers: readonly Said[];
  readonly previous: { readonly answers: readonly Said[] };
}

interface Named {
  readonly name: Readonly<Record<"es" | "en", string>>;
  readonly capital: Readonly<Record<"es" | "en", string>>;
}

/** The longest that the head of the form says in each of its states (`bar.texts.ts`, `status.texts.ts`). */
const headWords = {
  es: {
    states: [
      { status: "En preparación", due: (at: string) => `Fecha límite: 30 sept 2028, 23:59 en ${at} · faltan 120 días` },
      {
        status: "Devuelto",
        due: (at: string) => `Responda a más tardar el 30 sept 2028, 23:59 en ${at} · faltan 120 días`,
      },
      {
        status: "En preparación",
        due: () => "Fecha límite: 30 sept 2028. La fecha ya pasó; el informe todavía se recibe.",
      },
      { status: "En revisión", due: () => "Enviado el 30 sept 2028" },
    ],
    saved: ["Todo guardado, 22:48", "60 en este dispositivo", "! 60 sin guardar"],
    filters: ["Todas 60", "Sin respuesta 60", "Con observaciones 60", "Con pregunta 60", "Con mi nombre 60"],
    acts: ["Deshacer", "Revisar y enviar"],
  },
  en: {
    states: [
      { status: "In preparation", due: (at: string) => `Due: 30 Sept 2028, 23:59 in ${at} · 120 days left` },
      { status: "Returned", due: (at: string) => `Please answer by: 30 Sept 2028, 23:59 in ${at} · 120 days left` },
      {
        status: "In preparation",
        due: () => "Due: 30 Sept 2028. The date has passed; the report is still received.",
      },
      { status: "In review", due: () => "Sent on 30 Sept 2028" },
    ],
    saved: ["All saved, 10:48 PM", "60 on this device", "! 60 not saved"],
    filters: ["All 60", "No answer 60", "With findings 60", "Questioned 60", "Under my name 60"],
    acts: ["Undo", "Check and submit"],
  },
};

interface Heads {
  readonly heads: readonly {
    readonly country: string;
    readonly status: string;
    readonly due: string;
    readonly aside: string;
  }[];
  readonly most: number;
  readonly filters: readonly string[];
  /** Beside the way to the next one. */
  readonly acts: readonly string[];
}

/** What a page header may have, less the line that a demonstration has above everything. */
const mostHeight = 160 - 34;

/** Has the head of the page say each of these, and returns those that reach further down than that, or cut a word off. */
function headsTooHigh({ heads, most, filters, acts }: Heads): string[] {
  const bar = document.querySelector<HTMLElement>("[data-form-bar]");
  const title = bar?.querySelector("h1");
  const lead = title?.nextElementSibling;
  const side = lead?.parentElement?.nextElementSibling;
  const nav = bar?.querySelector("nav");
  const keys = nav?.nextElementSibling;
  const [badge, due] = lead?.children ?? [];
  if (!bar || !title || !side || !nav || !keys || !badge || !due)
    throw new Error("The head of the form is another one");
  const [, round = ""] = /:(.*)/.exec(title.textContent ?? "") ?? [];
  const button = keys.lastElementChild as HTMLElement;
  const other = (words: string) => Object.assign(button.cloneNode() as HTMLElement, { textContent: words });
  const link = nav.firstElementChild as HTMLElement;
  nav.replaceChildren(
    ...filters.map((words) => Object.assign(link.cloneNode() as HTMLElement, { textContent: words })),
  );
  nav.parentElement?.setAttribute("data-full", "true");
  keys.replaceChildren(...acts.map(other), button);
  const shape = badge.firstElementChild as Element;
  window.scrollTo(0, 0);
  return heads.flatMap(({ country, status, due: date, aside }) => {
    title.textContent = `${country}:${round}`;
    badge.replaceChildren(shape, status);
    due.textContent = date;
    const isButton = aside.startsWith("! ");
    const said = isButton
      ? other(aside.slice(2))
      : Object.assign(document.createElement("span"), { textContent: aside });
    side.replaceChildren(said);
    const bottom = Math.ceil(bar.getBoundingClientRect().bottom);
    const cut = nav.scrollWidth - nav.clientWidth;
    return bottom > most || cut > 0 ? [`${country}, ${status}, ${aside}: ${bottom} px high, ${cut} px cut off`] : [];
  });
}

/** A report whose last round was accepted, filled in without a mouse. */
describe("the form at rest, in Spanish and by keyboard alone", () => {
  let portal: Portal;
  let browser: Browser;
  let report: string;
  const visitors: Visitor[] = [];
  const planUntil = "2027-12-31";
  const gap = "El registro de capacitación aún no distingue a las personas.";

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "ts@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "ana@example.org", name: "Ana Solano", role: "focal_point", country: "CRI", language: "es" },
    ]);
    const before = await atWork(2027);
    const answers = completeAnswers(portal.api.deps.catalogues.current, { seed: 506 }).map((one) =>
      one.indicatorCode === "TIP-PRV-06"
        ? { ...one, state: "not_available" as const, value: null, reason: gap, evidence: [] }
        : one.indicatorCode === "TIP-LEG-05"
          ? { ...one, state: "reported" as const, value: { type: "date" as const, date: planUntil }, reason: "" }
          : one,
    );
    await answer(before.ana, before.id, answers);
    const seen = async () => {
      const { submission } = await before.ana.get<Report>(`/submissions/${before.id}`);
      return { "if-match": `"v${submission.revision}"` };
    };
    const revisions = Object.fromEntries(answers.map(({ indicatorCode }) => [indicatorCode, 1]));
    await before.ana.send(
      "POST",
      `/submissions/${before.id}/submit`,
      { declaration: true, answers: revisions },
      await seen(),
    );
    await before.secretariat.send("POST", `/submissions/${before.id}/accept`, {}, await seen());
    await Promise.all([before.ana.leave(), before.secretariat.leave()]);
    await portal.leapTo("2028-02-10T15:00:00Z");
    const now = await atWork(2028);
    report = now.id;
    await Promise.all([now.ana.leave(), now.secretariat.leave()]);
  });

  afterEach(({ task }) => leaveAll(visitors, task));

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  async function atWork(year: number): Promise<{ secretariat: ApiUser; ana: ApiUser; id: string }> {
    const secretariat = await signInByApi(portal, "ts@example.org");
    await secretariat.send("POST", "/rounds", {
      year,
      opensOn: `${year}-02-01`,
      dueOn: `${year}-04-30`,
      obligatedGroup: "CA-MEX",
    });
    const ana = await signInByApi(portal, "ana@example.org");
    return { secretariat, ana, id: await reportOf(secretariat, year, "CRI") };
  }

  async function comes(): Promise<Visitor> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, "ana@example.org");
    return visitor;
  }

  const at = (search = "") => `${portal.url}/es/reports/${report}${search}`;
  const read = (visitor: Visitor) => apiUser(visitor.context.request, portal.url).get<Report>(`/submissions/${report}`);
  const lineOf = (page: Page, code: string) => questionOf(page, portal, "es", code);
  async function said(visitor: Visitor, code: string) {
    const { answers, previous } = await read(visitor);
    const find = (all: readonly Said[]) => all.find(({ indicatorCode }) => indicatorCode === code);
    return { now: find(answers), before: find(previous.answers) };
  }
  const focusedIn = (page: Page) =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>("article")?.dataset.code ?? null);

  test("lands on the first missing answer; Enter takes the proposal with its sources and goes on, a digit chooses another level", async () => {
    const visitor = await comes();
    const { page } = visitor;
    await page.goto(at());
    const same = lineOf(page, "TIP-LEG-01").getByRole("button", { name: /^Igual que en la ronda 2027: nivel \d/ });
    await expect(same).toBeFocused();
    const bar = page.locator("header", { has: page.getByRole("heading", { level: 1 }) });
    await expect(bar).toContainText("Costa Rica: ronda 2028, datos de 2027");
    await expect(bar).toContainText("30 abr 2028, 23:59 en San José · faltan 80 días");
    // Nothing is saved by itself.
    expect((await read(visitor)).submission.answered).toBe(0);
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await expectAccessible(page, { colorScheme: "light", width: 1440 });

    await page.keyboard.press("Enter");
    await expect(lineOf(page, "TIP-LEG-02").getByRole("button", { name: /^Igual que/ })).toBeFocused();
    await expect(lineOf(page, "TIP-LEG-01")).toContainText("Confirmada, igual que en la ronda 2027");
    const { now, before } = await said(visitor, "TIP-LEG-01");
    expect(now).toMatchObject({ value: before?.value, evidence: before?.evidence });

    await page.keyboard.press("0");
    await expect
      .poll(async () => (await said(visitor, "TIP-LEG-02")).now?.value)
      .toEqual({ type: "ordinal", level: 0 });
    // Another level than before needs its own source: the cursor is there. The last act is undone, and only that.
    await expect(
      lineOf(page, "TIP-LEG-02").getByRole("button", { name: "Agregar medio de verificación" }),
    ).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await said(visitor, "TIP-LEG-02")).now?.state).toBe("not_reported");
    expect((await said(visitor, "TIP-LEG-01")).now?.state).toBe("reported");
    await page.keyboard.press("Escape");
    await expect(lineOf(page, "TIP-LEG-02").getByRole("button", { name: /^Igual que/ })).toBeVisible();

    // With source and explanation the way goes on by itself.
    await tabTo(page, lineOf(page, "TIP-LEG-02").getByRole("button", { name: /^Igual que/ }));
    await page.keyboard.press("0");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Ley 10.000");
    for (let field = 0; field < 3; field += 1) await page.keyboard.press("Enter");
    await expect(lineOf(page, "TIP-LEG-02").getByLabel(/^Comentario/)).toBeFocused();
    await page.keyboard.type("La reforma derogó la pena anterior.");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => focusedIn(page)).toBe("TIP-LEG-03");
    await expect
      .poll(async () => (await said(visitor, "TIP-LEG-02")).now)
      .toMatchObject({
        value: { level: 0 },
        comment: "La reforma derogó la pena anterior.",
        evidence: [{ title: "Ley 10.000" }],
      });
    expect(visitor.complaints()).toEqual([]);
  });

  test("a figure is typed and never proposed; its register comes with it, and Enter goes to the next missing answer", async () => {
    const visitor = await comes();
    const { page } = visitor;
    await page.goto(at("?indicator=TIP-JUS-08"));
    const line = lineOf(page, "TIP-JUS-08");
    const total = line.getByRole("textbox", { name: "Total" }).first();
    await expect(total).toBeFocused();
    await expect(total).toHaveValue("");
    const { before } = await said(visitor, "TIP-JUS-08");
    await expect(line.locator("details[data-details] > summary")).toContainText(
      `«${before?.evidence[0]?.title}» (propuesta; se toma con la respuesta)`,
    );
    await expect(line.getByRole("columnheader", { name: "ronda 2027" })).toBeVisible();
    await page.keyboard.type("7");
    for (let fields = await line.locator("[data-value] input").count(); fields > 0; fields -= 1)
      await page.keyboard.press("Enter");
    await expect.poll(async () => (await said(visitor, "TIP-JUS-08")).now?.value).toMatchObject({ total: 7 });
    const source = { title: before?.evidence[0]?.title, locator: null };
    expect((await said(visitor, "TIP-JUS-08")).now?.evidence).toMatchObject([source]);
  });

  test("no value for the same reason is proposed; Alt and an arrow lead to what is missing, across sections", async () => {
    const visitor = await comes();
    const { page } = visitor;
    await page.goto(at("?section=TIP-PRV"));
    const offer = lineOf(page, "TIP-PRV-06").getByRole("button", { name: /^Sin valor, por el mismo motivo/ });
    await expect(lineOf(page, "TIP-PRV-06")).toContainText(`No disponible: «${gap.slice(0, -1)}». Sin valor`);
    while ((await focusedIn(page)) !== "TIP-PRV-06") await page.keyboard.press("Alt+ArrowDown");
    await expect(offer).toBeFocused();
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await said(visitor, "TIP-PRV-06")).now)
      .toMatchObject({ state: "not_available", reason: gap });
    // The way led into the next section.
    await page.waitForURL("**section=TIP-PRO**");
    await expect.poll(() => focusedIn(page)).toMatch(/^TIP-PRO/);
    await page.keyboard.press("Alt+ArrowUp");
    await page.waitForURL("**section=TIP-PRV**");
    await expect.poll(() => focusedIn(page)).toBe("TIP-PRV-05");
  });

  test("a plan that has ended meanwhile is asked anew: nothing proposes or confirms it as unchanged", async () => {
    const { page } = await comes();
    await page.goto(at("?section=TIP-LEG"));
    const plan = lineOf(page, "TIP-LEG-05");
    const asked = "La fecha indicada en la ronda 2027, 31 de diciembre de 2027, ya pasó: ¿venció o se prorrogó?";
    await expect(plan).toContainText(asked);
    await expect(plan.getByRole("button", { name: /^Igual que/ })).toHaveCount(0);
    await page.getByRole("button", { name: /^Revisar y confirmar \d+ sin cambios$/ }).click();
    const dialog = page.getByRole("dialog", { name: /^¿Confirmar/ });
    await expect(dialog.getByRole("checkbox", { name: /^TIP-LEG-04/ })).toHaveCount(1);
    await expect(dialog.getByRole("checkbox", { name: /^TIP-LEG-05/ })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await plan.locator("h3 button").click();
    await expect(plan.getByText(asked)).toBeVisible();
    await expect(plan.getByRole("button", { name: /^Igual que/ })).toHaveCount(0);
  });

  test("every level has its number, both rounds head a narrow grid, no figure is cut, and a list alone does not stretch", async () => {
    const { page } = await comes();
    await page.goto(at("?indicator=TIP-PRO-07"));
    // "Level 2, and a work permit" is level 3: last year's answer says which.
    const before = lineOf(page, "TIP-PRO-07").getByRole("heading", {
      name: "Respuesta de la ronda 2027, datos de 2026",
    });
    await expect(before.locator("xpath=following-sibling::p[1]")).toContainText(/^Nivel \d /);

    const one = "SOM-JUS-01";
    await page.goto(at(`?indicator=${one}`));
    const table = lineOf(page, one).getByRole("table", { name: "Modalidad principal del tráfico ilícito" });
    expect((await table.boundingBox())?.width).toBeLessThanOrEqual(480);
    await lineOf(page, one).getByRole("textbox", { name: "Total" }).first().fill("765,432");
    const cell = table.getByRole("textbox").first();
    await cell.fill("765,432");
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await cell.evaluate((input) => input.scrollWidth - input.clientWidth)).toBeLessThanOrEqual(0);
    }
    const head = table.getByRole("columnheader").last();
    for (const round of ["ronda 2028", "ronda 2027"]) await expect(head.getByText(round)).toBeVisible();
  });

  test("the head of the form is at most 160 px high at 1440, whatever country, language and state it has to name", async () => {
    const visitor = await comes();
    const { page } = visitor;
    const { countries } = await apiUser(visitor.context.request, portal.url).get<{ countries: readonly Named[] }>(
      "/countries",
    );
    for (const language of ["es", "en"] as const) {
      await page.goto(`${portal.url}/${language}/reports/${report}`);
      await expect(page.locator("[data-form-bar] nav + div button").last()).toBeVisible();
      const { states, saved, filters, acts } = headWords[language];
      const heads = countries.flatMap(({ name, capital }) =>
        states.flatMap(({ status, due }) =>
          saved.map((aside) => ({ country: name[language], status, due: due(capital[language]), aside })),
        ),
      );
      const high = await page.evaluate(headsTooHigh, { heads, most: mostHeight, filters, acts });
      expect(high).toEqual([]);
    }
  });

  test("all sections are within reach of a low window", async () => {
    const { page } = await comes();
    await page.setViewportSize({ width: 1366, height: 700 });
    await page.goto(at("?section=TIP-PRO"));
    const sections = page.getByRole("navigation", { name: "Secciones" });
    await expect(sections.getByRole("link", { name: /^Datos e investigación/ })).toHaveCount(2);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 3));
    await expect(sections.getByRole("link", { name: /^Datos e investigación/ }).last()).toBeInViewport({ ratio: 1 });
    // Not cut off by its own box either.
    expect(
      await sections.evaluate((box) => {
        const last = [...box.querySelectorAll("li")].at(-1)?.getBoundingClientRect();
        return (last?.bottom ?? Number.POSITIVE_INFINITY) - box.getBoundingClientRect().bottom;
      }),
    ).toBeLessThanOrEqual(0);
  });

  test("the unchanged ones of a section are confirmed in one reviewed act, without the one that was unticked, and all undone", async () => {
    const visitor = await comes();
    const { page } = visitor;
    await page.goto(at("?section=SOM-LEG"));
    const open = page.getByRole("button", { name: /^Revisar y confirmar \d+ sin cambios$/ });
    const proposals = Number(/\d+/.exec((await open.textContent()) ?? "")?.[0]);
    expect(proposals).toBeGreaterThan(1);
    const { answered } = (await read(visitor)).submission;
    await tabTo(page, open);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: /^¿Confirmar/ });
    await expect(dialog.getByRole("button", { name: `Confirmar ${proposals}` })).toBeFocused();
    await expect(dialog.getByRole("checkbox")).toHaveCount(proposals);
    await expectAccessible(page, { colorScheme: "dark", width: 390 }, "dialog[open]");
    await expectAccessible(page, { colorScheme: "light", width: 1440 }, "dialog[open]");
    await tabTo(page, dialog.getByRole("checkbox", { name: /^SOM-LEG-02/ }));
    await page.keyboard.press("Space");
    await tabTo(page, dialog.getByRole("button", { name: `Confirmar ${proposals - 1}` }));
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await read(visitor)).submission.answered).toBe(answered + proposals - 1);
    expect((await said(visitor, "SOM-LEG-02")).now).toBeUndefined();
    const { now, before } = await said(visitor, "SOM-LEG-01");
    expect(now).toMatchObject({ value: before?.value, evidence: before?.evidence });

    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await read(visitor)).submission.answered).toBe(answered);
    await expect(open).toHaveText(`Revisar y confirmar ${proposals} sin cambios`);
  });

  test("nothing to report is said of a section with one reason, never as zero, and undone", async () => {
    const visitor = await comes();
    const { page } = visitor;
    await page.goto(at("?section=SOM-DAT"));
    const { answered } = (await read(visitor)).submission;
    await tabTo(page, page.getByRole("button", { name: "Indíquelo aquí" }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Nada que informar" });
    await expect(dialog).toContainText("No es cero");
    const reason = dialog.getByLabel("¿Por qué no hay valor?");
    await tabTo(page, reason);
    await page.keyboard.type("Nada.");
    await tabTo(page, dialog.getByRole("button", { name: /^Guardar \d+ sin valor$/ }));
    await page.keyboard.press("Enter");
    await expect(dialog).toContainText("Dé el motivo en 20 caracteres o más.");
    await reason.focus();
    await page.keyboard.type(" En este año no hubo institución encargada.");
    await tabTo(page, dialog.getByRole("button", { name: /^Guardar 3 sin valor$/ }));
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await read(visitor)).submission.answered).toBe(answered + 3);
    expect((await said(visitor, "SOM-DAT-02")).now).toMatchObject({
      state: "not_available",
      value: null,
      reason: "Nada. En este año no hubo institución encargada.",
    });
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await read(visitor)).submission.answered).toBe(answered);
  });

  test("filters hide nothing that is unsaved, an answer stays where it was given, and what cannot be read survives closing and a new load", async () => {
    const visitor = await comes();
    const { page } = visitor;
    await page.goto(at("?indicator=TIP-JUS-01"));
    const line = lineOf(page, "TIP-JUS-01");
    const total = line.getByRole("textbox", { name: "Total" }).first();
    await expect(total).toBeFocused();
    await page.keyboard.type("1.2.3");
    // What cannot be read keeps the cursor, with its reason; Escape closes it, and the line says so.
    await page.keyboard.press("Escape");
    await expect(line).toContainText("Un campo no se guardó");
    await expect(total).toHaveCount(0);
    await expect(line.locator("h3 button")).toBeFocused();

    await tabTo(page, page.getByRole("link", { name: /^Con mi nombre/ }));
    await page.keyboard.press("Enter");
    await page.waitForURL("**show=mine**");
    await expect(lineOf(page, "TIP-JUS-02")).toHaveCount(0);
    await expect(line).toBeVisible();

    const missing = page.getByRole("link", { name: /^Sin respuesta/ });
    await tabTo(page, missing);
    await page.keyboard.press("Enter");
    await page.waitForURL("**show=missing**");
    const given = lineOf(page, "TIP-LEG-03");
    await tabTo(page, given.getByRole("button", { name: /^Igual que/ }));
    await page.keyboard.press("Enter");
    await expect(given).toContainText("Confirmada, igual que en la ronda 2027");
    await tabTo(page, missing);
    await page.keyboard.press("Enter");
    await expect(given).toHaveCount(0);

    await page.goto(at("?indicator=TIP-JUS-01"));
    await expect(total).toHaveValue("1.2.3");
    expect((await said(visitor, "TIP-JUS-01")).now?.value ?? null).toBeNull();
  });
});
