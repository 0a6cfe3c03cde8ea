import { inviteFirstSecretariat } from "@avances/api";
import { completeAnswers } from "@avances/testing";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { answer, signInByApi } from "../support/api-user.ts";
import { arrive, launchBrowser, leaveAll, newComputer, openTab, type Visitor } from "../support/browser.ts";
import { expect } from "../support/expect.ts";
import { likeTheFloor } from "../support/old-browser.ts";
import { translatePage } from "../support/page-translation.ts";
import { bringSession, openLine, openQuestion, questionOf, signIn } from "../support/pages.ts";
import { addPeople, type Person, password } from "../support/people.ts";
import { type Portal, startPortal } from "../support/portal.ts";
import { goToStep, openAsPrepared } from "../support/prepare-round.ts";

const secretariat = { email: "ts@example.org", name: "Paula Rivas" };
const focalPoint = { email: "ana.solano@example.org", name: "Ana Solano" };
const ownPassword = "cinco guacamayas cruzan el río";

const reporter = (
  country: string,
  language: "en" | "es",
  role: "focal_point" | "alternate" = "focal_point",
): Person => ({
  email: `${role === "alternate" ? "alternate" : "focal"}.${country.toLowerCase()}@example.org`,
  name: `${role === "alternate" ? "Alternate" : "Focal"} ${country}`,
  role,
  country,
  language,
});

/** The people of the countries that must report, except Costa Rica's focal point, who is invited in the story. */
const expected: readonly Person[] = [
  reporter("BLZ", "en"),
  reporter("BLZ", "en", "alternate"),
  reporter("SLV", "es"),
  reporter("GTM", "es"),
  reporter("GTM", "es", "alternate"),
  reporter("HND", "es"),
  reporter("MEX", "es"),
  reporter("NIC", "es"),
  reporter("PAN", "es"),
];
const costaRicaAlternate = reporter("CRI", "es", "alternate");
const voluntary: readonly Person[] = [reporter("CAN", "en"), reporter("DOM", "es")];
const others: readonly Person[] = [
  { email: "liaison.gtm@example.org", name: "Rosa Tzoc", role: "liaison_officer", country: "GTM", language: "es" },
  { email: "ppt@example.org", name: "Presidencia", role: "presidency", language: "es" },
  { email: "rcgm@example.org", name: "RCGM delegate", role: "rcgm_delegate", language: "en" },
];

/** The conditions of the story. By default everybody has a new browser of their own, and browsers trust the address. */
export interface Place {
  /** A name for the portal, over plain http. */
  readonly host?: string;
  /** The browsers are the oldest supported ones. */
  readonly isOld?: boolean;
  /** The browsers translate every page. */
  readonly translates?: boolean;
  /** The people of the region share one browser, each in a tab of their own, and leave their tabs open. */
  readonly isShared?: boolean;
}

/** Defines the whole year of a report, as the people of the region live it. Each test is a chapter and starts where the previous one ended. */
export function describeStory(name: string, place: Place = {}): void {
  describe(name, { concurrent: false }, () => tellStory(place));
}

function tellStory(place: Place): void {
  let portal: Portal;
  let browser: Browser;
  let submissionId: string;
  let computer: BrowserContext | undefined;
  const visitors: Visitor[] = [];
  /** Tabs left open in earlier chapters. */
  const leftOpen: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([
      startPortal({ now: "2027-01-25T15:00:00Z", ...(place.host && { host: place.host }) }),
      launchBrowser(place.host ? [`--host-resolver-rules=MAP ${place.host} 127.0.0.1`] : []),
    ]);
    if (place.isShared) computer = await newComputer(browser);
  });

  let isBroken = false;
  beforeEach((context) => {
    if (isBroken) context.skip("an earlier chapter failed");
  });

  afterEach(async ({ task }) => {
    isBroken ||= task.result?.state === "fail";
    await leaveAll(leftOpen, task);
    if (place.isShared && !isBroken) leftOpen.push(...visitors.splice(0));
    else await leaveAll(visitors, task);
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  async function joins(visitor: Visitor): Promise<Visitor> {
    visitors.push(visitor);
    if (place.isOld) await visitor.page.addInitScript(likeTheFloor);
    if (place.translates) await visitor.page.addInitScript(translatePage);
    return visitor;
  }

  /** A person of the region, not signed in yet. */
  const someone = async (): Promise<Visitor> => joins(computer ? await openTab(computer) : await arrive(browser));

  /** A member of the public, at home. */
  const anybody = async (): Promise<Visitor> => joins(await arrive(browser));

  async function atWork(email: string, secret: string | undefined = ownPassword): Promise<Visitor> {
    const visitor = await someone();
    if (place.isShared || place.host) await signIn(visitor.page, portal, "es", email, secret);
    else await bringSession(visitor, portal, email, secret);
    return visitor;
  }

  /**
   * Messages since the last call, in order of address; without those to people whom this story signs in on a further browser, and without digests:
   * they follow what happens, at an hour of their own.
   */
  let read = 0;
  function newMail(): readonly { to: string; subject: string; text: string }[] {
    const messages = portal.mail.messages.slice(read);
    read = portal.mail.messages.length;
    return messages
      .map(({ to, mail }) => ({ to: to.join(), subject: mail.subject ?? "", text: mail.text ?? "" }))
      .filter(
        ({ subject }) =>
          !/navegador que el portal no reconoce|browser that the portal does not know|^Resumen |^(Weekly d|D)igest/.test(
            subject,
          ),
      )
      .sort((one, other) => one.to.localeCompare(other.to));
  }
  const addresses = (people: readonly { email: string }[]) => people.map(({ email }) => email).sort();
  const readers = (mails: readonly { to: string }[]) => mails.map(({ to }) => to);

  async function choosePassword(page: Page): Promise<void> {
    await page.getByLabel("Contraseña nueva").fill(ownPassword);
    await page.getByLabel("La misma otra vez").fill(ownPassword);
    await page.getByRole("button", { name: "Guardar contraseña" }).click();
    await expect(page.getByRole("heading", { name: "Su contraseña está guardada" })).toBeVisible();
  }

  test("the first person of the Secretariat chooses a password with the link of the installation and invites Costa Rica", async () => {
    const { page } = await someone();
    const invitation = await inviteFirstSecretariat(portal.api.deps, {
      address: secretariat.email,
      displayName: secretariat.name,
      language: "es",
    });
    await page.goto(invitation.state === "invited" ? invitation.link : "");
    await choosePassword(page);
    await signIn(page, portal, "es", secretariat.email, ownPassword);
    await page.getByRole("link", { name: "Personas", exact: true }).click();
    await page.getByRole("button", { name: "Invitar a una persona" }).click();
    const dialog = page.getByRole("dialog", { name: "Invitar a una persona" });
    await dialog.getByLabel("Nombre").fill(focalPoint.name);
    await dialog.getByLabel("Dirección de correo").fill(focalPoint.email);
    await dialog.getByLabel("Función").selectOption({ label: "Punto focal" });
    await dialog.getByLabel("País").selectOption({ label: "Costa Rica" });
    await dialog.getByRole("button", { name: "Solicitar esta cuenta" }).click();
    await expect(page.getByText(`Se solicitó la cuenta de ${focalPoint.name}.`).first()).toBeVisible();
    await addPeople(portal, [...expected, costaRicaAlternate, ...voluntary, ...others]);
    await portal.settleMail();
    const mails = newMail();
    expect(readers(mails)).toEqual([focalPoint.email]);
    expect(mails[0]?.subject).toBe("Acceso al portal de informes de la Conferencia Regional sobre Migración");

    const link = /https?:\/\/\S+\/es\/invitation#\S+/.exec(mails[0]?.text ?? "")?.[0] ?? "";
    const { page: hers } = await someone();
    await hers.goto(link);
    await expect(hers.getByLabel("Iniciará sesión como")).toHaveValue(focalPoint.email);
    await expectAccessible(hers, { colorScheme: "dark", width: 390 });
    await expectAccessible(hers, { colorScheme: "light", width: 1440 });
    await choosePassword(hers);
    await signIn(hers, portal, "es", focalPoint.email, ownPassword);
    await expect(hers.getByText("Aún no se solicita ningún informe")).toBeVisible();
    // The link works once.
    await hers.goto(`${portal.url}/es`);
    await hers.goto(link);
    await expect(hers.getByRole("heading", { name: "Este enlace ya no funciona" })).toBeVisible();
  });

  test("the Secretariat opens the round, and on the opening day each reporter gets one message in the own language", async () => {
    const { page } = await atWork(secretariat.email);
    await page.goto(`${portal.url}/es/rounds`);
    await page.getByRole("link", { name: "Abrir la ronda 2027, datos de 2026" }).click();
    await goToStep(page, "Fechas y países");
    await expect(page.getByLabel("Fecha límite")).toHaveValue("2027-04-30");
    await expect(page.getByLabel("Grupo que debe informar").locator("option:checked")).toHaveText(
      "Centroamérica y México",
    );
    // The second is proposed, on which people work in Mexico too.
    await expect(page.getByLabel("Día de apertura")).toHaveValue("2027-02-02");
    await page.getByLabel("Día de apertura").fill("2027-02-01");
    await openAsPrepared(page);
    await page.waitForURL("**/es/rounds/2027");
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /Costa Rica/ }) });
    await expect(row).toContainText("Sin iniciar");
    await expect(page.getByRole("button", { name: "Cancelar la ronda" })).toBeVisible();
    await portal.settleMail();
    expect(newMail()).toEqual([]);

    // The first of February is a holiday in Mexico: it is invited on the next day.
    await portal.goTo("2027-02-01T16:00:00Z");
    const first = newMail();
    const elsewhere = expected.filter(({ country }) => country !== "MEX");
    expect(readers(first)).toEqual(addresses([...elsewhere, focalPoint, costaRicaAlternate, ...voluntary]));
    await portal.goTo("2027-02-02T16:00:00Z");
    const second = newMail();
    expect(readers(second)).toEqual(addresses(expected.filter(({ country }) => country === "MEX")));
    const mails = [...first, ...second];
    const subjectTo = (email: string) => mails.find(({ to }) => to === email)?.subject;
    expect(subjectTo(focalPoint.email)).toBe("Invitación: informe de Costa Rica, ronda 2027 (30 de abril)");
    expect(subjectTo("focal.gtm@example.org")).toBe("Invitación: informe de Guatemala, ronda 2027 (30 de abril)");
    expect(subjectTo("focal.blz@example.org")).toBe("Invitation: report of Belize, 2027 round (30 April)");
    expect(mails.find(({ to }) => to === "focal.blz@example.org")?.text).toContain(
      "30 April 2027 at 23:59, Belmopan time",
    );
    await portal.settleMail();
    expect(newMail()).toEqual([]);
  });

  test("Costa Rica answers every kind of question by typing, leaves, and finds it all again", async () => {
    await portal.leapTo("2027-02-10T15:00:00Z");
    const { page } = await someone();
    await signIn(page, portal, "es", focalPoint.email, ownPassword);
    await page.getByRole("link", { name: "Empezar" }).click();
    await page.waitForURL("**/es/reports/**");
    submissionId = /reports\/([^/?]+)/.exec(page.url())?.[1] ?? "";
    const open = (code: string) => openQuestion(page, portal, "es", { submissionId, code });
    const saved = (code: string) =>
      expect(questionOf(page, portal, "es", code).getByText(/^Guardado a las/)).toBeVisible();
    const cite = async (code: string, title: string) => {
      const question = questionOf(page, portal, "es", code);
      await question.getByRole("button", { name: "Agregar medio de verificación" }).click();
      await question.getByLabel("Título").fill(title);
      await question.getByLabel("Título").press("Tab");
    };

    const level = await open("TIP-LEG-01");
    // The round of 2027 asks for the data of 2026.
    await expect(page.getByText("«El año» en las preguntas: del 1 de enero al 31 de diciembre de 2026")).toBeVisible();
    await level.getByRole("radio", { name: /^Definición completa del artículo 3/ }).check();
    await cite("TIP-LEG-01", "Ley 9095, artículo 5");
    await saved("TIP-LEG-01");

    const date = await openLine(questionOf(page, portal, "es", "TIP-LEG-05"));
    await date.getByLabel("Fecha", { exact: true }).fill("31/12/2032");
    await date.getByLabel("Fecha", { exact: true }).press("Tab");
    await saved("TIP-LEG-05");

    const money = await openLine(questionOf(page, portal, "es", "TIP-LEG-06"));
    await money.getByLabel("Monto").fill("12,500,000.50");
    await cite("TIP-LEG-06", "Liquidación presupuestaria 2026");
    await saved("TIP-LEG-06");

    const count = await open("TIP-PRV-02");
    await count.getByLabel(/^Total/).fill("1250");
    await count.getByLabel("Sexo: Mujer").fill("700");
    await count.getByLabel("Sexo: Hombre").fill("550");
    // The total is reached: the other cells can only be zero.
    await expect(count.getByText("Suma 1,250 de 1,250. Como ya se llegó al total")).toBeVisible();
    await count.getByLabel("Grupo de edad: Niña, niño o adolescente (0-17)").fill("400");
    await count.getByLabel("Grupo de edad: Persona adulta (18 o más)").fill("850");
    await count.getByLabel("Grupo de edad: Persona adulta (18 o más)").press("Tab");
    await saved("TIP-PRV-02");

    const missing = await openLine(questionOf(page, portal, "es", "TIP-PRV-06"));
    await missing.getByRole("radio", { name: "No disponible" }).check();
    await missing
      .getByLabel("¿Por qué no hay valor?")
      .fill("El registro de capacitación aún no distingue a las personas.");
    await missing.getByLabel("¿Por qué no hay valor?").press("Tab");
    await saved("TIP-PRV-06");

    const ratio = await open("TIP-COO-04");
    await ratio.getByLabel("Solicitudes respondidas de fondo").fill("18");
    await ratio.getByLabel("Solicitudes recibidas").fill("24");
    await expect(ratio.getByText("Equivale al 75.0 %")).toBeVisible();
    await cite("TIP-COO-04", "Registro de la autoridad central");
    await saved("TIP-COO-04");

    const yesNo = await openLine(questionOf(page, portal, "es", "TIP-COO-05"));
    await yesNo.getByRole("radio", { name: "Sí", exact: true }).check();
    await cite("TIP-COO-05", "Decreto 40.000");
    await saved("TIP-COO-05");

    const text = await open("TIP-DAT-03");
    await text.getByLabel("Su texto").fill("Se firmaron protocolos con dos instituciones más.");
    await text.getByLabel("Su texto").press("Tab");
    await saved("TIP-DAT-03");

    await page.goto(`${portal.url}/es/home`);
    const { length } = portal.api.deps.catalogues.current.indicators;
    await expect(page.getByText(`8 de ${length} indicadores respondidos, faltan ${length - 8}.`)).toBeVisible();
    const again = await open("TIP-PRV-02");
    await expect(again.getByLabel(/^Total/)).toHaveValue("1,250");
    await expect(again.getByLabel("Sexo: Mujer")).toHaveValue("700");
    await open("TIP-LEG-06");
    await expect(money.getByLabel("Monto")).toHaveValue("12,500,000.50");
    await expect(money.getByLabel("Moneda")).toHaveValue("CRC");

    // The rest is saved by a program of hers.
    const typed = new Set(
      "TIP-LEG-01 TIP-LEG-05 TIP-LEG-06 TIP-PRV-02 TIP-PRV-06 TIP-COO-04 TIP-COO-05 TIP-DAT-03".split(" "),
    );
    const rest = completeAnswers(portal.api.deps.catalogues.current, { seed: 506 })
      .filter(({ indicatorCode }) => !typed.has(indicatorCode))
      .map((one) => (one.indicatorCode === "TIP-JUS-04" ? { ...one, value: threeConvicted } : one));
    const program = await signInByApi({ url: portal.direct }, focalPoint.email, ownPassword, portal.url);
    await answer(program, submissionId, rest);
    await program.leave();
  });

  test("who has not submitted is reminded; Costa Rica submits once, however often the key is pressed", async () => {
    await portal.goTo("2027-04-16T16:00:00Z");
    expect(readers(newMail())).toEqual(addresses([...expected, focalPoint, costaRicaAlternate]));

    await portal.leapTo("2027-04-20T16:00:00Z");
    const { page } = await atWork(focalPoint.email);
    await page.goto(`${portal.url}/es/home`);
    await page.getByRole("link", { name: "Revisar y enviar" }).click();
    await expect(page.getByText("Nada lo impide.", { exact: false })).toBeVisible();
    const submit = page.getByRole("button", { name: "Enviar el informe" });
    await submit.click();
    await expect(page.getByText("Le rogamos marcar primero la declaración.")).toBeVisible();
    await page.getByRole("checkbox", { name: /^Declaro, por Costa Rica/ }).check();
    await submit.dblclick();
    await page.waitForURL("**/receipt");
    await expect(page.getByText("El informe se recibió como versión 1.")).toBeVisible();
    await expect(page.getByText("CRI-2027-1")).toBeVisible();
    await expect(page.getByText(focalPoint.name).first()).toBeVisible();
    expect(await versions()).toEqual([1]);

    await portal.settleMail();
    const receipts = newMail();
    expect(readers(receipts)).toEqual(addresses([focalPoint, costaRicaAlternate]));
    expect(receipts[0]?.subject).toBe("Acuse de recibo de la versión 1: informe de Costa Rica, ronda 2027");
  });

  test("after the due date only those who have not submitted are written to, and the monitor says who", async () => {
    // The first of May is a Saturday: what is about it leaves on Monday.
    await portal.goTo("2027-05-01T16:00:00Z");
    expect(newMail()).toEqual([]);
    await portal.goTo("2027-05-03T16:00:00Z");
    const mails = newMail();
    const copies = expected.reduce((all, { country }) => all.add(country), new Set<string | undefined>()).size;
    expect(readers(mails).filter((to) => to !== secretariat.email)).toEqual(addresses(expected));
    expect(readers(mails).filter((to) => to === secretariat.email)).toHaveLength(copies);

    const { page } = await atWork(secretariat.email);
    await page.goto(`${portal.url}/es/rounds/2027`);
    // Costa Rica has started work in it.
    await expect(page.getByRole("button", { name: "Corregir las fechas" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Cancelar la ronda" })).toHaveCount(0);
    await expect(page.getByText("1 de 8 recibidos", { exact: false })).toBeVisible();
    const rowOf = (country: string) =>
      page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: country }) });
    await expect(rowOf("Guatemala")).toContainText("fuera de plazo");
    await expect(rowOf("Costa Rica")).toContainText("Espera su decisión");
    await expect(rowOf("Costa Rica")).not.toContainText("fuera de plazo");
    await expect(rowOf("Canadá")).not.toContainText("fuera de plazo");
  });

  test("the Secretariat reminds the group: every message is seen first, each person gets one, Costa Rica none", async () => {
    await portal.leapTo("2027-05-03T18:00:00Z");
    const { page } = await atWork(secretariat.email);
    await page.goto(`${portal.url}/es/rounds/2027/reminders?tab=send`);
    await expect(page.getByLabel("Grupo", { exact: true }).locator("option:checked")).toHaveText(
      "Centroamérica y México",
    );
    await page.getByLabel("En español").fill("Sus cifras completarían el informe al Grupo de Consulta.");
    await page.getByRole("button", { name: "Mostrar los mensajes" }).click();
    await expect(page.getByRole("heading", { name: "9 mensajes, aún sin enviar" })).toBeFocused();
    const guatemala = page.getByRole("region", { name: "Guatemala" });
    await expect(guatemala).toContainText("focal.gtm@example.org");
    await expect(guatemala).toContainText("Sus cifras completarían el informe al Grupo de Consulta.");
    await expect(page.getByRole("region", { name: "Belice" })).not.toContainText("Sus cifras completarían");
    await expect(page.getByRole("region", { name: "Costa Rica" })).toHaveCount(0);
    await expect(page.getByText("ya envió su informe", { exact: false })).toBeVisible();
    await portal.settleMail();
    expect(newMail()).toEqual([]);

    await page.getByRole("button", { name: "Enviar 9 mensajes" }).click();
    const dialog = page.getByRole("dialog", { name: "¿Enviar 9 mensajes?" });
    await expect(dialog).toContainText("alternate.blz@example.org");
    await dialog.getByRole("button", { name: "Enviar 9 mensajes" }).dblclick();
    await expect(page.getByText("9 mensajes están en camino")).toBeVisible();
    await portal.settleMail();
    const mails = newMail();
    expect(readers(mails)).toEqual(addresses(expected));
    expect(mails.find(({ to }) => to === "focal.gtm@example.org")?.text).toContain("Sus cifras completarían");
  });

  test("the Secretariat returns the report with a question; Costa Rica corrects the figure and submits version 2", async () => {
    await portal.leapTo("2027-05-04T16:00:00Z");
    const { page } = await atWork(secretariat.email);
    await page.goto(`${portal.url}/es/reviews`);
    await page.getByRole("link", { name: "Costa Rica, ronda 2027, datos de 2026" }).click();
    const question = questionOf(page, portal, "es", "TIP-PRV-02");
    await expect(question).toContainText("1,250");
    await question.getByRole("button", { name: "Preguntar por esta respuesta" }).click();
    await question.getByLabel("Su pregunta al país").fill("¿Incluye la campaña de diciembre?");
    await page.getByRole("button", { name: "Devolver para aclaración" }).click();
    const dialog = page.getByRole("dialog", { name: /Devolver .*Costa Rica/ });
    await expect(dialog.getByLabel("Responder a más tardar")).toHaveValue("2027-05-19");
    await dialog.getByRole("button", { name: "Devolver con 1 pregunta" }).click();
    await expect(page.getByText("El informe está en el país para aclaración.", { exact: true })).toBeVisible();
    await portal.settleMail();
    const mails = newMail();
    expect(readers(mails)).toEqual(addresses([focalPoint, costaRicaAlternate]));
    expect(mails[0]?.subject).toBe("Devuelto para aclaración: informe de Costa Rica, ronda 2027 (19 de mayo)");

    const { page: hers } = await atWork(focalPoint.email);
    await hers.goto(`${portal.url}/es/home`);
    await expect(hers.getByText("La Secretaría pide una aclaración").first()).toBeVisible();
    await expect(hers.getByText("¿Incluye la campaña de diciembre?").first()).toBeVisible();
    // Whoever sends it again is asked about the question first; other answers stay as they were sent.
    await hers.goto(`${portal.url}/es/reports/${submissionId}/review`);
    const asked = hers.getByRole("region", { name: "Preguntas de la Secretaría" });
    await expect(asked).toContainText("Sin respuesta: cambie la respuesta o responda a la Secretaría.");
    await hers.getByRole("checkbox", { name: /^Declaro, por Costa Rica/ }).check();
    await hers.getByRole("button", { name: "Enviar el informe" }).click();
    const leaving = hers.getByRole("dialog", { name: "1 pregunta aún no tiene respuesta" });
    await leaving.getByRole("button", { name: "Volver y responder" }).click();
    expect(await versions()).toEqual([1]);
    const count = await openQuestion(hers, portal, "es", { submissionId, code: "TIP-PRV-02" });
    const other = await openLine(questionOf(hers, portal, "es", "TIP-PRV-03"));
    await expect(other.getByText("La Secretaría no preguntó por esta respuesta")).toBeVisible();
    await expect(other.getByRole("radio")).toHaveCount(0);
    await expect(count.getByText("¿Incluye la campaña de diciembre?").first()).toBeVisible();
    await expectAccessible(hers, { colorScheme: "dark", width: 390 });
    await expectAccessible(hers, { colorScheme: "light", width: 1440 });
    await count.getByLabel(/^Total/).fill("1310");
    await count.getByLabel("Sexo: Mujer").fill("760");
    await count.getByLabel("Grupo de edad: Persona adulta (18 o más)").fill("910");
    await count.getByLabel("Grupo de edad: Persona adulta (18 o más)").press("Tab");
    await expect(count.getByText(/^Guardado a las/)).toBeVisible();
    await hers.getByRole("link", { name: "Revisar y enviar" }).first().click();
    await expect(asked).toContainText("Usted ya volvió sobre ella.");
    await hers.getByRole("checkbox", { name: /^Declaro, por Costa Rica/ }).check();
    await hers.getByRole("button", { name: "Enviar el informe" }).click();
    await expect(hers.getByText("El informe se recibió como versión 2.")).toBeVisible();
    expect(await versions()).toEqual([1, 2]);
    await expect(hers.getByText("Después de esta llegó")).toHaveCount(0);
    await hers.getByRole("link", { name: "Versión 1" }).click();
    await expect(hers.getByText("Después de esta llegó la versión 2.", { exact: false })).toBeVisible();
    await portal.settleMail();
    expect(readers(newMail())).toEqual(addresses([focalPoint, costaRicaAlternate]));
  });

  test("the Secretariat accepts and, five working days later, publishes", async () => {
    await portal.leapTo("2027-05-05T16:00:00Z");
    const first = await atWork(secretariat.email);
    await first.page.goto(`${portal.url}/es/reviews/${submissionId}`);
    await expect(questionOf(first.page, portal, "es", "TIP-PRV-02")).toContainText("1,310");
    await first.page.getByRole("button", { name: "Aceptar" }).click();
    const accept = first.page.getByRole("dialog", { name: /Aceptar la versión 2/ });
    await accept.getByRole("button", { name: "Aceptar" }).click();
    await expect(first.page.getByText("El informe está aceptado.", { exact: false })).toBeVisible();
    await portal.settleMail();
    expect(readers(newMail())).toEqual(addresses([focalPoint, costaRicaAlternate]));

    await portal.leapTo("2027-05-06T16:00:00Z");
    const { page } = await anybody();
    await page.goto(`${portal.url}/en/indicators/TIP-PRV-02`);
    await expect(page.getByText("No published report answers this yet")).toBeVisible();

    const country = await atWork(focalPoint.email);
    await country.page.goto(`${portal.url}/es/reports/${submissionId}/publication`);
    await expect(
      country.page.getByRole("heading", { name: "Costa Rica: lo que se publicará", level: 1 }),
    ).toBeVisible();
    await expect(
      country.page.getByText("Podrá publicarse a partir del 13 de mayo de 2027", { exact: false }),
    ).toBeVisible();
    const early = await atWork(secretariat.email);
    await early.page.goto(`${portal.url}/es/reviews/${submissionId}`);
    await early.page.getByRole("button", { name: "Publicar" }).click();
    const notYet = early.page.getByRole("dialog", { name: /Publicar .*Costa Rica/ });
    await expect(notYet.getByText("puede publicarse a partir del 13 de mayo de 2027", { exact: false })).toBeVisible();
    await expect(notYet.getByRole("button", { name: "Publicar" })).toBeDisabled();

    await portal.leapTo("2027-05-13T16:00:00Z");
    const second = await atWork(secretariat.email);
    await second.page.goto(`${portal.url}/es/reviews/${submissionId}`);
    await second.page.getByRole("button", { name: "Publicar" }).click();
    const publish = second.page.getByRole("dialog", { name: /Publicar .*Costa Rica/ });
    await publish.getByRole("button", { name: "Publicar" }).click();
    await expect(second.page.getByText("El informe es público.")).toBeVisible();
    await portal.settleMail();
    // Eight days after the due date the others get their second message.
    const mails = newMail();
    expect(readers(mails).filter((to) => to.endsWith("cri@example.org") || to === focalPoint.email)).toEqual(
      addresses([focalPoint, costaRicaAlternate]),
    );
  });

  test("a delegate of the RCGM and an anonymous visitor read the published figures; a small count is hidden", async () => {
    const delegate = await atWork("rcgm@example.org", password);
    const anonymous = await anybody();
    for (const { page, complaints } of [delegate, anonymous]) {
      await page.goto(`${portal.url}/en/indicators/TIP-PRV-02`);
      await page.getByRole("button", { name: "Show the table" }).first().click();
      const figures = page.getByRole("table", {
        name: "People reached directly by prevention activities, by country and year",
      });
      await expect(
        figures.getByRole("columnheader", { name: "2027" }).or(figures.getByRole("columnheader", { name: "2026" })),
      ).toBeVisible();
      await expect(figures.getByRole("row").filter({ hasText: "Costa Rica" })).toContainText("1,310");
      // A drawing cannot show what a translating browser puts in the place of its words.
      await expect(page.locator("svg text").filter({ visible: true }).first()).toBeVisible();
      await expect(page.locator("svg font")).toHaveCount(0);

      await page.goto(`${portal.url}/en/indicators/TIP-JUS-04`);
      await page.getByRole("button", { name: "Show the table" }).first().click();
      const convicted = page.getByRole("table", { name: "Persons convicted of trafficking, by country and year" });
      const hidden = convicted.getByRole("row").filter({ hasText: "Costa Rica" }).getByRole("cell");
      await expect(hidden.first().getByText("s", { exact: true })).toBeVisible();
      await expect(hidden.first()).toContainText("Hidden to protect persons");
      await expect(hidden.first()).not.toContainText("3");

      await page.goto(`${portal.url}/en`);
      await expect(page.getByRole("link", { name: "Costa Rica" }).first()).toBeVisible();
      await page.goto(`${portal.url}/en/index`);
      await expect(page.getByRole("row").filter({ hasText: "Costa Rica" }).first()).toBeVisible();
      // Without https the browser says that one of the headers has no effect; it is right, and there is nothing to fix.
      const withoutHttps = (text: string) => place.host && text.startsWith("The Cross-Origin-Opener-Policy header");
      expect(complaints().filter((text) => !withoutHttps(text))).toEqual([]);
    }
    const csv = await anonymous.page.evaluate(async () => (await fetch("/api/v1/public/data.csv")).text());
    const small = csv.split("\n").filter((line) => line.includes("TIP-JUS-04") && line.includes("CRI"));
    expect(small.length).toBeGreaterThan(0);
    expect(small.some((line) => /(?:^|,)3(?:,|$)/.test(line))).toBe(false);
  });

  test("the ledger holds one message for each person and step, and no person was written to twice for one", async () => {
    // A mail about the last sign-in may still be on its way: it can arrive before its row says so.
    await portal.settleMail();
    const ledger = await portal.rows<{ email: string; step: string; state: string; count: number }>(
      `select email, notice.country_code, step, batch_id, anchor_date, state, count(*)::int as count
       from app.notice join app.app_user on app_user.id = notice.user_id
       group by email, notice.country_code, step, batch_id, anchor_date, state order by email, step`,
    );
    expect(ledger.filter(({ count }) => count > 1)).toEqual([]);
    const sent = ledger.filter(({ state }) => state === "sent");
    const steps = (email: string) => sent.filter((row) => row.email === email).map(({ step }) => step);
    expect(steps("focal.gtm@example.org").toSorted()).toEqual([
      "before_14",
      "opening",
      "overdue_1",
      "overdue_7",
      "resend",
    ]);
    expect(steps(focalPoint.email).toSorted()).toEqual([
      "accepted",
      "before_14",
      "opening",
      "published",
      "returned",
      "submitted",
      "submitted",
    ]);
    expect(steps("focal.can@example.org")).toEqual(["opening"]);
    // Every message that was sent is in the ledger, except those about an account (invitation, new device) and digests, which no step asks for.
    const written = await portal.rows<{ id: string }>(
      `select message_id as id from app.outgoing_mail
       where state = 'sent' and (notice_id is not null or kind in ('invitation', 'security', 'digest_secretariat', 'digest_country'))`,
    );
    expect(portal.mail.messages.map(({ mail }) => mail.messageId).toSorted()).toEqual(
      written.map(({ id }) => id).toSorted(),
    );
    expect(written.length).toBeGreaterThan(sent.reduce((sum, { count }) => sum + count, 0));

    const { page } = await atWork(secretariat.email);
    await page.goto(`${portal.url}/es/rounds/2027/reminders?tab=ledger&countries=CRI`);
    const shown = page.getByRole("table", { name: "Mensajes de esta ronda, el más reciente primero" });
    await expect(shown.getByRole("row").filter({ hasText: focalPoint.name }).first()).toBeVisible();
  });

  async function versions(): Promise<readonly number[]> {
    const rows = await portal.rows<{ version: number }>(
      "select version from app.submission_version where submission_id = $1 order by version",
      [submissionId],
    );
    return rows.map(({ version }) => version);
  }
}

/** So few that publishing the number would identify people. */
const threeConvicted = {
  type: "count",
  total: 3,
  breakdowns: {},
  crossTabs: {},
} as const;
