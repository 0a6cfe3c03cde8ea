import type { Browser, Locator, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { type ApiUser, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** What the Secretariat holds, and the days on which nothing goes out by itself, on the board and in the reminder centre. */
describe("recordatorios en espera y días sin envíos", () => {
  let portal: Portal;
  let browser: Browser;
  let colleague: ApiUser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-04-12T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "paula@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "jorge@example.org", name: "Jorge Luna", role: "secretariat", language: "es" },
      { email: "ines@example.org", name: "Inés Mejía", role: "focal_point", country: "HND", language: "es" },
      { email: "ana@example.org", name: "Ana Mora", role: "focal_point", country: "CRI", language: "es" },
    ]);
    colleague = await signInByApi(portal, "jorge@example.org");
    const round = { year: 2027, opensOn: "2027-04-12", dueOn: "2027-05-14", obligatedGroup: "CA-MEX" };
    await colleague.send("POST", "/rounds", round);
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await colleague?.leave();
    await browser?.close();
    await portal?.close();
  });

  async function comes(path: string): Promise<Page> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, "paula@example.org");
    await visitor.page.goto(`${portal.url}/es/${path}`);
    return visitor.page;
  }
  const rowOf = (page: Page, country: string) => page.getByRole("row", { name: new RegExp(country) }).first();

  test("desde el tablero se pone un país en espera; tablero y vista previa lo dicen, y se levanta", async () => {
    const page = await comes("rounds/2027");
    await rowOf(page, "Honduras")
      .getByRole("button", { name: /Honduras/ })
      .click();
    await page.getByRole("link", { name: "Poner los recordatorios en espera" }).click();
    await page.getByRole("button", { name: "Poner en espera" }).click();
    const dialog = page.getByRole("dialog", { name: "Poner recordatorios en espera" });
    await expect(dialog.getByLabel("A quién")).toHaveValue("HND");

    // A day that has passed and a day after the round are refused at their field, without a request.
    for (const day of ["2027-04-11", "2027-07-30"]) {
      await dialog.getByLabel("Hasta el final del día").fill(day);
      await dialog.getByLabel("Motivo").fill("Elecciones generales");
      await dialog.getByRole("button", { name: "Poner en espera" }).click();
      await expect(
        dialog.getByText("Elija un día entre el 12 de abril de 2027 y el 28 de junio de 2027"),
      ).toBeVisible();
    }
    await expectAccessible(page, { colorScheme: "light", width: 390 }, "dialog");
    await dialog.getByLabel("Hasta el final del día").fill("2027-05-07");
    await dialog.getByRole("button", { name: "Poner en espera" }).click();
    await expect(dialog).toBeHidden();
    const held = rowOf(page, "Honduras");
    await expect(held).toContainText("en espera");
    await expect(held).toContainText("viernes, 7 de mayo de 2027");
    await expect(held).toContainText("Elecciones generales");
    await expectAccessible(page, { colorScheme: "dark", width: 1440 });

    await page.goto(`${portal.url}/es/rounds/2027`);
    await expect(rowOf(page, "Honduras")).toContainText("en espera hasta el 7 may 2027");
    await expect(rowOf(page, "Costa Rica")).not.toContainText("en espera");
    await rowOf(page, "Honduras")
      .getByRole("button", { name: /Honduras/ })
      .click();
    await expect(page.getByRole("dialog")).toContainText(
      "en espera hasta el 7 de mayo de 2027: Elecciones generales (Paula Rivas)",
    );

    await page.goto(`${portal.url}/es/rounds/2027/reminders?tab=send`);
    await page.getByRole("button", { name: "Mostrar los mensajes" }).click();
    await expect(
      page.getByText("Sus recordatorios están en espera hasta el 7 de mayo de 2027: Elecciones generales"),
    ).toBeVisible();
    await expect(page.getByLabel("Incluir Honduras")).not.toBeChecked();
    await expect(page.getByLabel("Incluir Costa Rica")).toBeChecked();
    await expect(page.getByRole("button", { name: "Enviar 1 mensaje" })).toBeVisible();

    await page.goto(`${portal.url}/es/rounds/2027/reminders?tab=days`);
    await page.getByRole("button", { name: "Levantar la espera: Honduras" }).click();
    await page.getByRole("dialog").getByLabel("Motivo").fill("Terminaron las elecciones");
    await page.getByRole("dialog").getByRole("button", { name: "Levantar la espera" }).click();
    await expect(rowOf(page, "Honduras")).toContainText("levantada por Paula Rivas");
  });

  test("se registran días sin envíos; lo que se enviará dice desde qué día se movió y por qué", async () => {
    const page = await comes("rounds/2027/reminders?tab=days&country=CRI");
    // The day after the first of May is a Sunday: the list names the law, and says what was computed.
    await expect(page.getByRole("row", { name: /Día Internacional del Trabajo/ }).first()).toContainText(
      "Código de Trabajo de Costa Rica, artículo 148",
    );
    await page.getByRole("button", { name: "Registrar días" }).click();
    const dialog = page.getByRole("dialog", { name: "Costa Rica: registrar días" });
    await dialog.getByLabel("Primer día").fill("2027-04-01");
    await dialog.getByLabel("Motivo").fill("Duelo nacional");
    await dialog.getByRole("button", { name: "Registrar estos días" }).click();
    await expect(dialog.getByText("Ese día ya pasó en el país")).toBeVisible();
    await dialog.getByLabel("Primer día").fill("2027-05-07");
    await dialog.getByLabel("Último día").fill("2027-05-07");
    await dialog.getByRole("button", { name: "Registrar estos días" }).click();
    await expect(dialog).toBeHidden();
    await expect(rowOf(page, "Duelo nacional")).toContainText("7 de mayo de 2027");
    await expectAccessible(page, { colorScheme: "light", width: 390 });

    await page.getByRole("link", { name: "Lo que se enviará" }).click();
    await expect(page.getByText("Su día es el viernes, 7 de mayo de 2027, sin envíos: Duelo nacional.")).toBeVisible();

    await page.getByRole("link", { name: "Esperas, segunda persona, días sin envíos" }).click();
    await page.getByRole("button", { name: /Dejar sin efecto: 7 de mayo/ }).click();
    await page.getByRole("dialog").getByLabel("Motivo").fill("Se escribió en otro país");
    await page.getByRole("dialog").getByRole("button", { name: "Dejar sin efecto" }).click();
    await expect(rowOf(page, "Duelo nacional")).toContainText("sin efecto por Paula Rivas");
  });

  /** What the desk says in each language, at the field that it is about. */
  const said = {
    es: {
      subject: "Asunto",
      save: "Guardar como texto vigente",
      missing: "Falta {{standing}}: debe estar en esta parte.",
      edit: "Editar: Ana Mora",
      another: "Otra dirección",
      address: "Nueva dirección de correo",
      ask: "Solicitar esta dirección",
      oneAddress: "Escriba una sola dirección completa, por ejemplo nombre@ministerio.gob.example.",
      correct: "Corregir las fechas",
      due: "Fecha límite",
      order: "La fecha límite debe ser igual o posterior al día de apertura",
      orderPrepared: "La fecha límite es anterior al día de apertura.",
      group: "Grupo que debe informar",
      noMember: "El día de la apertura este grupo no tiene miembros.",
      noContact: /No hay a quién escribir para pedir el informe en .*Nicaragua/,
      show: "Mostrar los mensajes",
      send: /^Enviar/,
      nobody: "Nicaragua: no hay a quién escribir (vea Personas)",
      hold: "Poner en espera",
      whom: "A quién",
      until: "Hasta el final del día",
      between: "Elija un día entre el 12 de abril de 2027 y el 28 de junio de 2027",
    },
    en: {
      subject: "Subject",
      save: "Save as the words in force",
      missing: "{{standing}} is missing: it must stand in this part.",
      edit: "Edit: Ana Mora",
      another: "Another address",
      address: "New mail address",
      ask: "Ask for this address",
      oneAddress: "Write one complete address, for example name@ministry.gob.example.",
      correct: "Correct the dates",
      due: "Due date",
      order: "The due date must be on or after the opening day",
      orderPrepared: "The due date is before the opening day.",
      group: "Group that is expected to report",
      noMember: "On the opening day this group has no member.",
      noContact: /Nobody who reports can be written to in .*Nicaragua/,
      show: "Show the messages",
      send: /^Send/,
      nobody: "Nicaragua: nobody to write to (see People)",
      hold: "Hold",
      whom: "Whom",
      until: "Until the end of",
      between: "Choose a day between 12 April 2027 and 28 June 2027",
    },
  } as const;

  test.each(["es", "en"] as const)("lo que no puede ser se dice en su campo (%s), y no sale nada", async (language) => {
    const t = said[language];
    const left = async () => [
      ...portal.mail.messages.map(({ mail }) => mail.subject),
      ...(await portal.rows<{ n: string }>(
        `select count(*) n from app.outgoing_mail union all select count(*) from app.notice
         union all select count(*) from app.notice_wording union all select count(*) from auth.ticket
         union all select count(*) from app.round_act`,
      )),
    ];
    const page = await comes("home");
    // Whoever signs in from another browser is told by mail.
    await portal.settleMail();
    const before = await left();
    const open = (path: string) => page.goto(`${portal.url}/${language}/${path}`);
    const isRefused = async (field: Locator, words: string) => {
      await expect(field).toHaveAccessibleDescription(new RegExp(words.replace(/[{}.]/g, "\\$&")));
      await expect(field).toHaveAttribute("aria-invalid", "true");
    };

    const changeGroup = async (joins: boolean) => {
      for (const country of ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN"])
        await colleague.send("POST", "/groups/CA-MEX/changes", {
          ...{ country, joins, from: "2027-04-12", reason: "Se prueba un grupo vacío" },
        });
    };

    // A template without its placeholder.
    await open(`words?message=resend_before-${language}`);
    const subject = page.getByLabel(t.subject, { exact: true });
    await subject.fill("{{country}}, {{round}}");
    await page.getByRole("button", { name: t.save }).click();
    await isRefused(subject, t.missing);

    // Two mailboxes, and a line break, which a field of one line takes away and a program may send.
    await open("people?country=CRI");
    await page.getByRole("button", { name: t.edit }).click();
    const person = page.getByRole("dialog");
    await person.getByText(t.another, { exact: true }).click();
    const address = person.getByLabel(t.address);
    for (const typed of ["uno@gob.example, dos@gob.example", "uno@gob.example\r\nbcc: dos@gob.example"]) {
      await address.fill(typed);
      await person.getByRole("button", { name: t.ask }).click();
      await isRefused(address, t.oneAddress);
    }
    const { people } = await colleague.get<{ people: { id: string; displayName: string }[] }>("/people");
    const ana = people.find(({ displayName }) => displayName === "Ana Mora")?.id;
    for (const wanted of ["uno@gob.example\r\nbcc: dos@gob.example", "uno@gob.example, dos@gob.example"])
      await expect(colleague.send("POST", `/people/${ana}/address`, { address: wanted })).rejects.toThrow(
        /400.*"\/address"/,
      );

    // A due date before the opening: of a round that is open, and of one that is prepared.
    await open("rounds/2027");
    await page.getByRole("button", { name: t.correct }).click();
    const dates = page.getByRole("dialog");
    await dates.getByLabel(t.due).fill("2027-04-11");
    await dates.getByRole("button", { name: t.correct }).click();
    await isRefused(dates.getByLabel(t.due), t.order);
    await open("rounds#prepare-2028-dates");
    await page.getByLabel(t.due).fill("2028-01-01");
    await isRefused(page.getByLabel(t.due), t.orderPrepared);

    // A group without members, and countries without contacts.
    await open("rounds#prepare-2028-contacts");
    await expect(page.getByText(t.noContact)).toBeVisible();
    await changeGroup(false);
    await open("rounds#prepare-2028-dates");
    await page.reload();
    await isRefused(page.getByLabel(t.group), t.noMember);
    await changeGroup(true);
    await open("rounds/2027/reminders?tab=send&countries=NIC");
    await page.getByRole("button", { name: t.show }).click();
    await expect(page.getByText(t.nobody)).toBeVisible();
    await expect(page.getByRole("button", { name: t.send })).toHaveCount(0);

    // A hold that ends in the past.
    await open("rounds/2027/reminders?tab=days");
    await page.getByRole("button", { name: t.hold }).first().click();
    const hold = page.getByRole("dialog");
    await hold.getByLabel(t.whom).selectOption("CRI");
    await hold.getByLabel(t.until).fill("2027-04-11");
    await hold.getByRole("button", { name: t.hold, exact: true }).click();
    await isRefused(hold.getByLabel(t.until), t.between);

    await portal.settleMail();
    expect(await left()).toEqual(before);
  });
});
