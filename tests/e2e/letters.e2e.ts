import { readFile } from "node:fs/promises";
import { describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { aDeskOfTwo } from "./support/desk-of-two.ts";
import { expect } from "./support/expect.ts";

/** Letters on paper: from the board to the ledger. */
describe("las cartas en papel", () => {
  const desk = aDeskOfTwo();

  test("desde el tablero se escribe una carta, se ve, se numera, se descarga y se despacha: entonces es una solicitud", async () => {
    const paula = await desk.comes("paula@example.org", "/es/rounds/2027?country=HND");
    await paula.getByRole("link", { name: "Escribir una carta" }).click();
    const form = paula.getByRole("form", { name: "Escribir una carta" });
    await expect(form.getByLabel("País", { exact: true })).toHaveValue("HND");
    await form.getByRole("button", { name: "Mostrar la carta" }).click();
    await expect(form.getByText("Le rogamos escribir a quién se dirige la carta.")).toBeVisible();
    await form.getByRole("button", { name: "Inés Mejía" }).click();
    await form.getByLabel("Cargo").fill("Directora General de Migración");
    await form.getByLabel("Institución").fill("Secretaría de Gobernación");
    await form.getByLabel("Saludo").fill("Estimada Licda. Mejía");
    await expectAccessible(paula, { colorScheme: "light", width: 390 });
    await form.getByRole("button", { name: "Mostrar la carta" }).click();
    const letter = form.getByRole("article", { name: "Esta es la carta" });
    await expect(letter).toContainText("Estimada Licda. Mejía:");
    await expect(letter).toContainText("Recordatorio, faltan 79 días: informe de Honduras, ronda 2027");
    await expect(form.getByRole("heading", { name: "Esta es la carta" })).toBeFocused();
    await expectAccessible(paula, { colorScheme: "dark", width: 1440 });
    // What is changed after the look is looked at again.
    await form.getByLabel("Cargo").fill("Directora General");
    await expect(letter).toBeHidden();
    await form.getByRole("button", { name: "Mostrar la carta" }).click();
    await form.getByRole("button", { name: "Escribirla, con el número siguiente" }).click();
    await expect(paula.getByText(/La carta AV-2027-0001 está escrita/).first()).toBeVisible();
    const row = paula.getByRole("row").filter({ hasText: "AV-2027-0001" });
    await expect(row).toContainText("Sin despachar: todavía no es una solicitud");
    const [download] = await Promise.all([
      paula.waitForEvent("download"),
      row.getByRole("button", { name: "PDF de la carta AV-2027-0001" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("AV-2027-0001.pdf");
    expect((await readFile((await download.path()) ?? "")).subarray(0, 8).toString()).toBe("%PDF-1.7");

    // Not dispatched: the country reads nothing of it.
    const ines = await desk.comes("ines@example.org", "/es/asks/HND");
    await expect(ines.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(ines.getByText("AV-2027-0001")).toHaveCount(0);
    await row.getByRole("button", { name: "Anotar el despacho: carta AV-2027-0001" }).click();
    const dialog = paula.getByRole("dialog");
    await dialog.getByLabel("Despachada el").fill("2027-02-09");
    await dialog.getByRole("button", { name: "Anotar", exact: true }).click();
    await expect(dialog.getByText(/Le rogamos indicar un día del 10 de febrero de 2027/)).toBeVisible();
    await expectAccessible(paula, { colorScheme: "light", width: 390 });
    await dialog.getByLabel("Despachada el").fill("2027-02-10");
    await dialog.getByRole("button", { name: "Anotar", exact: true }).click();
    await expect(row).toContainText("Despachada el 10 de febrero de 2027, anotado por Paula Rivas");
    await ines.reload();
    const entry = ines.getByRole("listitem").filter({ hasText: "Carta AV-2027-0001" });
    await expect(entry).toContainText("Inés Mejía, Secretaría de Gobernación");

    // A second letter is withdrawn and keeps its number; the next one has the next.
    const write = async () => {
      await paula.getByRole("button", { name: "Escribir una carta" }).click();
      await form.getByLabel("País", { exact: true }).selectOption({ label: "Guatemala" });
      await form.getByLabel("Destinatario: nombre").fill("Marta Ajú");
      await form.getByRole("button", { name: "Mostrar la carta" }).click();
      await form.getByRole("button", { name: "Escribirla, con el número siguiente" }).click();
    };
    await write();
    const second = paula.getByRole("row").filter({ hasText: "AV-2027-0002" });
    await second.getByRole("button", { name: "Retirar: carta AV-2027-0002" }).click();
    await dialog.getByLabel("Motivo").fill("Se dirigía a otra institución");
    await dialog.getByRole("button", { name: "Retirarla" }).click();
    await expect(second).toContainText("Se dirigía a otra institución");
    await write();
    await expect(paula.getByRole("row").filter({ hasText: "AV-2027-0003" })).toBeVisible();
    await expectAccessible(paula, { colorScheme: "dark", width: 390 });
    await expectAccessible(paula, { colorScheme: "light", width: 1440 });
  });
});
