import { completeAnswers } from "@avances/testing";
import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, answer, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession, questionOf } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** Asked by the Secretariat: the first gets a reply, the second none. */
const [replied, left] = ["TIP-PRO-01", "SOM-PRO-01"];
/** Nobody asks about it. */
const locked = "TIP-COO-05";
/** Nobody asks about it either; a colleague opens it. */
const contested = "TIP-LEG-05";
const reason = "Un tribunal corrigió la cifra en noviembre";

/** A report comes back with two questions: the whole way to the next version, in Spanish. */
describe("un informe devuelto", () => {
  let portal: Portal;
  let browser: Browser;
  let ana: ApiUser;
  let desk: ApiUser;
  let report: string;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "ts@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "ana@example.org", name: "Ana Solano", role: "focal_point", country: "CRI", language: "es" },
    ]);
    [desk, ana] = await Promise.all([signInByApi(portal, "ts@example.org"), signInByApi(portal, "ana@example.org")]);
    await desk.send("POST", "/rounds", {
      ...{ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" },
    });
    report = await reportOf(ana, 2027, "CRI");
    await answer(ana, report, completeAnswers(portal.api.deps.catalogues.current, { seed: 1, previous: null }));
    const { answers, submission } = await ana.get<{
      answers: readonly { indicatorCode: string; revision: number }[];
      submission: { revision: number };
    }>(`/submissions/${report}`);
    const seen = Object.fromEntries(answers.map(({ indicatorCode, revision }) => [indicatorCode, revision]));
    const act = (revision: number) => ({ "if-match": `"v${revision}"` });
    const declared = { declaration: true, answers: seen };
    await ana.send("POST", `/submissions/${report}/submit`, declared, act(submission.revision));
    await portal.goTo("2027-03-02T15:00:00Z");
    await Promise.all([desk.leave(), ana.leave()]);
    [desk, ana] = await Promise.all([signInByApi(portal, "ts@example.org"), signInByApi(portal, "ana@example.org")]);
    const comments = [
      { indicatorCode: replied, body: "¿Incluye a las víctimas identificadas en el extranjero?" },
      { indicatorCode: left, body: "¿Desde qué fecha se cuenta?" },
    ];
    await desk.send("POST", `/submissions/${report}/return`, { comments }, act(submission.revision + 1));
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await Promise.all([ana?.leave(), desk?.leave()]);
    await browser?.close();
    await portal?.close();
  });

  async function comes(email: string, options = {}): Promise<Visitor["page"]> {
    const visitor = await arrive(browser, options);
    visitors.push(visitor);
    await bringSession(visitor, portal, email);
    return visitor.page;
  }
  /** Whoever works by keyboard goes on where they were. */
  const keepsFocus = (page: Visitor["page"]) => page.evaluate(() => document.activeElement !== document.body);
  const at = (page: Visitor["page"], code: string) => questionOf(page, portal, "es", code);

  test("la Secretaría ve que nadie del país ha visto sus preguntas", async () => {
    const page = await comes("ts@example.org");
    await page.goto(`${portal.url}/es/reviews/${report}`);
    const asked = at(page, replied);
    await expect(asked.getByText("¿Incluye a las víctimas identificadas en el extranjero?")).toBeVisible();
    await expect(asked.getByText("Nadie del país la ha tenido todavía en pantalla.")).toBeVisible();
    await expect(asked.getByText("Abierta: espera una respuesta del país")).toBeVisible();
  });

  test.each([
    [1440, 900, "[data-answer] :focus"],
    // Too low for the head, the question and the field: the cursor is where the question is replied to.
    [390, 844, "[data-question] textarea:focus"],
  ])("se abre con título, primera pregunta y cursor a la vista, a %i × %i", async (width, height, cursor) => {
    const page = await comes("ana@example.org", { viewport: { width, height } });
    await page.goto(`${portal.url}/es/home`);
    await page.getByRole("main").getByRole("link", { name: "Responder las preguntas" }).click();
    await page.waitForURL(/show=questioned/);
    const asked = at(page, replied);
    await expect(asked.getByText("¿Incluye a las víctimas identificadas en el extranjero?")).toBeInViewport();
    await expect(asked.locator(cursor)).toBeInViewport({ ratio: 1 });
    // Everything has come, and nothing covers it.
    await page.waitForTimeout(1_000);
    await expect(asked.locator(cursor)).toBeInViewport({ ratio: 1 });
    await expect(asked.locator("h3")).toBeInViewport({ ratio: 1 });
    await expect(asked.getByText("¿Incluye a las víctimas identificadas en el extranjero?")).toBeInViewport({
      ratio: 1,
    });
    const isUncovered = (place: Element) => {
      const { left, top, width: wide, height: high } = place.getBoundingClientRect();
      return place.contains(document.elementFromPoint(left + wide / 2, top + high / 2));
    };
    expect(await asked.locator(cursor).evaluate(isUncovered)).toBe(true);
    expect(await asked.locator("h3").evaluate(isUncovered)).toBe(true);
    // Whoever scrolls on is not brought back.
    await page.mouse.wheel(0, 900);
    await expect(asked.locator("h3")).not.toBeInViewport();
  });

  test("las preguntas están primero, cada una con el lugar para responder; lo demás está cerrado y se reabre con un motivo", async () => {
    const page = await comes("ana@example.org");
    await page.goto(`${portal.url}/es/home`);
    await page.getByRole("main").getByRole("link", { name: "Responder las preguntas" }).click();
    await page.waitForURL(/show=questioned/);
    await expect(page.getByText("2 de 2 preguntas aún no tienen respuesta.")).toBeVisible();
    await expect(page.locator("article[data-code]")).toHaveCount(2);

    const asked = at(page, replied);
    await expect(asked.getByText("¿Incluye a las víctimas identificadas en el extranjero?")).toBeVisible();
    const reply = asked.getByLabel("Su respuesta a la Secretaría");
    await reply.fill("Sí, incluye a las identificadas en consulados.");
    // What was begun is there after a reload, and is sent once.
    await page.reload();
    await expect(at(page, replied).getByLabel("Su respuesta a la Secretaría")).toHaveValue(
      "Sí, incluye a las identificadas en consulados.",
    );
    // Long enough on the screen to count as seen.
    await asked.getByText("¿Incluye a las víctimas identificadas en el extranjero?").scrollIntoViewIfNeeded();
    await expect
      .poll(
        () =>
          portal.rows(
            "select from app.remark_seen s join app.review_comment c on c.id = s.comment_id where c.submission_id = $1 and c.indicator_code = $2",
            [report, replied],
          ),
        { timeout: 15_000 },
      )
      .toHaveLength(1);
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    await asked.getByRole("button", { name: "Enviar la respuesta" }).click();
    await expect(asked.getByText("Respondida", { exact: true })).toBeVisible();
    await expect(asked.getByText("Nadie de la Secretaría la ha tenido todavía en pantalla.")).toBeVisible();
    await expect(page.getByText("1 de 2 preguntas aún no tiene respuesta.")).toBeVisible();

    await page.goto(`${portal.url}/es/reports/${report}?indicator=${locked}`);
    const closed = at(page, locked);
    await expect(closed.getByText("La Secretaría no preguntó por esta respuesta: queda como se envió.")).toBeVisible();
    await expect(closed.locator("[data-value]")).toHaveCount(0);
    await expect(closed.locator("[data-mark]")).toHaveAttribute("data-mark", "closed");
    // By keyboard: the focus is never lost with the button that was pressed.
    const open = closed.getByRole("button", { name: "Reabrir esta respuesta…" });
    await open.press("Enter");
    await expect(closed.getByLabel("¿Por qué debe cambiar esta respuesta?")).toBeFocused();
    await closed.getByRole("button", { name: "Dejarla como está" }).press("Enter");
    await expect(open).toBeVisible();
    expect(await keepsFocus(page)).toBe(true);
    await page.keyboard.press("Tab");
    await expect(open).toBeFocused();
    await page.keyboard.press("Enter");
    await closed.getByRole("button", { name: "Reabrir la respuesta" }).click();
    await expect(closed.getByText("Le rogamos decir en una frase por qué.")).toBeVisible();
    await closed.getByLabel("¿Por qué debe cambiar esta respuesta?").fill(reason);
    await expectAccessible(page, { colorScheme: "light", width: 390 });
    await closed.getByRole("button", { name: "Reabrir la respuesta" }).press("Enter");
    await expect(closed.getByText(/^Reabierta por Ana Solano el/)).toBeVisible();
    await expect(closed.locator("[data-value]")).toBeVisible();
    await expect(closed.locator("[data-mark]")).toHaveAttribute("data-mark", "open");
    expect(await keepsFocus(page)).toBe(true);
  });

  test("el motivo que se está escribiendo queda cuando una colega reabre la misma respuesta, y se descarta a mano", async () => {
    const page = await comes("ana@example.org");
    await page.goto(`${portal.url}/es/reports/${report}?indicator=${contested}`);
    const closed = at(page, contested);
    await closed.getByRole("button", { name: "Reabrir esta respuesta…" }).click();
    const field = closed.getByLabel("¿Por qué debe cambiar esta respuesta?");
    await field.fill("La ley cambió en");
    const { submission } = await ana.get<{ submission: { revision: number } }>(`/submissions/${report}`);
    const path = `/submissions/${report}/answers/${contested}/reopen`;
    await ana.send("POST", path, { reason: "La reforma se publicó" }, { "if-match": `"v${submission.revision}"` });
    await expect(closed.getByText(/^Su motivo ya no puede enviarse: la respuesta ya está abierta/)).toBeVisible();
    await expect(closed.locator("[data-value]")).toBeVisible();
    await expect(field).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.type(" abril");
    await expect(field).toHaveValue("La ley cambió en abril");
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await page.reload();
    await expect(field).toHaveValue("La ley cambió en abril");
    await closed.getByRole("button", { name: "Descartar el texto" }).press("Enter");
    await expect(field).toHaveCount(0);
    expect(await keepsFocus(page)).toBe(true);
    await expect(closed.getByText("La reforma se publicó")).toBeVisible();
  });

  test("al enviar se pregunta por la que no tiene respuesta; se puede enviar de todos modos, y queda dicho", async () => {
    const page = await comes("ana@example.org");
    await page.goto(`${portal.url}/es/reports/${report}/review`);
    await expect(page.getByText(reason)).toBeVisible();
    await page.getByRole("checkbox", { name: /^Declaro, por Costa Rica/ }).check();
    await page.getByRole("button", { name: "Enviar el informe" }).click();
    const dialog = page.getByRole("dialog", { name: "1 pregunta aún no tiene respuesta" });
    await expect(dialog.getByText("¿Desde qué fecha se cuenta?")).toBeVisible();
    await expect(dialog.getByText("¿Incluye a las víctimas identificadas en el extranjero?")).toHaveCount(0);
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await dialog.getByRole("button", { name: "Volver y responder" }).click();
    const versions = () =>
      portal.rows<{ version: number; left: number }>(
        "select version, jsonb_array_length(questions_left) as left from app.submission_version where submission_id = $1 order by version",
        [report],
      );
    expect(await versions()).toEqual([{ version: 1, left: 0 }]);
    await page.getByRole("button", { name: "Enviar el informe" }).click();
    await dialog.getByRole("button", { name: "Enviar de todos modos" }).click();
    await page.waitForURL("**/receipt");
    expect(await versions()).toEqual([
      { version: 1, left: 0 },
      { version: 2, left: 1 },
    ]);
    // The receipt says which.
    const questions = page.locator("dd").filter({ hasText: "¿Desde qué fecha se cuenta?" });
    await expect(questions.getByRole("link", { name: new RegExp(`^${left} `) })).toBeVisible();
    await expectAccessible(page, { colorScheme: "light", width: 390 });
  });

  test("de un informe enviado toda respuesta tiene su candado, también abierta; se lee en tablas y se retira desde el formulario", async () => {
    const page = await comes("ana@example.org");
    await page.goto(`${portal.url}/es/reports/${report}?section=TIP-PRO`);
    const first = at(page, replied);
    await first.locator("h3 button").click();
    const marks = () =>
      page.locator("[data-mark]").evaluateAll((all) => [...new Set(all.map((mark) => mark.getAttribute("data-mark")))]);
    expect(await marks()).toEqual(["closed"]);
    await expect(first.getByRole("table", { name: "Sexo × grupo de edad" })).toBeVisible();
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    await page.getByRole("button", { name: "Retirar el informe" }).click();
    const dialog = page.getByRole("dialog", { name: "¿Retirar el informe?" });
    await expectAccessible(page, { colorScheme: "light", width: 390 });
    // It stays where it is: what follows here needs it sent.
    await dialog.getByRole("button", { name: "Dejarlo como está" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText("Estas respuestas ya se enviaron y ahora no pueden cambiarse.")).toBeVisible();
  });

  test("la Secretaría ve quién vio cada pregunta, la respuesta, el motivo y lo que quedó sin respuesta", async () => {
    const page = await comes("ts@example.org");
    await page.goto(`${portal.url}/es/reviews/${report}`);
    const asked = at(page, replied);
    await expect(asked.getByText(/^Vista por Ana Solano el 2 mar 2027/)).toBeVisible();
    await expect(asked.getByText("Sí, incluye a las identificadas en consulados.")).toBeVisible();
    await expect(at(page, left).getByText("La versión 2 se envió sin respuesta a ella.")).toBeVisible();
    await expect(at(page, locked).getByText(reason)).toBeVisible();
    await asked.getByRole("button", { name: "Cerrar esta conversación" }).press("Enter");
    await expect(asked.getByText(/^Cerrada por Paula Rivas el/)).toBeVisible();
    expect(await keepsFocus(page)).toBe(true);
    await expectAccessible(page, { colorScheme: "dark", width: 390 });

    // What was on the Secretariat's screen is told to the country.
    await asked.getByText("Sí, incluye a las identificadas en consulados.").scrollIntoViewIfNeeded();
    await expect(async () => {
      const { comments } = await ana.get<{
        comments: readonly { authorRole: string; seen: { byName: string } | null }[];
      }>(`/submissions/${report}`);
      const reply = comments.find(({ authorRole }) => authorRole === "focal_point");
      expect(reply?.seen?.byName).toBe("Paula Rivas");
    }).toPass({ timeout: 15_000 });
  });
});
