import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, reportOf, signInByApi } from "./support/api-user.ts";
import { leaveAll, openProfile, openTab, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { type Line, lineTo, nextRelease } from "./support/line-between.ts";
import { openLine, questionOf, signIn } from "./support/pages.ts";
import { addPeople, password } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** A figure and a word that stand nowhere else: whoever finds them on the device has read the report. */
const planted = { figure: 739_182, word: "Talamanquilla" };
const [first, typed, second] = ["TIP-PRO-01", "TIP-JUS-01", "TIP-JUS-02"];

/** One reporter at one computer, whose browser is closed and opened again; the line to the portal is cut for good. */
describe("sin red", () => {
  let portal: Portal;
  let line: Line;
  let profile: string;
  let computer: BrowserContext;
  let report: string;
  let colleague: ApiUser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    portal = await startPortal({ now: "2027-02-10T15:00:00Z" });
    await addPeople(portal, [
      { email: "ts@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "ana@example.org", name: "Ana Solano", role: "focal_point", country: "CRI", language: "es" },
      { email: "rosa@example.org", name: "Rosa Méndez", role: "focal_point", country: "GTM", language: "es" },
    ]);
    const secretariat = await signInByApi(portal, "ts@example.org");
    const round = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
    await secretariat.send("POST", "/rounds", round);
    report = await reportOf(secretariat, 2027, "CRI");
    await secretariat.leave();
    colleague = await signInByApi(portal, "ana@example.org");
    await plant();
    line = await lineTo(portal);
    profile = mkdtempSync(join(tmpdir(), "avances-profile-"));
    computer = await openComputer();
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await computer?.close();
    await colleague?.leave();
    await line?.close();
    await portal?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  /** Saves over whatever stands there. */
  async function saves(code: string, answer: object): Promise<void> {
    const path = `/submissions/${report}/answers`;
    const { answers } = await colleague.get<{ answers: { revision: number }[] }>(`${path}?indicators=${code}`);
    await colleague.send("PUT", `${path}/${code}`, answer, { "if-match": `"v${answers[0]?.revision ?? 0}"` });
  }
  const plant = () =>
    saves(first, {
      state: "reported",
      value: { type: "count", total: planted.figure, breakdowns: {}, crossTabs: {} },
      reason: "",
      comment: planted.word,
      evidence: [],
    });
  const openComputer = () => openProfile(profile, line.flags);
  async function tab(): Promise<Page> {
    const visitor = await openTab(computer);
    visitors.push(visitor);
    return visitor.page;
  }
  /** Nothing answers, and the device knows that it has no network. */
  async function cut(): Promise<void> {
    line.cut();
    await computer.setOffline(true);
  }
  async function mend(): Promise<void> {
    await line.mend();
    await computer.setOffline(false);
  }
  const form = (code: string) => `${portal.url}/es/reports/${report}?indicator=${code}`;
  const totalOf = (page: Page, code: string) =>
    questionOf(page, portal, "es", code).getByRole("textbox", { name: "Total" }).first();
  const savedTotal = async (code: string) =>
    (
      await portal.rows<{ total: number }>(
        "select (value->>'total')::int as total from app.answer where submission_id = $1 and indicator_code = $2",
        [report, code],
      )
    )[0]?.total;

  interface Held {
    readonly workers: readonly string[];
    readonly caches: readonly string[];
    readonly copies: readonly string[];
    readonly keys: number;
    /** Everything in Cache Storage, IndexedDB and localStorage that is not a file of the application, as whoever reads the files finds it. */
    readonly raw: string;
    /** Addresses in Cache Storage. */
    readonly files: readonly string[];
  }
  /** What this browser holds. Asked from a public page, so that it can be asked when nobody is signed in. */
  const held = (page: Page): Promise<Held> =>
    page.evaluate(async () => {
      const all = (name: string, store: string) =>
        new Promise<Record<string, unknown>[]>((resolve) => {
          const request = indexedDB.open(name);
          request.onerror = () => resolve([]);
          request.onsuccess = () => {
            const database = request.result;
            const close = (found: Record<string, unknown>[]) => {
              database.close();
              resolve(found);
            };
            if (!database.objectStoreNames.contains(store)) return close([]);
            const asked = database.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => close(asked.result);
            asked.onerror = () => close([]);
          };
        });
      const names = (await indexedDB.databases()).map(({ name }) => name);
      const read = (name: string, store: string) => (names.includes(name) ? all(name, store) : Promise.resolve([]));
      const [copies, kept, keys] = [
        await read("avances-copies", "copies"),
        await read("avances", "kept"),
        await read("avances", "keys"),
      ];
      const text = (value: unknown) =>
        value instanceof ArrayBuffer ? new TextDecoder("latin1").decode(value) : String(value);
      const cached: [string, string][] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys())
          cached.push([new URL(url).pathname, await ((await cache.match(url)) as Response).text()]);
      }
      const workers = (await navigator.serviceWorker.getRegistrations()).filter(
        ({ active }) => active?.state === "activated",
      );
      return {
        workers: workers.map(({ scope }) => new URL(scope).pathname).sort(),
        caches: await caches.keys(),
        copies: copies.map(({ name }) => String(name)),
        keys: keys.length,
        files: cached.map(([path]) => path),
        raw: [
          ...[...copies, ...kept].flatMap((each) => Object.values(each).map(text)),
          ...cached.filter(([path]) => !path.startsWith("/assets/")).map(([, body]) => body),
          ...Object.values(localStorage),
        ].join("\n"),
      };
    });
  const scopes = ["/en/home", "/en/reports/", "/es/home", "/es/reports/"];
  async function isReady(page: Page): Promise<void> {
    await expect.poll(async () => (await held(page)).workers, { message: "the workers of all pages" }).toEqual(scopes);
    await expect
      .poll(async () => (await held(page)).copies.map((name) => name.replace(/^\S+ \["/, "").replace(/".*/, "")).sort())
      .toEqual(["catalogue", "countries", "home", "rounds", "session", "submission"]);
  }
  /** Every worker is the one that the portal has now. */
  const isUpToDate = (page: Page) =>
    expect
      .poll(() =>
        page.evaluate(async () => {
          const all = await navigator.serviceWorker.getRegistrations();
          await Promise.all(all.map((each) => each.update()));
          return all.filter(({ installing, waiting }) => installing !== null || waiting !== null).length;
        }),
      )
      .toBe(0);
  const lost = (page: Page) => page.getByRole("status").filter({ hasText: "No hay conexión con el portal" });

  test("el formulario se abre al recargar, en otra pestaña y en un navegador que se cerró; lo escrito se envía cuando vuelve la red", async () => {
    let page = await tab();
    await signIn(page, portal, "es", "ana@example.org");
    await isReady(page);
    // Only the home page was seen so far: the form opens all the same.
    await cut();
    await page.reload();
    await expect(lost(page)).toContainText(/Lo que ve es lo último que este dispositivo recibió, el .+ \d\d:\d\d/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Costa Rica");
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    await page.goto(form(first));
    await expect(totalOf(page, first)).toHaveValue(/739.?182/);
    await expect(lost(page)).toBeVisible();
    await page.goto(form(typed));
    await totalOf(page, typed).fill("41");
    await totalOf(page, typed).press("Tab");
    await expect(questionOf(page, portal, "es", typed).getByText(/^Conservado en este dispositivo/)).toBeVisible();
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await expectAccessible(page, { colorScheme: "light", width: 1440 });

    const other = await tab();
    await other.goto(form(typed));
    await expect(totalOf(other, typed)).toHaveValue("41");
    await expect(other.getByText("1 respuesta espera la conexión", { exact: false }).first()).toBeVisible();
    await openLine(questionOf(other, portal, "es", second));
    await totalOf(other, second).fill("17");

    // Closed with a figure just typed, and opened again, still without network.
    await other.waitForTimeout(300);
    visitors.splice(0);
    await computer.close();
    computer = await openComputer();
    await computer.setOffline(true);
    page = await tab();
    await page.goto(form(second));
    await expect(totalOf(page, second)).toHaveValue("17");
    await page.goto(form(typed));
    await expect(totalOf(page, typed)).toHaveValue("41");
    expect([await savedTotal(typed), await savedTotal(second)]).toEqual([undefined, undefined]);

    // A page of a report that is not kept says so in words, and not in the browser's.
    const outside = await tab();
    await outside.goto(`${portal.url}/es/reports/${report}/receipt`);
    await expect(outside.getByRole("heading", { name: "No se pudo cargar esta página" })).toBeVisible();
    await outside.close();

    await mend();
    await expect.poll(() => savedTotal(typed)).toBe(41);
    await expect.poll(() => savedTotal(second)).toBe(17);
    await expect(lost(page)).toHaveCount(0);
  });

  test("enviar sin red se rechaza en el momento, y nada se envía después", async () => {
    const page = await tab();
    const status = async () =>
      (await portal.rows<{ status: string }>("select status from app.submission where id = $1", [report]))[0]?.status;
    const send = page.getByRole("button", { name: "Enviar el informe" });
    // Answers that need nothing more, so that only the network is missing.
    const missing = { state: "not_available", value: null, reason: "El registro se perdió", comment: "", evidence: [] };
    for (const code of [first, typed, second]) await saves(code, missing);
    await page.goto(`${portal.url}/es/reports/${report}/review`);
    await expect(send).toBeEnabled();
    // What was read is copied a moment later.
    await page.waitForTimeout(2_000);
    await cut();
    await page.reload();
    await expect(lost(page)).toBeVisible();
    await page.getByRole("checkbox", { name: /declar/i }).check();
    await send.click();
    await expect(page.getByRole("alert").filter({ hasText: "No enviado: no hay conexión." })).toBeVisible({
      timeout: 3_000,
    });
    // The device believes that it has a network, and the portal does not answer.
    await computer.setOffline(false);
    await send.click();
    await expect(page.getByRole("alert").filter({ hasText: "Aún no sabemos si el informe llegó" })).toBeVisible();
    await line.mend();
    await expect(lost(page)).toHaveCount(0);
    await page.waitForTimeout(2_000);
    expect(await status()).toBe("draft");
  });

  test("al cerrar la sesión no se abre nada sin red ni queda nada que se lea; quien entra después no ve nada de lo anterior", async () => {
    const page = await tab();
    await plant();
    await page.goto(form(first));
    await isReady(page);
    const before = await held(page);
    expect(before.raw).not.toMatch(new RegExp(`${planted.figure}|${planted.word}|Ana Solano|"answers"`));
    // Files of the application, and its empty page: no reply of the interface.
    expect(
      before.files.filter((path) => !/^\/(?:assets\/[^/]+|first-paint\.js|favicon\.svg|e[ns]\/home)$/.test(path)),
    ).toEqual([]);
    expect(before.files.length).toBeGreaterThan(40);
    expect(before.keys).toBe(1);
    const other = await tab();
    await other.goto(`${portal.url}/es/home`);

    await page.getByLabel("Cuenta de Ana Solano").click();
    await page.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
    await page.waitForURL("**/es");
    const nothing = { workers: [], caches: [], copies: [], keys: 0, files: [] };
    await expect.poll(() => held(page)).toMatchObject(nothing);
    // Also when the other tab, which was about to register the worker itself, has had its time.
    await other.waitForTimeout(4_000);
    expect(await held(page)).toMatchObject(nothing);
    await other.close();
    await cut();
    await expect(page.goto(form(first))).rejects.toThrow(/ERR_/);
    await expect(page.goto(`${portal.url}/es/home`)).rejects.toThrow(/ERR_/);
    await mend();

    // Somebody for whom nothing is copied, while the first one's session only ran out: nothing is left from the sign-in on.
    await signIn(page, portal, "es", "ana@example.org");
    await isReady(page);
    await computer.clearCookies();
    await signIn(page, portal, "es", "ts@example.org");
    await expect.poll(async () => (await held(page)).copies).toEqual([]);
    await computer.clearCookies();

    // Somebody of another country at the same computer, in the same way.
    await signIn(page, portal, "es", "ana@example.org");
    await isReady(page);
    await computer.clearCookies();
    await signIn(page, portal, "es", "rosa@example.org");
    await isReady(page);
    const people = await portal.rows<{ id: string }>("select id from app.app_user where email = 'rosa@example.org'");
    const names = (await held(page)).copies;
    expect(names.filter((name) => !name.startsWith(String(people[0]?.id)))).toEqual([]);
    await cut();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Guatemala");
    await page.goto(form(first));
    await expect(page.getByRole("heading", { name: "No se pudo cargar esta página" })).toBeVisible();
    await mend();
  });

  test("una versión nueva reemplaza a la anterior sin mezclarlas, y el servicio puede retirarse", async () => {
    const page = await tab();
    const isNext = () => page.locator("html").getAttribute(nextRelease);
    await computer.clearCookies();
    // Straight to the form: home has not been seen since somebody else was here, and opens without network all the same.
    await page.goto(form(first));
    await page.getByLabel("Correo electrónico").fill("ana@example.org");
    await page.getByLabel("Contraseña").fill(password);
    await page.getByRole("main").getByRole("button", { name: "Iniciar sesión" }).click();
    await expect(totalOf(page, first)).toHaveValue(/739.?182/);
    await isReady(page);
    const [before] = (await held(page)).caches;
    // Open while the portal is updated: this page still gets parts that the portal no longer has.
    const open = await tab();
    await open.goto(form(first));
    line.update();
    await page.reload();
    expect(await isNext()).toBe("");
    await expect(totalOf(page, first)).toHaveValue(/739.?182/);
    await expect.poll(async () => (await held(page)).caches).toEqual([before, "avances-next"]);
    await isUpToDate(page);
    await open.getByRole("link", { name: "Revisar y enviar" }).click();
    await expect(open.getByRole("button", { name: "Enviar el informe" })).toBeVisible();

    await cut();
    await page.reload();
    expect(await isNext()).toBe("");
    await expect(totalOf(page, first)).toHaveValue(/739.?182/);
    const scripts = await page.evaluate(() =>
      performance.getEntriesByType("resource").flatMap(({ name }) => (/\/assets\/.*\.js$/.test(name) ? [name] : [])),
    );
    expect(scripts.length).toBeGreaterThan(10);
    expect(scripts.filter((name) => !name.endsWith(".next.js"))).toEqual([]);
    await page.goto(`${portal.url}/es/home`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Costa Rica");
    await mend();

    line.withdrawWorker();
    await page.goto(form(first));
    await isUpToDate(page);
    await expect.poll(async () => (await held(page)).caches).toEqual([]);
    await expect(totalOf(page, first)).toHaveValue(/739.?182/);
    await cut();
    await expect(page.goto(form(first))).rejects.toThrow(/ERR_/);
    await mend();
  });
});
