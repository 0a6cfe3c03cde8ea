import { readFile } from "node:fs/promises";
import { textOfPdf } from "@avances/api/testing/pdf-text";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible, expectNothingBeside } from "./support/accessible.ts";
import { type ApiUser, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { tabTo } from "./support/keyboard.ts";
import { bringSession } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** The Secretariat keeps the entries of people in order, a second person confirms what reaches far, and people answer by their links. */
describe("personas y contactos", () => {
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
      { email: "raul@example.org", name: "Raúl Zelaya", role: "alternate", country: "HND", language: "es" },
      { email: "ana@example.org", name: "Ana Mora", role: "focal_point", country: "CRI", language: "es" },
    ]);
    colleague = await signInByApi(portal, "jorge@example.org");
  });
  afterEach(({ task }) => leaveAll(visitors, task));
  afterAll(async () => {
    await colleague?.leave();
    await browser?.close();
    await portal?.close();
  });

  async function comes(path: string, email: string | null = "paula@example.org"): Promise<Page> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    if (email !== null) await bringSession(visitor, portal, email);
    await visitor.page.goto(path.startsWith("http") ? path : `${portal.url}/es/${path}`);
    return visitor.page;
  }
  const rowOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) });
  const edit = async (page: Page, name: string) => {
    await page
      .getByRole("button", { name: `Editar: ${name}` })
      .first()
      .click();
    return page.getByRole("dialog", { name: /^Datos de / });
  };
  async function linkTo(address: string): Promise<string> {
    await portal.settleMail();
    const message = portal.mail.messages.filter(({ to }) => to.includes(address)).at(-1);
    return /https?:\/\/\S+#\S+/.exec(message?.mail.text ?? "")?.[0] ?? "";
  }
  async function confirmAsColleague(name: string): Promise<void> {
    const { people } = await colleague.get<{ people: { id: string; displayName: string; waiting: { id: string } }[] }>(
      "/people",
    );
    const found = people.find(({ displayName }) => displayName === name);
    await colleague.send("POST", `/people/${found?.id}/requests/${found?.waiting.id}/confirm`);
  }

  test("la primera pantalla dice quién puede actuar por cada país, qué falta y dónde; cada país se abre con el teclado", async () => {
    const page = await comes("people");
    await expect(
      page.getByText("En 2 de 11 países, alguien a cargo del informe puede iniciar sesión y enviarlo."),
    ).toBeVisible();
    const facts = page.getByRole("region", { name: "Qué falta" });
    await expect(facts.getByRole("link", { name: "Belice", exact: true })).toBeVisible();
    await expect(facts.getByRole("link", { name: "Costa Rica (sin suplente)" })).toBeVisible();
    await expect(facts.getByRole("link", { name: "y 5 más" })).toBeVisible();
    await expect(facts).toContainText("Direcciones que rechazan mensajesNinguna");
    // All of the answer stands on the first screen of an office, also where nine countries have nobody; and the list begins there.
    await page.setViewportSize({ width: 1440, height: 900 });
    const costaRica = page.locator("summary", { hasText: "Costa Rica" });
    await expect(costaRica).toContainText("A cargo, puede enviar: Ana Mora. Qué falta: sin suplente1 persona");
    const list = page.getByRole("heading", { name: "Por país" });
    expect(await list.evaluate((element) => element.getBoundingClientRect().bottom + window.scrollY)).toBeLessThan(900);
    await expect(rowOf(page, "Ana Mora")).toHaveCount(0);
    await tabTo(page, costaRica);
    await page.keyboard.press("Enter");
    await expect(rowOf(page, "Ana Mora")).toContainText("Punto focal");
    await page.keyboard.press("Enter");
    await expect(rowOf(page, "Ana Mora")).toHaveCount(0);

    await page.getByLabel("Mostrar").selectOption({ label: "Sin punto focal o sin suplente (10)" });
    await expect(page.locator("summary", { hasText: "Honduras" })).toHaveCount(0);
    await expect(page.locator("summary", { hasText: "Secretaría, delegaciones" })).toHaveCount(0);
    await page.getByLabel("Nombre, institución o dirección").fill("mora");
    // Whom one looks for stands open.
    await expect(rowOf(page, "Ana Mora")).toBeVisible();
    await expect(page.getByText("Se muestra 1 persona")).toBeVisible();
    await page.getByLabel("Nombre, institución o dirección").fill("");
    await page.getByRole("button", { name: "Abrir todos" }).click();
    await expect(rowOf(page, "Ana Mora")).toBeVisible();
    await expectAccessible(page, { colorScheme: "light", width: 390 });
    await expectNothingBeside(page);
    await expectAccessible(page, { colorScheme: "dark", width: 1440 });
    await page.getByRole("button", { name: "Cerrar todos" }).click();
    await expect(rowOf(page, "Ana Mora")).toHaveCount(0);
  });

  test("lo que no puede ser se rechaza en su campo; lo demás se guarda y queda en la historia", async () => {
    const page = await comes("people?country=CRI");
    const dialog = await edit(page, "Ana Mora");
    await dialog.getByLabel("Nombre").fill("A");
    await dialog.getByLabel("Teléfono").fill("2222-3333");
    await dialog.getByLabel("A cargo desde").fill("2027-03-01");
    await dialog.getByLabel("A cargo hasta").fill("2027-02-01");
    await dialog.getByRole("button", { name: "Guardar" }).click();
    await expect(dialog.getByText("Escriba el nombre de la persona.")).toBeVisible();
    await expect(dialog.getByText(/Escriba el número con el signo más/)).toBeVisible();
    await expect(dialog.getByText("El último día es anterior al primero.")).toBeVisible();
    await expect(dialog.getByLabel("Nombre")).toBeFocused();
    await expectAccessible(page, { colorScheme: "light", width: 390 }, "dialog");
    await expectAccessible(page, { colorScheme: "dark", width: 1440 }, "dialog");

    await dialog.getByLabel("Nombre").fill("Ana María Mora");
    await dialog.getByLabel("Teléfono").fill("+506 2222-3333");
    await dialog.getByLabel("A cargo hasta").fill("2028-12-31");
    // What was typed survives closing the dialog and coming back.
    await page.keyboard.press("Escape");
    await page.reload();
    await edit(page, "Ana Mora");
    await expect(dialog.getByLabel("Nombre")).toHaveValue("Ana María Mora");
    await dialog.getByRole("button", { name: "Guardar" }).click();
    await expect(dialog.getByText("Guardado: los datos de Ana María Mora.")).toBeVisible();
    await dialog.getByText("Historia").click();
    await expect(dialog.getByText(/Se cambió: .*nombre.*teléfono/)).toBeVisible();
    await expect(dialog.getByText(/por Paula Rivas/)).toBeVisible();
    await page.keyboard.press("Escape");
    const row = rowOf(page, "Ana María Mora");
    await expect(row).toContainText("a cargo hasta el 31 dic 2028");
    await expect(row.getByRole("link", { name: "Llamar a Ana María Mora: +506 2222 3333" })).toHaveAttribute(
      "href",
      "tel:+50622223333",
    );
    await expectAccessible(page, { colorScheme: "light", width: 390 });
  });

  test("otra dirección: dos personas, luego un enlace que solo vale al pulsar", async () => {
    const page = await comes("people?country=HND");
    const dialog = await edit(page, "Inés Mejía");
    await dialog.getByText("Otra dirección").click();
    const address = dialog.getByLabel("Nueva dirección de correo");
    const ask = dialog.getByRole("button", { name: "Solicitar esta dirección" });
    for (const [typed, words] of [
      ["uno@gob.example, dos@gob.example", "Escriba una sola dirección completa"],
      ["ines@example.org", "Es la dirección actual."],
      ["raul@example.org", "Ya existe una cuenta vigente con esta dirección."],
    ] as const) {
      await address.fill(typed);
      await ask.click();
      await expect(dialog.getByText(words)).toBeVisible();
    }
    await address.fill("ines.mejia@gob.example");
    await ask.click();
    await page.keyboard.press("Escape");
    const task = page.getByText(
      "Inés Mejía (Honduras): otra dirección espera a una segunda persona: ines.mejia@gob.example.",
    );
    await expect(task).toBeVisible();
    expect(await linkTo("ines.mejia@gob.example")).toBe("");
    await confirmAsColleague("Inés Mejía");
    const link = await linkTo("ines.mejia@gob.example");

    // Opening it, as mail scanners do, changes nothing.
    const reader = await comes(link, null);
    await expect(reader.getByText(/Inés Mejía.*ines\.mejia@gob\.example/)).toBeVisible();
    await expectAccessible(reader, { colorScheme: "light", width: 390 });
    await expectAccessible(reader, { colorScheme: "dark", width: 1440 });
    await page.reload();
    await expect(rowOf(page, "Inés Mejía")).toContainText("ines.mejia@gob.example espera confirmación");
    await reader.getByRole("button", { name: "Confirmar esta dirección" }).click();
    await expect(reader.getByRole("heading", { name: "La dirección está confirmada" })).toBeVisible();
    await page.reload();
    await expect(rowOf(page, "Inés Mejía")).toContainText("ines.mejia@gob.example");
    await expect(rowOf(page, "Inés Mejía")).not.toContainText("espera confirmación");
    const again = await comes(link, null);
    await expect(again.getByRole("heading", { name: "Este enlace ya no sirve" })).toBeVisible();
  });

  test("una dirección que rechaza es una tarea en el nombre, con lo que dijo el servidor, hasta que se cambia", async () => {
    portal.mail.faults.forRecipient("raul@example.org", { kind: "reject-recipient" });
    const round = { year: 2027, opensOn: "2027-04-12", dueOn: "2027-05-14", obligatedGroup: "CA-MEX" };
    await colleague.send("POST", "/rounds", round);
    await portal.settleMail();
    const page = await comes("people?country=HND");
    await expect(
      page.getByText(/Raúl Zelaya \(Honduras\): la dirección rechazó un mensaje el 12 abr 2027: 550/),
    ).toBeVisible();
    await expect(rowOf(page, "Raúl Zelaya")).toContainText("Esta dirección rechazó el 12 abr 2027: 550");
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    const dialog = await edit(page, "Raúl Zelaya");
    await dialog.getByText("Otra dirección").click();
    await dialog.getByLabel("Nueva dirección de correo").fill("raul.zelaya@gob.example");
    await dialog.getByRole("button", { name: "Solicitar esta dirección" }).click();
    await expect(dialog.getByText(/espera a una segunda persona: está entre lo pendiente/)).toBeVisible();
    await confirmAsColleague("Raúl Zelaya");
    const reader = await comes(await linkTo("raul.zelaya@gob.example"), null);
    await reader.getByRole("button", { name: "Confirmar esta dirección" }).click();
    await expect(reader.getByRole("heading", { name: "La dirección está confirmada" })).toBeVisible();
    await page.goto(`${portal.url}/es/people?country=HND`);
    await expect(rowOf(page, "Raúl Zelaya")).toContainText("raul.zelaya@gob.example");
    await expect(page.getByText(/la dirección rechazó/)).toHaveCount(0);
  });

  test("un archivo CSV: cada fila dice qué haría y por qué no; nada se escribe antes de confirmar", async () => {
    const page = await comes("people?country=CRI");
    await page.getByRole("button", { name: "Ingresar un archivo" }).click();
    const dialog = page.getByRole("dialog", { name: "Ingresar personas desde un archivo" });
    const file = dialog.getByLabel("Archivo");
    const choose = (text: string) =>
      file.setInputFiles({ name: "personas.csv", mimeType: "text/csv", buffer: Buffer.from(text, "utf8") });
    await choose("Nombre;Función\r\nLucía;Suplente\r\n");
    await expect(dialog.getByText("Faltan estas columnas en el encabezado: Dirección de correo.")).toBeVisible();

    // As Excel writes it: byte order mark, semicolons.
    const lines = [
      "Nombre;Dirección de correo;Función;País;Teléfono;A cargo hasta",
      "Lucía Peña;lucia@gob.example;Suplente;Costa Rica;+506 2222 4444;",
      'Ana Mora;"ana@example.org";Punto focal;CRI;;31/12/2028',
      "Nadie;uno@gob.example, dos@gob.example;Ministra;Costa Rica;2222-3333;3/4/2027",
    ];
    await choose(`\ufeff${lines.join("\r\n")}\r\n`);
    await expect(dialog.getByText("Se pueden ingresar 2 filas; 1 tiene una falta y queda fuera.")).toBeVisible();
    const bad = dialog.getByRole("row", { name: /Nadie/ });
    await expect(bad).toContainText("no se ingresa");
    await expect(bad).toContainText("Dirección de correo: no es una sola dirección completa");
    await expect(bad).toContainText("Función: no se conoce");
    await expect(bad).toContainText("Teléfono: no es un número con signo más y código de país");
    await expect(bad).toContainText("A cargo hasta: puede leerse como dos días");
    await expect(dialog.getByRole("row", { name: /Lucía Peña/ })).toContainText("la confirma una segunda persona");
    await expectAccessible(page, { colorScheme: "light", width: 390 }, "dialog");
    await expectAccessible(page, { colorScheme: "dark", width: 1440 }, "dialog");
    const stored = () => portal.rows("select 1 from app.app_user where email = 'lucia@gob.example'");
    expect(await stored()).toHaveLength(0);

    await dialog.getByRole("button", { name: "Ingresar 2 filas" }).click();
    await expect(dialog.getByText("Se ingresaron 2 filas.")).toBeVisible();
    await expect(dialog.getByRole("button", { name: /^Ingresar/ })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(
      page.getByText("Lucía Peña (Costa Rica): abrir la cuenta espera a una segunda persona."),
    ).toBeVisible();
    await expect(rowOf(page, "Ana")).toContainText("a cargo hasta el 31 dic 2028");
    expect(await stored()).toHaveLength(1);

    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Descargar a todas las personas (CSV)" }).click();
    expect((await coming).suggestedFilename()).toBe("personas-2027-04-12.csv");
  });

  test("un archivo CSV solo con el teclado, también en un teléfono: se elige, se leen las filas, se ingresan", async () => {
    const page = await comes("people");
    await page.setViewportSize({ width: 390, height: 844 });
    const open = page.getByRole("button", { name: "Ingresar un archivo" });
    await tabTo(page, open);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Ingresar personas desde un archivo" });
    const file = dialog.getByLabel("Archivo");
    const choose = async (...lines: readonly string[]) => {
      const chooser = page.waitForEvent("filechooser");
      await page.keyboard.press("Space");
      const buffer = Buffer.from(["Nombre;Dirección de correo;Función;País", ...lines, ""].join("\r\n"), "utf8");
      await (await chooser).setFiles({ name: "personas.csv", mimeType: "text/csv", buffer });
    };
    await tabTo(page, file);
    await choose("Nadie;uno@gob.example, dos@gob.example;Suplente;Costa Rica");
    await expect(dialog.getByText("No se puede ingresar ninguna fila; 1 tiene una falta y queda fuera.")).toBeVisible();
    // Another file is chosen where the first one was; nothing has moved the cursor.
    await expect(file).toBeFocused();
    await choose(
      "Nadie;uno@gob.example, dos@gob.example;Suplente;Costa Rica",
      "Rita Salas;rita@gob.example;Suplente;Honduras",
    );
    await expect(dialog.getByText("Se puede ingresar 1 fila; 1 tiene una falta y queda fuera.")).toBeVisible();
    await expect(file).toBeFocused();
    const bad = dialog.getByRole("row", { name: /Nadie/ });
    await expect(bad.getByRole("cell", { name: /no es una sola dirección completa/ })).toBeVisible();
    await expectNothingBeside(page, "dialog[open]");
    await tabTo(page, dialog.getByRole("button", { name: "Ingresar 1 fila" }));
    await page.keyboard.press("Enter");
    // What was pressed is gone: the cursor stands on what it did.
    const done = dialog.getByText("Se ingresó 1 fila.");
    await expect(done).toBeVisible();
    await expect(dialog.locator(":focus")).toHaveText("Se ingresó 1 fila.");
    await page.keyboard.press("Escape");
    await expect(open).toBeFocused();
    await expect(page.getByText("Rita Salas (Honduras): abrir la cuenta espera a una segunda persona.")).toBeVisible();
  });

  test("en un teléfono, una tabla más ancha que la pantalla o un botón demasiado bajo no pasan inadvertidos", async () => {
    const page = await comes("people?country=CRI");
    await page.setViewportSize({ width: 390, height: 844 });
    const table = page.getByRole("table");
    await table.getByRole("button").first().waitFor();
    await expectNothingBeside(page);
    await table.evaluate((element) => {
      element.style.inlineSize = "60rem";
      (element.parentElement as HTMLElement).style.overflowX = "auto";
    });
    await expect(expectNothingBeside(page)).rejects.toThrow(/960 px in 3\d\d/);
    await page.reload();
    await table.getByRole("button").first().waitFor();
    await table
      .getByRole("button")
      .first()
      .evaluate((element) => {
        element.style.minBlockSize = "0";
      });
    await expect(expectNothingBeside(page)).rejects.toThrow(/<button> Editar: .* px high/);
  });

  test("cada persona mantiene sus propios datos, y su dirección con su contraseña", async () => {
    const page = await comes("home", "ana@example.org");
    await page.getByLabel(/Ana/).first().click();
    await page.getByRole("link", { name: "Sus datos" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Sus datos" })).toBeVisible();
    await page.getByLabel("Institución").fill("Fiscalía Adjunta");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText(/^Guardado: los datos de Ana/).first()).toBeVisible();
    await page.getByLabel("Nueva dirección de correo").fill("ana.mora@gob.example");
    await page.getByLabel("Su contraseña").fill("otra contraseña distinta");
    await page.getByRole("button", { name: "Enviar el enlace" }).click();
    await expect(page.getByText("No es su contraseña.")).toBeVisible();
    await page.getByLabel("Su contraseña").fill("una tortuga cruza despacio");
    await page.getByRole("button", { name: "Enviar el enlace" }).click();
    await expect(page.getByText(/ana\.mora@gob\.example espera que se confirme/)).toBeVisible();
    await expectAccessible(page, { colorScheme: "light", width: 390 });
    await expectAccessible(page, { colorScheme: "dark", width: 1440 });
    expect(await linkTo("ana.mora@gob.example")).toContain("/es/answer?of=address#");
  });

  test("la nota de traspaso se obtiene con una pulsación: la Secretaría para cualquiera, el punto focal para sí y su país", async () => {
    const download = async (page: Page, name: string | RegExp) => {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
      const bytes = await readFile(await file.path());
      expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
      return { name: file.suggestedFilename(), text: textOfPdf(bytes) };
    };
    const paula = await comes("people?country=HND");
    const forRaul = await download(paula, /Nota de traspaso para Ra/);
    expect(forRaul.name).toMatch(/^HND-traspaso-\d{4}-\d\d-\d\d\.pdf$/);
    expect(forRaul.text).toContain("Punto focal suplente, Honduras");
    // Whose address was changed above.
    const focal = await comes("people", "raul.zelaya@gob.example");
    const part = focal.getByRole("region", { name: "Nota de traspaso" });
    await expect(part.getByText(/no contiene respuestas/)).toBeVisible();
    await expectAccessible(focal, { colorScheme: "light", width: 390 });
    await expectAccessible(focal, { colorScheme: "dark", width: 1440 });
    const own = await download(focal, "Su propia nota (PDF)");
    expect(own.name).toBe(forRaul.name);
    expect(own.text).toContain("Punto focal suplente, Honduras");
    expect((await download(focal, /Nota de traspaso para In/)).text).toContain("Punto focal, Honduras");
    await expect(part.getByText("Ana Mora")).toHaveCount(0);
  });
});
