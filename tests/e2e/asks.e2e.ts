import { readFile } from "node:fs/promises";
import { describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { aDeskOfTwo } from "./support/desk-of-two.ts";
import { expect } from "./support/expect.ts";

/** Whatever was asked of a country and what it answered: note, ledger, file. */
describe("las solicitudes a un país y lo que respondió", () => {
  const desk = aDeskOfTwo();

  test("desde el tablero se anota una llamada; la otra persona lo ve, el país lo lee y el archivo lo lleva", async () => {
    const [paula, other] = [
      await desk.comes("paula@example.org", "/es/rounds/2027?country=HND"),
      await desk.comes("jorge@example.org", "/es/rounds/2027"),
    ];
    await expect(other.getByText("Sigue lo que hacen las demás personas.")).toBeVisible();
    await paula.getByRole("link", { name: "Anotar una llamada o carta" }).click();
    const dialog = paula.getByRole("dialog");
    await expect(dialog.getByText("Honduras puede leer esta anotación.")).toBeVisible();
    // What is missing is said, and nothing is noted.
    await dialog.getByRole("button", { name: "Anotar" }).click();
    await expect(dialog.getByText("Elija qué se dijo.")).toBeVisible();
    await dialog.getByLabel("Con quién").fill("Suyapa Zelaya");
    await dialog.getByLabel("Enviará el informe a más tardar un día").check();
    await dialog.getByLabel("A más tardar qué día", { exact: true }).fill("2028-01-01");
    await dialog.getByRole("button", { name: "Anotar" }).click();
    await expect(dialog.getByText(/Para más tiempo, conceda una prórroga/)).toBeVisible();
    await expectAccessible(paula, { colorScheme: "light", width: 390 });
    await expectAccessible(paula, { colorScheme: "dark", width: 1440 });
    await dialog.getByLabel("A más tardar qué día", { exact: true }).fill("2027-03-01");
    await dialog.getByRole("button", { name: "Anotar" }).click();
    await expect(dialog).toBeHidden();
    await expect(
      paula.getByText(/El 10 de febrero de 2027 dijo que lo enviará a más tardar el 1 de marzo de 2027/),
    ).toBeVisible();
    const entry = paula.getByRole("listitem").filter({ hasText: "Suyapa Zelaya" });
    await expect(entry).toContainText("Teléfono");
    await expect(entry).toContainText("Enviará el informe a más tardar el 1 de marzo de 2027");
    await expectAccessible(paula, { colorScheme: "light", width: 1440 });
    await expectAccessible(paula, { colorScheme: "dark", width: 390 });
    await expect(other.getByRole("status").filter({ hasText: "Líneas que cambiaron: Honduras." })).toBeAttached();

    const ines = await desk.comes("ines@example.org", "/es/asks/HND");
    await expect(ines.getByRole("listitem").filter({ hasText: "Suyapa Zelaya" })).toContainText("Paula Rivas");
    await expect(ines.getByRole("button", { name: "Anotar una llamada o carta" })).toHaveCount(0);
    await expect(ines.getByRole("button", { name: "Retirar esta anotación" })).toHaveCount(0);

    const [download] = await Promise.all([
      paula.waitForEvent("download"),
      paula.getByRole("button", { name: "CSV: Archivo para la reunión, Honduras" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("solicitudes-HND-2027-02-10.csv");
    expect(await readFile((await download.path()) ?? "", "utf8")).toContain("Teléfono;Solicitud;Suyapa Zelaya;;");

    await entry.getByRole("button", { name: "Retirar esta anotación" }).click();
    await paula.getByLabel("Motivo").fill("Era una llamada con Guatemala");
    await paula.getByRole("button", { name: "Retirar", exact: true }).click();
    await expect(entry).toContainText("Retirado por Paula Rivas");
    await expect(entry).toContainText("Era una llamada con Guatemala");
    await expect(paula.getByText(/dijo que lo enviará/)).toHaveCount(0);
  });

  test("quien recibe una solicitud responde desde el mensaje, sin contraseña: abrir el enlace no cambia nada, y sirve una vez", async () => {
    await desk.portal.goTo("2027-04-01T15:00:00Z");
    const mail = desk.portal.mail.messages.filter(({ to }) => to.includes("ines@example.org")).at(-1)?.mail;
    const address = /^http\S+\/es\/answer#\S+$/m.exec(mail?.text ?? "")?.[0] ?? "";
    expect(address).not.toBe("");
    expect(String(mail?.html)).toContain(`href="${address}"`);
    // A scanner that follows links: the page runs, and nothing is pressed.
    for (let each = 0; each < 2; each += 1) {
      const scanner = await desk.visits();
      await scanner.goto(address);
      await expect(scanner.getByText(/Sobre el informe de Honduras de la ronda 2027/)).toBeVisible();
      expect(scanner.url()).not.toContain("#");
    }
    const before = await desk.portal.rows<{ n: number }>("select count(*)::int as n from app.exchange");

    const paula = await desk.comes("paula@example.org", "/es/rounds/2027");
    await expect(paula.getByText("Sigue lo que hacen las demás personas.")).toBeVisible();
    const ines = await desk.visits();
    await ines.goto(address);
    await ines.getByRole("button", { name: "Enviar esta respuesta" }).click();
    await expect(ines.getByText("Elija una de las cuatro.")).toBeVisible();
    await ines.getByRole("radio", { name: /Esperamos a otra institución/ }).check();
    await ines.getByRole("button", { name: "Enviar esta respuesta" }).click();
    await expect(ines.getByText("Indique la institución.")).toBeVisible();
    await expectAccessible(ines, { colorScheme: "light", width: 1440 });
    await expectAccessible(ines, { colorScheme: "dark", width: 390 });
    expect(await desk.portal.rows("select count(*)::int as n from app.exchange")).toEqual(before);
    await ines.getByLabel("Qué institución").fill("Instituto Nacional de Estadística");
    await ines.getByRole("button", { name: "Enviar esta respuesta" }).click();
    await expect(ines.getByRole("heading", { level: 1 })).toContainText("Gracias");

    await expect(paula.getByRole("row", { name: /Honduras/ })).toContainText("espera a una institución", {
      timeout: 4_000,
    });
    await paula.goto(`${desk.portal.url}/es/asks/HND`);
    const entry = paula.getByRole("listitem").filter({ hasText: "Instituto Nacional de Estadística" });
    await expect(entry).toContainText("Respuesta por el enlace de un mensaje");
    await expect(entry).toContainText("Inés Mejía");
    await expect(entry.getByRole("button", { name: "Retirar esta anotación" })).toHaveCount(0);

    await ines.goto(address);
    await expect(ines.getByRole("heading", { level: 1 })).toContainText("Gracias");
    await expect(ines.getByRole("button", { name: "Enviar esta respuesta" })).toHaveCount(0);
    await ines.goto(`${desk.portal.url}/es/answer#${"A".repeat(43)}`);
    await ines.reload();
    await expect(ines.getByRole("heading", { level: 1 })).toContainText("Este enlace ya no sirve");
  });
});
