import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, answer, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession, openQuestion } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

const phone = { viewport: { width: 390, height: 844 } };
const why = (indicatorCode: string, reason: string) =>
  ({ indicatorCode, state: "not_available", value: null, reason, comment: "", evidence: [] }) as const;

/** Another ministry answers by link: asked, mailed, written on a telephone, taken and given back; in Spanish. */
describe("otro ministerio responde por enlace", () => {
  let portal: Portal;
  let browser: Browser;
  let ana: ApiUser;
  let report: string;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "ts@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "ana@example.org", name: "Ana Solano", role: "focal_point", country: "CRI", language: "es" },
      { email: "berta@example.org", name: "Berta Mora", role: "alternate", country: "CRI", language: "es" },
    ]);
    const ts = await signInByApi(portal, "ts@example.org");
    const round = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
    await ts.send("POST", "/rounds", round);
    await ts.leave();
    ana = await signInByApi(portal, "ana@example.org");
    report = await reportOf(ana, 2027, "CRI");
    await answer(ana, report, [why("TIP-JUS-01", "Todavía no tenemos la cifra")]);
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await ana?.leave();
    await browser?.close();
    await portal?.close();
  });

  async function comes(options = {}, email?: string): Promise<Visitor["page"]> {
    const visitor = await arrive(browser, options);
    visitors.push(visitor);
    if (email !== undefined) await bringSession(visitor, portal, email);
    return visitor.page;
  }
  const keepsFocus = (page: Visitor["page"]) => page.evaluate(() => document.activeElement !== document.body);
  /** The link in the last message that arrived at this address. */
  async function linkTo(address: string): Promise<{ link: string; text: string; subject: string }> {
    await portal.settleMail();
    const mail = portal.mail.messages.filter(({ to }) => to.includes(address)).at(-1)?.mail;
    const text = mail?.text ?? "";
    const link = /https?:\/\/\S+\/es\/section#\S+/.exec(text)?.[0] ?? "";
    return { link, text, subject: mail?.subject ?? "" };
  }

  test("se solicita, se escribe en el teléfono, se incorpora una respuesta, se deshace y se devuelve otra", async () => {
    const hers = await comes({}, "ana@example.org");
    await hers.goto(`${portal.url}/es/reports/${report}`);
    await hers.getByRole("link", { name: "Otros ministerios" }).click();
    await hers.waitForURL("**/ministries");
    await expect(hers.getByText("No se ha solicitado nada por enlace.", { exact: false }).first()).toBeVisible();
    await hers.getByRole("button", { name: "Enviar el enlace" }).click();
    await expect(hers.getByText("Elija al menos una respuesta.")).toBeVisible();
    await hers.getByLabel("Nombre").fill("Rosa Vargas");
    await hers.getByLabel("Institución").fill("Ministerio Público");
    await hers.getByLabel("Correo electrónico").fill("rosa@fiscalia.example");
    await hers.getByLabel("Fecha límite").fill("2027-03-15");
    await hers.getByRole("textbox", { name: /^Nota/ }).fill("Los datos de la fiscalía especializada, por favor.");
    await hers.getByText("Trata de personas · Investigación y judicialización").click();
    for (const code of ["TIP-JUS-01", "TIP-JUS-02"]) await hers.getByRole("checkbox", { name: code }).check();
    await hers.getByRole("button", { name: "Enviar el enlace" }).click();
    await expect(hers.getByText("Se escribió un mensaje para Rosa Vargas, a rosa@fiscalia.example.")).toBeVisible();
    await expect(hers.getByText("2 solicitadas: 0 propuestas", { exact: false })).toBeVisible();
    await expectAccessible(hers, { colorScheme: "light", width: 1440 });

    const { link, text, subject } = await linkTo("rosa@fiscalia.example");
    expect(subject).toBe("2 respuestas para el informe de Costa Rica, datos de 2026");
    expect(text).toContain("lunes 15 de marzo de 2027");
    expect(text).toContain("Los datos de la fiscalía especializada, por favor.");

    const theirs = await comes(phone);
    await theirs.goto(link);
    await expect(theirs.getByRole("heading", { level: 1, name: "Su parte del informe" })).toBeVisible();
    // Opening the page, as the scanner of a mail server does, uses nothing.
    const scanner = await comes(phone);
    await scanner.goto(link);
    await expect(scanner.getByRole("button", { name: "Abrir el formulario" })).toBeVisible();
    await expectAccessible(theirs, { colorScheme: "dark", width: 390 });
    await theirs.setViewportSize(phone.viewport);
    await theirs.getByRole("button", { name: "Abrir el formulario" }).click();
    await theirs.waitForURL(`**/reports/${report}**`);
    await expect(theirs.getByText(/^Ana Solano le solicita estas respuestas a más tardar el/)).toBeVisible();
    await expect(theirs.getByText("2 respuestas solicitadas, 2 sin propuesta suya.", { exact: false })).toBeVisible();
    await scanner.getByRole("button", { name: "Abrir el formulario" }).click();
    await expect(scanner.getByRole("heading", { level: 1, name: "Este enlace ya no funciona" })).toBeVisible();

    for (const [code, reason] of [
      ["TIP-JUS-01", "La fiscalía abre el registro en abril"],
      ["TIP-JUS-02", "El sistema no distingue este delito"],
    ] as const) {
      const question = await openQuestion(theirs, portal, "es", { submissionId: report, code });
      await question.getByRole("radio", { name: "No disponible" }).check();
      const field = question.getByLabel("¿Por qué no hay valor?");
      await field.fill(reason);
      await field.blur();
      await expect(theirs.getByText(/^Todo guardado/).first()).toBeVisible();
    }
    const handIn = theirs.getByRole("button", { name: "Entregar", exact: true });
    await expect(handIn).toBeVisible();
    // What has not arrived is not handed in.
    await theirs.context().setOffline(true);
    const reason = theirs.getByLabel("¿Por qué no hay valor?").last();
    await reason.fill("El sistema no distingue este delito todavía");
    await handIn.click();
    await expect(theirs.getByText(/^No se entregó nada: 1 respuesta/)).toBeVisible();
    await expect(theirs.getByText(/Entregado: /)).toHaveCount(0);
    await theirs.context().setOffline(false);
    await expect(theirs.getByText(/^No se entregó nada/)).toHaveCount(0);
    await handIn.click();
    await expect(theirs.getByText(/Entregado: /)).toBeVisible();
    await expectAccessible(theirs, { colorScheme: "light", width: 390 });

    // The check says that something waits, and leads there.
    await hers.goto(`${portal.url}/es/reports/${report}/review`);
    await expect(hers.getByText("2 propuestas de otras instituciones esperan su decisión")).toBeVisible();
    await hers.getByRole("link", { name: "Ver las propuestas" }).click();
    await hers.waitForURL("**/ministries");

    // Nothing of it is in the report yet.
    const before = await ana.get<{ answers: { reason: string }[] }>(`/submissions/${report}`);
    expect(before.answers.map(({ reason }) => reason)).toEqual(["Todavía no tenemos la cifra"]);
    await hers.setViewportSize({ width: 1440, height: 900 });
    await hers.reload();
    const row = (code: string) => hers.locator(`#proposal-${code}`);
    await expect(row("TIP-JUS-01").getByText(/^Propuesta de Rosa Vargas/)).toBeVisible();
    await expect(row("TIP-JUS-01").getByText("La fiscalía abre el registro en abril")).toBeVisible();
    await expect(row("TIP-JUS-01").getByText(/^Ahora en el informe: Ana Solano/)).toBeVisible();
    await expect(row("TIP-JUS-01").getByText("Todavía no tenemos la cifra")).toBeVisible();
    await expectAccessible(hers, { colorScheme: "dark", width: 390 });
    await hers.setViewportSize({ width: 1440, height: 900 });

    await row("TIP-JUS-01").getByRole("button", { name: "Incorporar" }).click();
    await expect(hers.getByText("1 respuesta ya está en el informe.")).toBeVisible();
    await hers.getByRole("button", { name: "Deshacer" }).click();
    await expect(hers.getByText("La respuesta está como antes y la propuesta espera de nuevo.")).toBeVisible();
    await row("TIP-JUS-01").getByRole("button", { name: "Incorporar" }).click();
    await expect(row("TIP-JUS-01")).toHaveCount(0);
    await row("TIP-JUS-02").getByRole("button", { name: "Devolver…" }).click();
    await row("TIP-JUS-02").getByLabel("¿Qué conviene revisar?").fill("¿Y el sistema nuevo de la fiscalía?");
    await row("TIP-JUS-02").getByRole("button", { name: "Devolver con esta nota" }).click();
    await expect(row("TIP-JUS-02")).toHaveCount(0);
    await expect(
      hers.getByText("Se devolvió TIP-JUS-02. Se escribió a Rosa Vargas un mensaje", { exact: false }),
    ).toBeVisible();
    const told = await linkTo("rosa@fiscalia.example");
    expect(told.subject).toBe("Se le devuelve su respuesta a TIP-JUS-02: informe de Costa Rica, datos de 2026");
    // What is said of an answer stands in the portal alone.
    expect(told.text).not.toContain("¿Y el sistema nuevo de la fiscalía?");
    const after = await ana.get<{ answers: { reason: string }[] }>(`/submissions/${report}`);
    expect(after.answers.map(({ reason }) => reason)).toEqual(["La fiscalía abre el registro en abril"]);

    await theirs.reload();
    await expect(theirs.getByText("Se le devolvió 1 respuesta")).toBeVisible();
    await expect(theirs.getByText("¿Y el sistema nuevo de la fiscalía?")).toBeVisible();
    await expect(theirs.getByText("1 respuesta se incorporó al informe.")).toBeVisible();

    // Coming back takes a fresh link, to the same address.
    await scanner.getByRole("button", { name: "Un enlace nuevo a su parte del informe" }).click();
    await scanner.getByLabel("Correo electrónico").fill("rosa@fiscalia.example");
    await scanner.getByRole("button", { name: "Enviar el enlace" }).click();
    await expect(scanner.getByRole("heading", { level: 1, name: "Revise su correo" })).toBeVisible();
    const fresh = await linkTo("rosa@fiscalia.example");
    expect(fresh.link).not.toBe(link);
    const again = await comes(phone);
    await again.goto(fresh.link);
    await again.getByRole("button", { name: "Abrir el formulario" }).click();
    await expect(again.getByText("¿Y el sistema nuevo de la fiscalía?")).toBeVisible();
  });

  test("un recordatorio lleva un enlace que sirve; lo propuesto se retira, y una nota a medias queda cuando otra persona decide", async () => {
    const asked = {
      ...{ name: "Luis Peña", institution: "Ministerio de Salud", address: "luis@salud.example", language: "es" },
      ...{ indicators: ["TIP-PRO-01", "TIP-PRO-02"], dueOn: "2027-03-15", note: "" },
    };
    await ana.send("POST", `/submissions/${report}/sections`, asked);
    await portal.settleMail();
    // Friday, 12 March, 09:00 in San José.
    await portal.goTo("2027-03-12T15:00:00Z");
    const { link, text, subject } = await linkTo("luis@salud.example");
    expect(subject).toBe(
      "Recordatorio, faltan 3 días (15 de marzo de 2027): 2 respuestas para el informe de Costa Rica, datos de 2026",
    );
    expect(text).toContain("No hay ninguna propuesta suya para las 2 respuestas.");
    const hers = await comes({}, "ana@example.org");
    await hers.setViewportSize({ width: 1440, height: 900 });
    await hers.goto(`${portal.url}/es/reports/${report}/ministries`);
    const luis = hers.getByRole("listitem").filter({ hasText: "luis@salud.example" });
    await expect(luis.getByText(/^Último recordatorio enviado: 12 mar 2027/)).toBeVisible();
    await expect(luis.getByText(/El próximo recordatorio sale el 16 de marzo de 2027 como muy pronto/)).toBeVisible();

    const theirs = await comes(phone);
    await theirs.goto(link);
    await theirs.getByRole("button", { name: "Abrir el formulario" }).click();
    await theirs.waitForURL(`**/reports/${report}**`);
    for (const code of ["TIP-PRO-01", "TIP-PRO-02"]) {
      const question = await openQuestion(theirs, portal, "es", { submissionId: report, code });
      await question.getByRole("radio", { name: "No disponible" }).check();
      const field = question.getByLabel("¿Por qué no hay valor?");
      await field.fill(`Lo dice Salud de ${code}`);
      await field.blur();
      await expect(theirs.getByText(/^Todo guardado/).first()).toBeVisible();
    }
    await theirs.getByText("2 propuestas suyas esperan decisión").click();
    const waiting = theirs.getByRole("listitem").filter({ hasText: "TIP-PRO-02" });
    await waiting.getByRole("button", { name: "No propongo nada aquí" }).press("Enter");
    await expect(theirs.getByText("Usted no propone nada para TIP-PRO-02; el informe queda como está.")).toBeVisible();
    await expect(theirs.getByText("1 propuesta suya espera decisión")).toBeVisible();
    expect(await keepsFocus(theirs)).toBe(true);
    await expectAccessible(theirs, { colorScheme: "light", width: 390 });

    // A note to give it back is being written when somebody else of the team takes it.
    await hers.reload();
    const row = hers.locator("#proposal-TIP-PRO-01");
    await row.getByRole("button", { name: "Devolver…" }).click();
    const note = row.getByLabel("¿Qué conviene revisar?");
    await note.fill("¿De qué registro");
    type Waiting = { id: string; revision: number; state: string; proposed: { indicatorCode: string } };
    const berta = await signInByApi(portal, "berta@example.org");
    const { proposals } = await berta.get<{ proposals: readonly Waiting[] }>(`/submissions/${report}/proposals`);
    const mine = proposals.find(({ state, proposed }) => state === "open" && proposed.indicatorCode === "TIP-PRO-01");
    await berta.send("POST", `/submissions/${report}/proposals/take`, {
      proposals: [{ id: mine?.id, revision: mine?.revision, answerRevision: 0 }],
    });
    await berta.leave();
    await expect(row.getByText(/^Entretanto Berta Mora incorporó esto al informe/)).toBeVisible();
    await expect(note).toBeFocused();
    await hers.keyboard.press("End");
    await hers.keyboard.type(" es?");
    await expect(note).toHaveValue("¿De qué registro es?");
    await expect(row.getByRole("button", { name: "Devolver con esta nota" })).toHaveCount(0);
    await expectAccessible(hers, { colorScheme: "dark", width: 390 });
    await hers.reload();
    await expect(note).toHaveValue("¿De qué registro es?");
    await row.getByRole("button", { name: "Borrar la nota" }).press("Enter");
    await expect(row).toHaveCount(0);
    expect(await keepsFocus(hers)).toBe(true);

    // Another day and one answer more: the person is told what changed; undone, they are told that too.
    await hers.setViewportSize({ width: 1440, height: 900 });
    await luis.getByRole("button", { name: "Cambiar…" }).press("Enter");
    expect(await keepsFocus(hers)).toBe(true);
    await luis.getByText("Trata de personas · Investigación y judicialización").click();
    await expect(luis.getByText("También se solicitó a Rosa Vargas").first()).toBeVisible();
    await luis.getByRole("checkbox", { name: "TIP-JUS-01" }).check();
    await luis.getByLabel("Fecha límite").fill("2027-03-22");
    await expectAccessible(hers, { colorScheme: "light", width: 390 });
    await luis.getByRole("button", { name: "Cambiar", exact: true }).press("Enter");
    await expect(luis.getByText(/^Se cambió\. Se escribió a Luis Peña un mensaje con los cambios/)).toBeVisible();
    await expect(luis.getByText("fecha límite: 22 de marzo de 2027", { exact: false })).toBeVisible();
    const changed = await linkTo("luis@salud.example");
    expect(changed.subject).toBe(
      "Su parte ha cambiado: 3 respuestas hasta el 22 de marzo de 2027, informe de Costa Rica, datos de 2026",
    );
    expect(changed.text).toMatch(/Se agrega:\s+TIP-JUS-01/);
    expect(await keepsFocus(hers)).toBe(true);
    // Their open page hears it without being loaded again.
    await expect(theirs.getByText(/lunes, 22 de marzo de 2027/).first()).toBeVisible();
    await luis.getByRole("button", { name: "Deshacer" }).press("Enter");
    await expect(luis.getByText("fecha límite: 15 de marzo de 2027", { exact: false })).toBeVisible();
    expect((await linkTo("luis@salud.example")).text).toMatch(/Ya no se solicita:\s+TIP-JUS-01/);
    await expect(theirs.getByText(/lunes, 15 de marzo de 2027/).first()).toBeVisible();

    // Taken back while they have it open: the page says what is so, and asks for no password.
    await luis.getByRole("button", { name: "Retirar…" }).click();
    await luis.getByRole("button", { name: "Retirar", exact: true }).click();
    const said = theirs.getByRole("alert").filter({ hasText: "Ahora no se puede escribir en su parte" });
    await expect(said).toContainText("Lo que escribió sigue aquí");
    await said.getByRole("button", { name: "Cómo continuar" }).click();
    await expect(theirs.getByRole("link", { name: "Pedir un enlace nuevo" })).toBeVisible();
    await expect(theirs.getByLabel("Contraseña")).toHaveCount(0);
    await expectAccessible(theirs, { colorScheme: "dark", width: 390 });
  });
});
