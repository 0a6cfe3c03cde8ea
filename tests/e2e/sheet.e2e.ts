import { figuresByPlace, isCounted } from "@avances/domain/answer";
import { completeAnswers } from "@avances/testing";
import type { Browser, Locator, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { apiUser, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import {
  asPlainText,
  type Copied,
  fromExcel,
  fromLibreOffice,
  fromWebPage,
  paste,
  type Sheet,
} from "./support/clipboard.ts";
import { expect } from "./support/expect.ts";
import { bringSession, openQuestion } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";
import { sheetOf } from "./support/sheet-of.ts";

/** What a ministry keeps about victims in a sheet of its own: 40 figures, 4 of them not fit to be taken. */
const ministrySheet: Sheet = [
  ["Total, personas", "34"],
  ["Sexo", ""],
  ["Mujer", "19"],
  ["Hombre", "7"],
  ["Otro / según registro", "8"],
  ["Se desconoce", "0"],
  ["Grupo de edad", ""],
  ["Niña, niño o adolescente (0-17)", "27"],
  ["PERSONA ADULTA", "7"],
  ["Se desconoce", "0"],
  ["Forma de explotación", ""],
  ["Explotación sexual", "18"],
  ["Trabajo o servicios forzados (incluido el trabajo doméstico)", "1"],
  ["Esclavitud, practicas analogas o servidumbre", "5*"],
  ["Actividad delictiva forzada", "4"],
  ["Mendicidad forzada o ajena", "2"],
  ["Matrimonio o unión forzada o servil", "0"],
  ["Extracción de órganos", "<5"],
  ["Adopción ilegal con fines de explotación", "1"],
  ["Múltiples formas, ninguna predominante", "0"],
  ["Otra", "1"],
  ["Se desconoce o no se ha establecido", "0"],
  ["Grupo de ciudadanía", ""],
  ["Nacionales del país informante", "14"],
  ["Nacionales de otro país de la CRM", "3"],
  ["América del Sur", "2"],
  ["Caribe, no CRM", "7"],
  ["Extrarregional", "4"],
  ["Apátrida", "4"],
  ["Se desconoce", "0"],
  ["Interna o transfronteriza", ""],
  ["Interna", "23"],
  ["Transfronteriza", "11"],
  ["Se desconoce", "0"],
  ["Actor que realizó la primera detección", ""],
  ["Policía o fiscalía", "19"],
  ["Autoridad migratoria o fronteriza", "2"],
  ["Inspección laboral", "1"],
  ["Servicio consular", "1,5"],
  ["Autoridad de protección de la niñez", "3"],
  ["Servicio de salud", "2"],
  ["Organización de la sociedad civil", "2"],
  ["Autorreferencia o línea telefónica", "1"],
  ["Otro", "1"],
  ["Se desconoce", "0"],
  ["Suma de control", "34"],
];

const codes = { victims: "TIP-PRO-01", assisted: "TIP-PRO-04" } as const;
const table = ["15", "4", "0", "5", "2", "0", "7", "1"];

/** A grid of figures as a sheet: keys, computed cells, blocks from other programs. */
describe("la hoja de una respuesta", () => {
  let portal: Portal;
  let browser: Browser;
  let submissionId: string;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "ts@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "focal@example.org", name: "Ana Solano", role: "focal_point", country: "CRI", language: "es" },
      { email: "alternate@example.org", name: "Esteban Quirós", role: "alternate", country: "CRI", language: "es" },
    ]);
    const secretariat = await signInByApi(portal, "ts@example.org");
    await secretariat.send("POST", "/rounds", {
      year: 2027,
      opensOn: "2027-02-01",
      dueOn: "2027-04-30",
      obligatedGroup: "CA-MEX",
    });
    submissionId = await reportOf(secretariat, 2027, "CRI");
    await secretariat.leave();
  });

  afterEach(({ task }) => leaveAll(visitors, task));

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  async function person(email = "focal@example.org"): Promise<Visitor> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, email);
    await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    return visitor;
  }

  const open = (page: Page, code: string) => openQuestion(page, portal, "es", { submissionId, code });
  const cell = (question: Locator, place: string) => question.locator(`input[data-cell="${place}"]`);
  const focused = (page: Page) =>
    page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.cell ?? null);

  interface Saved {
    readonly indicatorCode: string;
    readonly revision: number;
    readonly value: { readonly [part: string]: unknown } | null;
  }

  /** What the server holds, not what the page shows. */
  async function savedAnswer(visitor: Visitor, code: string): Promise<Saved | undefined> {
    const { answers } = await apiUser(visitor.context.request, portal.url).get<{ answers: readonly Saved[] }>(
      `/submissions/${submissionId}`,
    );
    return answers.find(({ indicatorCode }) => indicatorCode === code);
  }

  /** Puts the answer back to this value (null: no answer), whatever an earlier test left. */
  async function start(visitor: Visitor, code: string, value: unknown): Promise<void> {
    // What the open page still has on its way would arrive after this, as another change of the same person.
    if (visitor.page.url().includes("/reports/")) await expect(visitor.page.getByText("Todo guardado")).toBeVisible();
    const user = apiUser(visitor.context.request, portal.url);
    const revision = (await savedAnswer(visitor, code))?.revision ?? 0;
    await user.send(
      "PUT",
      `/submissions/${submissionId}/answers/${code}`,
      { state: value === null ? "not_reported" : "reported", value, reason: "", comment: "", evidence: [] },
      { "if-match": `"v${revision}"` },
    );
  }

  const counted = (total: number | null, more: object = {}) => ({
    type: "count",
    total,
    breakdowns: {},
    crossTabs: {},
    ...more,
  });

  /** Types texts cell by cell, each followed by Enter. */
  async function typeDown(page: Page, texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    }
  }

  test("se escribe con Enter de celda en celda; lo que se sigue de lo escrito se calcula, consta y cambia con ello", async () => {
    const visitor = await person();
    const { page } = visitor;
    await start(visitor, codes.victims, null);
    const question = await open(page, codes.victims);
    await cell(question, "total").focus();
    await typeDown(page, ["34", ...table]);
    // Eight of twelve cells were typed: the others and both margins are not asked.
    expect(await focused(page)).toBe("b/formOfExploitation/sexualExploitation");
    await expect(question.getByText("Suma 34 de 34. Como ya se llegó al total")).toBeVisible();
    await expect(question.getByText("Suma, Mujer, se calcula: 19")).toHaveCount(1);
    await typeDown(page, ["18", "1", "5", "4", "2"]);
    await expect(question.getByText("Suma 30 de 34: faltan 4.")).toBeVisible();

    // Arrows move through the sheet, and through the text while it is edited.
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe("b/formOfExploitation/begging");
    await page.keyboard.press("F2");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("1");
    await expect(cell(question, "b/formOfExploitation/begging")).toHaveValue("12");
    await expect(question.getByText("Suma 40 de 34: sobran 6. Corrija una celda o el total.")).toBeVisible();
    await page.keyboard.press("Shift+Enter");
    expect(await focused(page)).toBe("b/formOfExploitation/forcedCriminality");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("6");
    await expect(cell(question, "b/formOfExploitation/begging")).toHaveValue("6");
    await page.keyboard.press("End");
    await page.keyboard.press("ControlOrMeta+Home");
    expect(await focused(page)).toBe("total");

    await expect
      .poll(async () => (await savedAnswer(visitor, codes.victims))?.value)
      .toMatchObject({
        total: 34,
        breakdowns: {
          sex: { female: 19, male: 7, other: 8, unknown: 0 },
          ageGroup: { child: 27, adult: 7, unknown: 0 },
          formOfExploitation: { begging: 6, other: 0, unknown: 0 },
        },
        computed: { "b/sex/female": "margin", "b/ageGroup/child": "margin", "b/formOfExploitation/other": "zero" },
      });
    // The total changes: what followed from it is open again.
    await page.keyboard.type("40");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await savedAnswer(visitor, codes.victims))?.value).toMatchObject({ total: 40 });
    const { value } = (await savedAnswer(visitor, codes.victims)) ?? {};
    expect(JSON.stringify(value)).not.toContain("zero");
    await expect(cell(question, "b/formOfExploitation/other")).toHaveValue("");
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
  });

  test("un bloque seleccionado se copia como texto", async () => {
    const visitor = await person();
    const { page } = visitor;
    await start(visitor, codes.victims, null);
    const question = await open(page, codes.victims);
    await cell(question, "total").focus();
    await typeDown(page, ["34", ...table]);
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.press("ArrowDown");
    for (const key of ["Shift+ArrowDown", "Shift+ArrowRight"]) await page.keyboard.press(key);
    await page.keyboard.press("ControlOrMeta+C");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("15\t4\n5\t2");
  });

  const forms: readonly (readonly [string, (sheet: Sheet) => Copied])[] = [
    ["Excel", fromExcel],
    ["LibreOffice", fromLibreOffice],
    ["una página web", fromWebPage],
    ["texto", asPlainText],
  ];

  test.each(forms)("de 40 celdas pegadas desde %s, 36 se toman y 4 se explican", async (_, copy) => {
    const visitor = await person();
    const { page } = visitor;
    await start(
      visitor,
      codes.victims,
      counted(34, {
        breakdowns: { traffickingScope: { domestic: 23, crossBorder: 13 } },
        crossTabs: {
          "sex×ageGroup": {
            female: { child: 15, adult: 4, unknown: 0 },
            male: { child: 5, adult: 2, unknown: 0 },
            other: { child: 7, adult: 1 },
          },
        },
      }),
    );
    const before = await savedAnswer(visitor, codes.victims);
    const question = await open(page, codes.victims);
    await expect(question.getByText("Suma 36 de 34: sobran 2. Corrija una celda o el total.")).toBeVisible();
    await cell(question, "total").focus();
    await paste(page, copy(ministrySheet));
    const preview = page.getByRole("dialog");
    await expect(page.getByRole("dialog", { name: "Pegar 40 celdas: 36 se pueden tomar, 4 no" })).toBeVisible();
    // On a phone no table of it is wider than its dialog.
    await page.setViewportSize({ width: 390, height: 844 });
    expect(
      await preview.evaluate((dialog) => {
        const edge = dialog.getBoundingClientRect().right;
        return [...dialog.querySelectorAll("table")].filter((table) => table.getBoundingClientRect().right > edge)
          .length;
      }),
    ).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(preview.getByRole("button", { name: "Tomar las 36" })).toBeFocused();
    await expect(preview.getByText("Se reconocieron por su etiqueta, no por su orden.")).toBeVisible();
    const rowOf = (name: string) => preview.getByRole("row").filter({ hasText: name });
    await expect(rowOf("Esclavitud")).toContainText("Lleva un signo que no es parte de la cifra");
    await expect(rowOf("Extracción de órganos")).toContainText("«<5» es un límite, no una cifra");
    await expect(rowOf("Servicio consular")).toContainText("Se cuentan enteros, y 1,5 no lo es");
    await expect(rowOf("Suma de control")).toContainText("no hay una celda con esa etiqueta");
    await expect(rowOf("Transfronteriza")).toContainText("reemplaza el 13");
    await expect(preview.getByText("7 sumas que solo se comprueban")).toBeVisible();
    await expect(preview.getByText("Las 7 coinciden con las celdas.")).toBeVisible();
    await expect(preview.getByText("Con las 36, a «Forma de explotación» le faltan 7 de 34.")).toBeVisible();
    // What was not taken may follow from what is: it is said before.
    await expect(preview.getByText("Lo que se sigue de ello se calcula: «Servicio consular» = 3.")).toBeVisible();
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    // Nothing is saved before it is taken.
    expect((await savedAnswer(visitor, codes.victims))?.revision).toBe(before?.revision);

    await preview.getByRole("textbox", { name: "Cifra de Servicio consular" }).fill("1");
    await expect(page.getByRole("dialog", { name: "Pegar 40 celdas: 37 se pueden tomar, 3 no" })).toBeVisible();
    await preview.getByRole("textbox", { name: "Cifra de Servicio consular" }).fill("");
    await preview.getByRole("button", { name: "Tomar las 36" }).press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    expect(await focused(page)).toBe("total");
    await expect
      .poll(async () => (await savedAnswer(visitor, codes.victims))?.value)
      .toMatchObject({
        total: 34,
        breakdowns: {
          sex: { female: 19 },
          formOfExploitation: { sexualExploitation: 18, illegalAdoption: 1 },
          citizenship: { ownNationals: 14, unknown: 0 },
          traffickingScope: { domestic: 23, crossBorder: 11, unknown: 0 },
          identifyingActor: { lawEnforcement: 19, consular: 3, other: 1 },
        },
        computed: { "b/sex/female": "margin", "b/identifyingActor/consular": "remainder" },
      });
    const { value } = (await savedAnswer(visitor, codes.victims)) ?? {};
    expect(JSON.stringify(value)).not.toMatch(/slaveryServitude|organRemoval/);

    // One undo for the block.
    await page.keyboard.press("ControlOrMeta+Z");
    await expect
      .poll(async () => (await savedAnswer(visitor, codes.victims))?.value)
      .toMatchObject(before?.value ?? {});
    await expect(cell(question, "b/traffickingScope/crossBorder")).toHaveValue("13");
  });

  test("una columna sin etiquetas va desde la celda donde se pega, y no más allá de su tabla", async () => {
    const visitor = await person();
    const { page } = visitor;
    await start(visitor, codes.victims, counted(34));
    const question = await open(page, codes.victims);
    await cell(question, "b/traffickingScope/crossBorder").focus();
    await paste(page, asPlainText([["11"], ["0"], ["7"]]));
    const preview = page.getByRole("dialog", { name: "Pegar 3 celdas: 2 se pueden tomar, 1 no" });
    await expect(preview.getByText("El bloque no tiene etiquetas")).toBeVisible();
    await expect(preview.getByRole("row").filter({ hasText: "más allá del borde de la tabla" })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(cell(question, "b/traffickingScope/crossBorder")).toHaveValue("11");
    // The rest of 34 follows.
    await expect(cell(question, "b/traffickingScope/domestic")).toHaveValue("23");
    await expect(cell(question, "b/traffickingScope/domestic")).toHaveAttribute("data-computed", "true");
  });

  test("lo que se reemplaza dice de quién es, si lo guardó otra persona", async () => {
    const esteban = await person("alternate@example.org");
    await start(esteban, codes.victims, counted(34, { breakdowns: { traffickingScope: { domestic: 21 } } }));
    const { page } = await person();
    const question = await open(page, codes.victims);
    await cell(question, "total").focus();
    await paste(
      page,
      asPlainText([
        ["Interna", "23"],
        ["Transfronteriza", "11"],
      ]),
    );
    await expect(page.getByRole("dialog").getByRole("row").filter({ hasText: "Interna" }).first()).toContainText(
      "reemplaza el 21; la respuesta la guardó Esteban Quirós",
    );
  });

  test("una hoja en español se lee también en la página inglesa, con el total y los nombres de las tablas", async () => {
    const visitor = await person();
    const { page } = visitor;
    await start(visitor, codes.victims, null);
    const question = await openQuestion(page, portal, "en", { submissionId, code: codes.victims });
    await cell(question, "total").focus();
    await paste(
      page,
      asPlainText([
        ["Total, personas", "34"],
        ["Interna o transfronteriza", ""],
        ["Interna", "23"],
        ["Transfronteriza", "11"],
      ]),
    );
    const preview = page.getByRole("dialog", { name: "Paste 3 cells: all fit" });
    await expect(preview).toContainText("Afterwards, Undo Ctrl Z puts everything back as it was.");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await savedAnswer(visitor, codes.victims))?.value).toMatchObject({ total: 34 });
    // Into an empty answer, and the cursor is in a cell.
    expect(await focused(page)).not.toBeNull();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(cell(question, "total")).toHaveValue("");
    await expect.poll(async () => (await savedAnswer(visitor, codes.victims))?.value).toBeNull();

    // More than an answer ever holds: said, and neither the field nor the answer is touched.
    await cell(question, "total").focus();
    await paste(page, asPlainText(Array.from({ length: 2_600 }, (_, row) => [`Row ${row}`, String(row)])));
    await expect(question.getByText("This block has more than 5,000 cells, so nothing was pasted.")).toBeVisible();
    await expect(cell(question, "total")).toHaveValue("");
  });

  test("el denominador que debe ser la cifra de otra respuesta la sigue, también cuando esta cambia", async () => {
    const visitor = await person();
    const { page } = visitor;
    await start(visitor, codes.victims, counted(34));
    await start(visitor, codes.assisted, null);
    const question = await open(page, codes.assisted);
    await expect(question.getByText("según TIP-PRO-01")).toBeVisible();
    await cell(question, "numerator").fill("14");
    await cell(question, "numerator").press("Enter");
    await expect
      .poll(async () => (await savedAnswer(visitor, codes.assisted))?.value)
      .toMatchObject({ numerator: 14, denominator: 34, computed: { denominator: "equal" } });
    const victims = await open(page, codes.victims);
    await cell(victims, "total").fill("35");
    await cell(victims, "total").press("Enter");
    await expect
      .poll(async () => (await savedAnswer(visitor, codes.assisted))?.value)
      .toMatchObject({ numerator: 14, denominator: 35 });

    // The page knows that everything has arrived, so nothing of it waits on the device.
    await expect(page.getByText(/^Todo guardado/)).toBeVisible();

    // A colleague changes it while nobody has the report open: the rule says so, and the next page that is opened follows.
    await page.goto(`${portal.url}/es/home`);
    const esteban = await person("alternate@example.org");
    await start(esteban, codes.victims, counted(36));
    const { findings } = await apiUser(esteban.context.request, portal.url).get<{
      findings: readonly { ruleId: string }[];
    }>(`/submissions/${submissionId}`);
    expect(findings.map(({ ruleId }) => ruleId)).toContain("V-X05");
    await open(page, codes.assisted);
    await expect
      .poll(async () => (await savedAnswer(visitor, codes.assisted))?.value)
      .toMatchObject({ numerator: 14, denominator: 36 });
  });

  test("«solo se conoce el total» consta, saca las tablas del camino y no pierde lo escrito", async () => {
    const visitor = await person();
    const { page } = visitor;
    await start(visitor, codes.victims, counted(34, { breakdowns: { traffickingScope: { domestic: 23 } } }));
    const question = await open(page, codes.victims);
    const isIncomplete = question.getByText("Hay celdas de interna o transfronteriza en blanco.");
    await expect(isIncomplete).toBeVisible();
    await question.getByRole("button", { name: "Solo se conoce el total" }).click();
    await expect(question.getByText("no se pide ninguna desagregación, y así consta en la respuesta")).toBeVisible();
    await expect(isIncomplete).toBeHidden();
    await expect(question.locator("input[data-cell]")).toHaveCount(1);
    await expect
      .poll(async () => (await savedAnswer(visitor, codes.victims))?.value)
      .toEqual(counted(34, { totalOnly: true }));
    await question.getByRole("button", { name: "Escribir la desagregación" }).click();
    await expect(cell(question, "b/traffickingScope/domestic")).toHaveValue("23");
    await expect
      .poll(async () => (await savedAnswer(visitor, codes.victims))?.value)
      .toMatchObject({ breakdowns: { traffickingScope: { domestic: 23 } } });
  });

  test("las teclas de las cinco hojas más grandes, escritas y pegadas", async () => {
    const visitor = await person();
    const { page } = visitor;
    const catalogue = portal.api.deps.catalogues.current;
    const truth = new Map(completeAnswers(catalogue, { seed: 5 }).map((one) => [one.indicatorCode, one]));
    const largest = catalogue.indicators
      .flatMap((indicator) => {
        const value = truth.get(indicator.code)?.value;
        return isCounted(value) ? [{ indicator, value, figures: figuresByPlace(value) }] : [];
      })
      .sort((one, other) => other.figures.size - one.figures.size)
      .slice(0, 5)
      .sort((one, other) => (one.indicator.code < other.indicator.code ? -1 : 1));
    // What another answer gives must be there first.
    await start(visitor, codes.victims, truth.get(codes.victims)?.value);
    const rows: string[] = [];
    const sum = { typed: 0, pasted: 0 };
    for (const { indicator, value, figures } of largest) {
      const { code } = indicator;
      const figureText = (place: string) => String(figures.get(place) ?? "");
      const isHere = () =>
        page.evaluate((of) => document.activeElement?.closest(`[data-sheet-of="${of}"]`) !== null, code);
      const held = async () => {
        const saved = (await savedAnswer(visitor, code))?.value as typeof value | null | undefined;
        return saved ? { breakdowns: saved.breakdowns, crossTabs: saved.crossTabs } : null;
      };
      const wanted = { breakdowns: value.breakdowns, crossTabs: value.crossTabs };

      await start(visitor, code, null);
      let question = await open(page, code);
      await question.locator("input[data-cell]").first().focus();
      let enters = 0;
      const seen = new Set<string>();
      for (
        let place = await focused(page);
        place !== null && !seen.has(place) && (await isHere());
        place = await focused(page)
      ) {
        seen.add(place);
        await page.keyboard.type(figureText(place));
        await page.keyboard.press("Enter");
        enters += 1;
      }
      await expect.poll(held).toEqual(wanted);

      const sheet = sheetOf(catalogue, indicator, value);
      await start(visitor, code, null);
      question = await open(page, code);
      await question.locator("input[data-cell]").first().focus();
      await paste(page, asPlainText(sheet));
      await expect(page.getByRole("dialog").locator("[data-take]")).toBeFocused();
      await page.keyboard.press("Enter");
      await expect.poll(held).toEqual(wanted);

      rows.push(
        `${code}: ${figures.size} figures, ${enters} typed with one Enter each, ${figures.size - enters} computed; pasted: 3 keys`,
      );
      sum.typed += enters;
      sum.pasted += 3;
    }
    process.stdout.write(
      `\nKeys beyond the figures, five largest grids:\n${rows.join("\n")}\nIn all: ${sum.typed} typed, ${sum.pasted} pasted\n`,
    );
    // One Enter per figure is the floor; whatever follows from others is not asked.
    const all = largest.reduce((count, { figures }) => count + figures.size, 0);
    expect(sum.typed).toBeLessThan(all - 10);
    expect(sum.pasted).toBe(15);
  });
});
