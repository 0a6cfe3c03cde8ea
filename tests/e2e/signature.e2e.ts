import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, answer, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

const phone = { viewport: { width: 390, height: 844 } };
const why = (indicatorCode: string, reason: string) =>
  ({ indicatorCode, state: "not_available", value: null, reason, comment: "", evidence: [] }) as const;

/** A second person of the country signs: the whole way, in Spanish, the approver on a telephone. */
describe("una segunda persona firma", () => {
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
      { email: "marta@example.org", name: "Marta Chaves", role: "approver", country: "CRI", language: "es" },
    ]);
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await ana?.leave();
    await browser?.close();
    await portal?.close();
  });

  async function comes(email: string, options = {}): Promise<Visitor["page"]> {
    const visitor = await arrive(browser, options);
    visitors.push(visitor);
    await bringSession(visitor, portal, email);
    return visitor.page;
  }
  /** The last message of this kind to this address. */
  async function lastMailTo(address: string, kind: string): Promise<{ subject: string; text: string }> {
    await portal.settleMail();
    const [mail] = await portal.rows<{ subject: string; text: string }>(
      "select subject, body_text as text from app.outgoing_mail where to_address = $1 and kind = $2 order by created_at desc, id desc limit 1",
      [address, kind],
    );
    return mail ?? { subject: "", text: "" };
  }
  /** The person looks at the page again until it has read what somebody else did. */
  async function sees(page: Visitor["page"], text: string | RegExp): Promise<void> {
    await expect(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
      await expect(page.getByText(text).first()).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
  }
  const check = () => `${portal.url}/es/reports/${report}/review`;

  test("la Secretaría abre una ronda que lo pide", async () => {
    // From its preparation it would not be opened: in seven countries nobody can sign (`preparation.test.ts`).
    const desk = await signInByApi(portal, "ts@example.org");
    await desk.send("POST", "/rounds", {
      ...{ year: 2027, opensOn: "2027-02-10", dueOn: "2027-04-30", obligatedGroup: "CA-MEX", signatureRequired: true },
    });
    await desk.leave();
    ana = await signInByApi(portal, "ana@example.org");
    report = await reportOf(ana, 2027, "CRI");
  });

  test("el punto focal pide la firma, la persona que aprueba devuelve con un motivo y luego firma en el teléfono", async () => {
    await answer(ana, report, [why("TIP-PRO-01", "El registro se perdió en la inundación de la capital")]);
    const hers = await comes("ana@example.org");
    await hers.goto(check());
    await expect(
      hers.getByText("Solo falta la firma de una segunda persona del país.", { exact: false }),
    ).toBeVisible();
    await expect(hers.getByRole("button", { name: "Enviar el informe" })).toHaveCount(0);
    await hers.getByRole("button", { name: "Pedir la firma" }).click();
    await expect(hers.getByText(/^Le toca a Marta Chaves: Ana Solano pidió la firma el/)).toBeVisible();
    const asked = await lastMailTo("marta@example.org", "signature_asked");
    expect(asked.subject).toContain("Espera su firma");
    expect(asked.text).toContain(`/es/reports/${report}/review`);
    expect(asked.text).not.toContain("inundación");

    const theirs = await comes("marta@example.org", phone);
    await theirs.goto(check());
    await expect(theirs.getByText(/^Ana Solano le pidió la firma el/)).toBeVisible();
    await expect(theirs.getByText("El registro se perdió en la inundación de la capital")).toBeVisible();
    await expectAccessible(theirs, { colorScheme: "dark", width: 390 });
    await expectAccessible(theirs, { colorScheme: "light", width: 1440 });
    await theirs.setViewportSize(phone.viewport);
    await theirs.getByRole("button", { name: "Devolver…" }).click();
    const dialog = theirs.getByRole("dialog", { name: "¿Devolver el informe?" });
    await dialog.getByLabel("Motivo").fill("El ministerio sí tiene una copia del registro");
    await dialog.getByRole("button", { name: "Devolver" }).click();
    await expect(theirs.getByText(/^Marta Chaves lo devolvió sin firma el/)).toBeVisible();
    const back = await lastMailTo("ana@example.org", "signature_refused");
    expect(back.subject).toContain("Devuelto sin firma");
    expect(back.text).not.toContain("copia");

    await sees(hers, "El ministerio sí tiene una copia del registro");
    await hers.getByRole("button", { name: "Pedir la firma" }).click();
    await expect(hers.getByText(/^Le toca a Marta Chaves/)).toBeVisible();
    await sees(theirs, /^Ana Solano le pidió la firma el/);
    await theirs.getByRole("button", { name: "Firmar" }).click();
    await expect(theirs.getByText("Le rogamos marcar primero la declaración.")).toBeVisible();
    await theirs.getByRole("checkbox", { name: /^Firmo, por Costa Rica/ }).check();
    await theirs.getByRole("button", { name: "Firmar" }).click();
    await expect(theirs.getByText(/^Firmado por Marta Chaves el/)).toBeVisible();
    expect((await lastMailTo("ana@example.org", "signature_given")).subject).toContain("Firmado, aún sin enviar");
  });

  test("la firma deja de valer cuando cambia una respuesta, y a ambas se les dice; con otra se envía una sola vez", async () => {
    const hers = await comes("ana@example.org");
    await hers.goto(check());
    await expect(hers.getByRole("button", { name: "Enviar el informe" })).toBeEnabled();
    await answer(ana, report, [why("SOM-PRO-01", "Ninguna institución cuenta todavía a estas personas")]);
    await sees(hers, /la firma ya no vale, porque después cambiaron respuestas/);
    await expect(hers.getByText("Cambió después: SOM-PRO-01.")).toBeVisible();
    await expect(hers.getByRole("button", { name: "Enviar el informe" })).toHaveCount(0);

    const theirs = await comes("marta@example.org", phone);
    await theirs.goto(check());
    await expect(theirs.getByText(/la firma ya no vale/)).toBeVisible();
    await theirs.getByRole("checkbox", { name: /^Firmo/ }).check();
    await theirs.context().setOffline(true);
    await theirs.getByRole("button", { name: "Firmar" }).click();
    await expect(theirs.getByText("No se hizo nada: no hay conexión.", { exact: false })).toBeVisible();
    await theirs.context().setOffline(false);
    await theirs.getByRole("button", { name: "Firmar" }).click();
    await expect(theirs.getByText(/^Firmado por Marta Chaves el/)).toBeVisible();

    await sees(hers, "Firmado por Marta Chaves.");
    await hers.getByRole("checkbox", { name: /^Declaro, por Costa Rica/ }).check();
    await hers.getByRole("button", { name: "Enviar el informe" }).click();
    await hers.waitForURL("**/receipt");
    await expect(hers.getByText(/^Marta Chaves, /)).toBeVisible();
    await expect(
      hers.getByText("La Secretaría Técnica revisa el informe; no hay una fecha fijada para ello."),
    ).toBeVisible();
    const [download] = await Promise.all([
      hers.waitForEvent("download"),
      hers.getByRole("button", { name: "Constancia (PDF)" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("CRI-2027-1-constancia.pdf");
    const mail = await lastMailTo("ana@example.org", "submitted");
    const { contentHash } = await ana.get<{ contentHash: string }>(`/submissions/${report}/receipt`);
    expect(mail.text).toContain("Número de constancia: CRI-2027-1");
    expect(mail.text).toContain(contentHash);
    expect(mail.text).toContain("Firmado por: Marta Chaves");
    await expectAccessible(hers, { colorScheme: "dark", width: 390 });
    await expectAccessible(hers, { colorScheme: "light", width: 1440 });
  });
});
