import { type Answer, type Answers, type CountedValue, figuresByPlace, isCounted } from "@avances/domain/answer";
import type { Catalogue, Indicator } from "@avances/domain/catalogue";
import { completeAnswers } from "@avances/testing";
import type { Browser, Locator, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { type ApiUser, answer, apiUser, reportOf, signInByApi } from "../support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "../support/browser.ts";
import { asPlainText, paste } from "../support/clipboard.ts";
import { expect } from "../support/expect.ts";
import { bringSession } from "../support/pages.ts";
import { addPeople } from "../support/people.ts";
import { type Portal, startPortal } from "../support/portal.ts";
import { sheetOf } from "../support/sheet-of.ts";

/** One country per way, so that each has a whole report of its own before it. */
const ways = { typed: "CRI", five: "GTM", all: "HND", mouse: "SLV" } as const;
type Way = keyof typeof ways;

/**
 * Without a number in the round before, and again: the reason is confirmed with one key. With these the report is made as Costa Rica's is: 28 answers
 * that last, 10 gaps, 3 levels that are asked each year, an amount, and 18 counts and ratios, of which 16 have grids.
 */
const gaps: readonly string[] = [
  "TIP-PRV-06",
  "SOM-PRO-03",
  "TIP-JUS-06",
  "TIP-COO-04",
  "TIP-DAT-02",
  "SOM-DAT-02",
  "TIP-DAT-03",
  "SOM-DAT-03",
  "TIP-PRV-03",
  "SOM-PRV-02",
];
const reason = "El registro nacional aún no distingue este dato; se prevé para la próxima ronda.";

interface Saved {
  readonly indicatorCode: string;
  readonly state: string;
  readonly value: unknown;
}
interface Report {
  readonly submission: { readonly revision: number; readonly answered: number; readonly status: string };
  readonly answers: readonly Saved[];
}

/** Where the focus is, in words of the form. */
interface Stop {
  readonly code: string | null;
  readonly kind: "proposal" | "cell" | "level" | "field" | "text" | "comment" | "check" | "other";
  readonly place: string;
  readonly words: string;
}

function stopHere(): Stop {
  const at = document.activeElement;
  const code = at?.closest<HTMLElement>("article[data-code]")?.dataset.code ?? null;
  const words = (at?.getAttribute("aria-label") ?? at?.textContent ?? "").trim().slice(0, 80);
  const kind = () => {
    if (at?.id === "to-check") return "check";
    if (at?.closest("[data-proposal]")) return "proposal";
    if (at instanceof HTMLTextAreaElement) return at.closest("[data-value]") ? "text" : "comment";
    if (!(at instanceof HTMLInputElement)) return "other";
    if (at.dataset.cell !== undefined) return "cell";
    if (at.type === "radio") return at.name.endsWith("-level") ? "level" : "other";
    return at.closest("[data-value]") ? "field" : "other";
  };
  return { code, kind: kind(), place: at instanceof HTMLElement ? (at.dataset.cell ?? "") : "", words };
}

/**
 * A whole report with last year's beside it, counted in keys and in clicks. Not counted are the characters of what is new: figures, the digit of a level,
 * the words of a text. Everything else is, from the first look at the form to the receipt; a modifier is a key of its own.
 */
describe("las teclas de un informe entero", () => {
  let portal: Portal;
  let browser: Browser;
  let catalogue: Catalogue;
  let wanted: ReadonlyMap<string, Answer>;
  /** Of the answers to be given: those with a grid, largest first. */
  let grids: readonly string[];
  const reports = new Map<Way, string>();
  const visitors: Visitor[] = [];
  const printed: string[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    catalogue = portal.api.deps.catalogues.current;
    await addPeople(portal, [
      { email: "ts@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      ...Object.values(ways).map((country) => ({
        email: `${country}@example.org`.toLowerCase(),
        name: `Ana Solano ${country}`,
        role: "focal_point" as const,
        country,
        language: "es" as const,
      })),
    ]);
    const before = completeAnswers(catalogue, { seed: 506, language: "es" }).map((one) =>
      gaps.includes(one.indicatorCode)
        ? { ...one, state: "not_available" as const, value: null, reason, evidence: [], comment: "" }
        : one,
    );
    wanted = new Map(newAnswers(before).map((one) => [one.indicatorCode, one]));
    grids = [...wanted.values()]
      .filter(({ indicatorCode, value }) => isCounted(value) && hasGrid(indicatorOf(indicatorCode)))
      .sort((one, other) => figuresOf(other).size - figuresOf(one).size)
      .map(({ indicatorCode }) => indicatorCode);
    await openRound(2027);
    const secretariat = await signInByApi(portal, "ts@example.org");
    for (const country of Object.values(ways)) {
      const id = await reportOf(secretariat, 2027, country);
      const person = await signInByApi(portal, `${country}@example.org`.toLowerCase());
      await answer(person, id, before);
      const revision = async () => (await person.get<Report>(`/submissions/${id}`)).submission.revision;
      const revisions = Object.fromEntries(before.map(({ indicatorCode }) => [indicatorCode, 1]));
      const seen = async () => ({ "if-match": `"v${await revision()}"` });
      await person.send("POST", `/submissions/${id}/submit`, { declaration: true, answers: revisions }, await seen());
      await secretariat.send("POST", `/submissions/${id}/accept`, {}, await seen());
      await person.leave();
    }
    await secretariat.leave();
    await portal.leapTo("2028-02-10T15:00:00Z");
    await openRound(2028);
    const again = await signInByApi(portal, "ts@example.org");
    for (const [way, country] of Object.entries(ways)) reports.set(way as Way, await reportOf(again, 2028, country));
    await again.leave();
  });

  afterEach(({ task }) => leaveAll(visitors, task));

  afterAll(async () => {
    process.stdout.write(`\n${printed.join("\n")}\n`);
    await browser?.close();
    await portal?.close();
  });

  async function openRound(year: number): Promise<void> {
    const secretariat: ApiUser = await signInByApi(portal, "ts@example.org");
    await secretariat.send("POST", "/rounds", {
      year,
      opensOn: `${year}-02-01`,
      dueOn: `${year}-04-30`,
      obligatedGroup: "CA-MEX",
    });
    await secretariat.leave();
  }

  const indicatorOf = (code: string) => catalogue.indicators.find((one) => one.code === code) as Indicator;
  const hasGrid = ({ disaggregations, crossTabs }: Indicator) => disaggregations.length + crossTabs.length > 0;
  const figuresOf = ({ value }: Answer): ReadonlyMap<string, number> =>
    isCounted(value) ? figuresByPlace(value as CountedValue) : new Map();

  /**
   * This year's answers: what is carried forward is as last year, and so are the gaps; every figure is new. Of several years the one that no
   * rule asks an explanation for: notes are not what is counted here.
   */
  function newAnswers(before: readonly Answer[]): readonly Answer[] {
    const previous: Answers = new Map(before.map((one) => [one.indicatorCode, one]));
    for (let seed = 1; seed < 400; seed += 1) {
      const made = completeAnswers(catalogue, { seed, previous, referenceYear: 2027, language: "es" }).map((one) => {
        const old = previous.get(one.indicatorCode);
        const isKept = old !== undefined && (indicatorOf(one.indicatorCode).carryForward || old.state !== "reported");
        return isKept ? { ...old, comment: "" } : one;
      });
      if (made.every(({ comment }) => comment === "")) return made;
    }
    throw new Error("Every year needs an explanation");
  }

  async function comes(way: Way): Promise<Visitor> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, `${ways[way]}@example.org`.toLowerCase());
    await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await visitor.page.setViewportSize({ width: 1440, height: 900 });
    await visitor.page.goto(`${portal.url}/es/reports/${reports.get(way)}`);
    return visitor;
  }

  /**
   * Once the focus is where something can be given, and somewhere else than here. On its way there, while a dialog closes or what the answer holds is
   * still coming, it is on the page itself or on the line of an answer, which is no stop.
   */
  async function nextStop(page: Page, from: Stop | null): Promise<Stop> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const stop = await page.evaluate(stopHere);
      if (stop.kind !== "other" && JSON.stringify(stop) !== JSON.stringify(from)) return stop;
      if (Date.now() > deadline)
        throw new Error(`After ${JSON.stringify(from)} the focus stays at ${JSON.stringify(stop)}`);
      await page.waitForTimeout(15);
    }
  }

  /** What is typed at this stop; its characters are figures and are not counted. */
  function textFor({ code, kind, place }: Stop): string {
    const value = wanted.get(code ?? "")?.value;
    if (kind === "cell") return String(figuresOf(wanted.get(code ?? "") as Answer).get(place) ?? "");
    if (value?.type === "money") return String(value.amountMinor / 100);
    if (value?.type === "text") return value.text;
    if (value?.type === "date") return value.date;
    throw new Error(`Nothing to type at ${code} ${kind} ${place}`);
  }

  /** Fills in the report with keys alone, from the first look at the form to its receipt. Returns the keys, by what they were for. */
  async function finishByKeys(way: Way, isPasted: (code: string) => boolean): Promise<Record<string, number>> {
    const { page } = await comes(way);
    const keys: Record<string, number> = { proposals: 0, levels: 0, "after a figure": 0, pasting: 0, sending: 0 };
    const press = async (what: string, key: string) => {
      // Control and V are two.
      keys[what] = (keys[what] ?? 0) + key.split("+").length;
      await page.keyboard.press(key);
    };
    const pasted = new Set<string>();
    let stop = await nextStop(page, null);
    for (let steps = 0; stop.kind !== "check"; steps += 1) {
      if (steps > 400) throw new Error(`No end in sight at ${JSON.stringify(stop)}`);
      switch (stop.kind) {
        case "proposal":
          await press("proposals", "Enter");
          break;
        case "level": {
          const value = wanted.get(stop.code ?? "")?.value;
          await page.keyboard.press(String(value?.type === "ordinal" ? value.level : ""));
          await press("levels", "Enter");
          break;
        }
        case "cell":
          if (stop.code !== null && isPasted(stop.code) && !pasted.has(stop.code)) {
            pasted.add(stop.code);
            await paste(
              page,
              asPlainText(sheetOf(catalogue, indicatorOf(stop.code), wanted.get(stop.code)?.value as CountedValue)),
            );
            keys.pasting = (keys.pasting ?? 0) + 2;
            await expect(page.getByRole("dialog").locator("[data-take]")).toBeFocused();
            await press("pasting", "Enter");
            await expect(page.getByRole("dialog")).toHaveCount(0);
          } else {
            await page.keyboard.type(textFor(stop));
            await press("after a figure", "Enter");
          }
          break;
        case "field":
          await page.keyboard.type(textFor(stop));
          await press("after a figure", "Enter");
          break;
        case "text":
          await page.keyboard.type(textFor(stop));
          // A plain Enter begins a new line.
          await press("after a text", "Control+Enter");
          break;
        default:
          throw new Error(`The way stopped at ${JSON.stringify(stop)}`);
      }
      stop = await nextStop(page, stop);
    }
    await expect.poll(async () => (await read(page, way)).submission.answered).toBe(60);
    await press("sending", "Enter");
    await page.waitForURL("**/review");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    const isAt = (selector: string) =>
      page.evaluate((wantedHere) => document.activeElement?.matches(wantedHere) === true, selector);
    await press("sending", "Tab");
    await press("sending", "Enter");
    await expect.poll(() => isAt("#act input[type=checkbox]")).toBe(true);
    await press("sending", "Space");
    await press("sending", "Enter");
    await page.waitForURL("**/receipt**");
    return keys;
  }

  async function read(page: Page, way: Way): Promise<Report> {
    return apiUser(page.context().request, portal.url).get<Report>(`/submissions/${reports.get(way)}`);
  }

  /** The server holds every new figure, and of the rest last year's answer. */
  async function expectFinished(way: Way): Promise<void> {
    const { page } = visitors.at(-1) as Visitor;
    const { submission, answers } = await read(page, way);
    expect(submission.status).toBe("submitted");
    expect(answers).toHaveLength(60);
    for (const { indicatorCode, state, value } of answers) {
      const right = wanted.get(indicatorCode) as Answer;
      expect([indicatorCode, state]).toEqual([indicatorCode, right.state]);
      if (isCounted(right.value)) {
        const held = value as CountedValue;
        expect([indicatorCode, [...figuresByPlace(held)].sort()]).toEqual([
          indicatorCode,
          [...figuresOf(right)].sort(),
        ]);
      } else expect([indicatorCode, value]).toEqual([indicatorCode, right.value]);
    }
  }

  function tell(what: string, counted: Readonly<Record<string, number>>, most: number): number {
    const sum = Object.values(counted).reduce((all, one) => all + one, 0);
    const parts = Object.entries(counted).map(([name, one]) => `${name} ${one}`);
    printed.push(`${what}: ${sum} (≤ ${most}): ${parts.join(", ")}`);
    return sum;
  }

  test("cada celda escrita", async () => {
    const keys = await finishByKeys("typed", () => false);
    await expectFinished("typed");
    expect(tell("Keys beyond the figures, every cell typed", keys, 225)).toBeLessThanOrEqual(225);
  });

  test("las cinco tablas más grandes pegadas", async () => {
    const five = grids.slice(0, 5);
    const keys = await finishByKeys("five", (code) => five.includes(code));
    await expectFinished("five");
    expect(tell("The five largest grids pasted", keys, 150)).toBeLessThanOrEqual(150);
  });

  test("todas las tablas pegadas", async () => {
    const keys = await finishByKeys("all", (code) => grids.includes(code));
    await expectFinished("all");
    expect(tell(`All ${grids.length} grids pasted`, keys, 100)).toBeLessThanOrEqual(100);
  });

  test("con el ratón; las doce secciones en reposo", async () => {
    const { page } = await comes("mouse");
    const form = `${portal.url}/es/reports/${reports.get("mouse")}`;
    const sections = ["TIP", "SOM"].flatMap((instrument) =>
      ["LEG", "PRV", "PRO", "JUS", "COO", "DAT"].map((dimension) => `${instrument}-${dimension}`),
    );
    let height = 0;
    for (const section of sections) {
      await page.goto(`${form}?section=${section}`);
      await page.waitForFunction(() => document.activeElement?.closest("article[data-code]") !== null);
      // The landing opens the first answer that is missing, if nothing is proposed for it.
      for (const open of await page.locator('main h3 button[aria-expanded="true"]').all()) await open.click();
      await expect(page.locator('main h3 button[aria-expanded="true"]')).toHaveCount(0);
      height += await page.locator("[data-section]").evaluate((one) => one.getBoundingClientRect().height);
    }
    printed.push(`The twelve sections at rest, at 1440 px: ${Math.round(height).toLocaleString("en")} px (≤ 7,000)`);
    expect(height).toBeLessThanOrEqual(7_000);

    await page.goto(form);
    await page.waitForFunction(() => document.activeElement?.closest("article[data-code]") !== null);
    const clicks: Record<string, number> = {
      "confirming the unchanged": 0,
      levels: 0,
      pasting: 0,
      "going on": 0,
      sending: 0,
    };
    const click = async (what: string, target: Locator) => {
      clicks[what] = (clicks[what] ?? 0) + 1;
      await target.click();
    };
    await click(
      "confirming the unchanged",
      page.getByRole("button", { name: "Revisar las 38 propuestas del informe" }),
    );
    await click("confirming the unchanged", page.getByRole("dialog").getByRole("button", { name: "Confirmar 38" }));
    await expect.poll(async () => (await read(page, "mouse")).submission.answered).toBe(38);
    const next = page.getByRole("button", { name: /^Siguiente sin respuesta/ });
    const goOn = async (from: Stop | null) => {
      await click("going on", next);
      return nextStop(page, from);
    };
    let stop = await goOn(null);
    for (let steps = 0; (await read(page, "mouse")).submission.answered < 60; steps += 1) {
      if (steps > 100) throw new Error(`No end in sight at ${JSON.stringify(stop)}`);
      const { code } = stop;
      const right = wanted.get(code ?? "");
      if (code === null || right === undefined) throw new Error(`The way stopped at ${JSON.stringify(stop)}`);
      const { value } = right;
      if (stop.kind === "level" && value?.type === "ordinal") {
        await click("levels", page.locator(`input[name="${code}-level"][value="${value.level}"]`));
        // It is saved at once, and with the last one nothing is left to go on to.
        await expect(page.locator(`article[data-code="${code}"]`).getByText(/^Guardado a las/)).toBeVisible();
      } else if (stop.kind === "cell" && grids.includes(code)) {
        await paste(page, asPlainText(sheetOf(catalogue, indicatorOf(code), value as CountedValue)));
        await click("pasting", page.getByRole("dialog").locator("[data-take]"));
        await expect(page.getByRole("dialog")).toHaveCount(0);
        // The block filled the answer: the page has gone on by itself.
        stop = await nextStop(page, stop);
        continue;
      } else await page.keyboard.type(textFor(stop));
      if ((await next.count()) > 0) stop = await goOn(stop);
    }
    await click("sending", page.locator("#to-check"));
    await page.waitForURL("**/review");
    await click("sending", page.locator("#declaration"));
    await click("sending", page.locator("#act button[type=submit]"));
    await page.waitForURL("**/receipt**");
    await expectFinished("mouse");
    expect(tell("Clicks, with all grids pasted", clicks, 120)).toBeLessThanOrEqual(120);
  });
});
