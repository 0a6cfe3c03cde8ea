import { createHmac } from "node:crypto";
import { type ReplyFile, replyTo } from "@avances/notices/testing/replies";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { tabTo } from "./support/keyboard.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { mailRepliesKey, type Portal, startPortal } from "./support/portal.ts";

const withinMs = 2_000;

/** What comes back about a message after the mail server had accepted it. */
describe("lo que llega de vuelta", () => {
  let portal: Portal;
  let browser: Browser;
  let desk: ApiUser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "ines@example.org", name: "Inés Mejía", role: "focal_point", country: "HND", language: "es" },
      { email: "marva@example.org", name: "Marva Castillo", role: "focal_point", country: "BLZ", language: "en" },
    ]);
    desk = await signInByApi(portal, "paula@example.org");
    await desk.send("POST", "/rounds", {
      year: 2027,
      opensOn: "2027-02-01",
      dueOn: "2027-04-30",
      obligatedGroup: "CA-MEX",
    });
    await portal.settleMail();
  });

  afterEach(({ task }) => leaveAll(visitors, task));

  afterAll(async () => {
    await desk?.leave();
    await browser?.close();
    await portal?.close();
  });

  async function comes(path: string, width = 1440): Promise<Page> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, "paula@example.org");
    await visitor.page.setViewportSize({ width, height: 900 });
    await visitor.page.goto(`${portal.url}/es${path}`);
    return visitor.page;
  }

  /** A mail server hands in what came back about the last request to this person. */
  async function comesBack(name: ReplyFile, email: string): Promise<void> {
    const [mail] = await portal.rows<{ messageId: string; toAddress: string }>(
      `select message_id as "messageId", to_address as "toAddress" from app.outgoing_mail
       where to_address = $1 and notice_id is not null order by created_at desc limit 1`,
      [email],
    );
    if (mail === undefined) throw new Error(`There is no message to ${email}`);
    const sentAt = portal.clock.now().toISOString();
    const message = replyTo(name, mail).toString("base64");
    const signature = createHmac("sha256", mailRepliesKey).update(`${sentAt}.${message}`).digest("base64url");
    const reply = await fetch(`${portal.url}/api/v1/mail-replies`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-requested-with": "rcm", origin: portal.url },
      body: JSON.stringify({ sentAt, message, signature }),
    });
    expect(await reply.json()).toEqual({ outcome: "noted" });
  }
  const rowOf = (page: Page, country: string) => page.getByRole("row", { name: new RegExp(country) });

  test("un correo devuelto se ve en el tablero sin cargar la página, con su motivo y con lo que hay que hacer", async () => {
    const page = await comes("/rounds/2027");
    await expect(page.getByText("Sigue lo que hacen las demás personas.")).toBeVisible();
    await expect(rowOf(page, "Honduras")).toContainText("aceptado por el servidor de correo");
    const loaded = await page.evaluate(() => performance.timeOrigin);
    await comesBack("exchange-failed", "ines@example.org");
    await expect(rowOf(page, "Honduras")).toContainText(
      "no llegó; el servidor de correo indica que esa dirección no existe",
      { timeout: withinMs },
    );
    await expect(rowOf(page, "Honduras")).toContainText("Solicitud que no llegó a nadie");
    await expect(page.getByText(/El correo a Inés Mejía no llegó \(.+\): busque otro contacto/).first()).toBeVisible();
    await comesBack("gmail-away", "marva@example.org");
    await expect(rowOf(page, "Belice")).toContainText("fuera de la oficina hasta el 14 feb 2027", {
      timeout: withinMs,
    });
    await comesBack("outlook-reply", "marva@example.org");
    await expect(rowOf(page, "Belice")).toContainText("llegó una respuesta el 10 feb 2027", { timeout: withinMs });
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded);
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
  });

  test("en el correo saliente consta qué llegó de vuelta; intentar de nuevo indica que la dirección es correcta", async () => {
    const page = await comes("/mail", 390);
    const dead = page.getByRole("region", { name: "No entregados" });
    await expect(dead).toContainText("550 5.1.10 RESOLVER.ADR.RecipientNotFound");
    await expect(dead).toContainText("No llegó; el servidor de correo indica que esa dirección no existe.");
    await expect(dead).toContainText("Intentar de nuevo indica que la dirección es correcta");
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await dead.getByRole("button", { name: "Intentar de nuevo el mensaje a Inés Mejía" }).press("Enter");
    await expect(dead).toBeHidden();
    await portal.settleMail();
    const left = portal.mail.messages.filter(({ to }) => to.includes("ines@example.org"));
    expect(left.length).toBe(2);
    expect(new Set(left.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  test("en las solicitudes al país queda que no llegó, o que hubo respuesta, y nada de lo que dice", async () => {
    const page = await comes("/asks/BLZ", 390);
    await expect(page.getByText("llegó una respuesta el 10 feb 2027")).toBeVisible();
    await expect(
      page.getByText("El 10 de febrero de 2027 llegó por correo una respuesta a una solicitud"),
    ).toBeVisible();
    await expect(page.locator("main")).not.toContainText("CANARIO");
    await expectAccessible(page, { colorScheme: "light", width: 390 });
  });

  test("las respuestas se leen solo con el teclado: en su pestaña, en la página del país y en el mensaje", async () => {
    await desk.send("POST", "/rounds/2027/exchanges", {
      ...{ country: "BLZ", channel: "telephone", happenedOn: "2027-02-10", withWhom: "Marva Castillo", isAsk: true },
      ...{ said: "by_date", promisedOn: "2027-03-01", detail: "" },
    });
    const page = await comes("/rounds/2027/reminders", 390);
    const tab = page.getByRole("link", { name: "Respuestas", exact: true });
    await tabTo(page, tab);
    await page.keyboard.press("Enter");
    const replies = page.getByRole("table", { name: /Lo último que dijo cada país/ });
    await expect(replies.getByRole("row", { name: /Belice/ })).toContainText("por teléfono");
    // The view changed below; the row of views keeps the cursor.
    await expect(tab).toBeFocused();
    await tabTo(page, replies.getByRole("link", { name: "Belice" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: /Belice/ })).toBeFocused();
    await expect(page.getByText("llegó una respuesta el 10 feb 2027")).toBeVisible();

    await page.goto(`${portal.url}/es/mail?country=BLZ`);
    const read = page.getByRole("row", { name: /llegó una respuesta/ }).getByRole("button", { name: /^Leer/ });
    await tabTo(page, read);
    await page.keyboard.press("Enter");
    const message = page.getByRole("dialog");
    await expect(message.getByText(/llegó una respuesta el 10 feb 2027/)).toBeVisible();
    await expect(message.locator(":focus")).toHaveCount(1);
    // A long letter is scrolled with the keys.
    await tabTo(page, message.getByRole("region", { name: "Como lo ve su destinatario" }));
    await page.keyboard.press("Escape");
    await expect(message).toBeHidden();
    await expect(read).toBeFocused();
  });
});
