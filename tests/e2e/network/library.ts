import { readFileSync } from "node:fs";
import { goodCsv, makePdf } from "@avances/files/testing/good-files";
import type { Page } from "playwright";
import { describe, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import type { DeskOfTwo } from "../support/desk-of-two.ts";
import { expect } from "../support/expect.ts";

const title = "Antecedentes de la Coalición";
const toLibrary = async (page: Page) => page.getByRole("link", { name: "Biblioteca de documentos" }).press("Enter");
const pdf = { name: "Nota de la sede.pdf", mimeType: "application/pdf", buffer: makePdf() };
const csv = { name: "cuadro.csv", mimeType: "text/csv", buffer: goodCsv() };

/** The library of the Network, in the portal of the meetings: written, filed, found, translated, revised and withdrawn. */
export function describeLibrary(desk: DeskOfTwo): void {
  describe("la biblioteca de la Red", () => {
    test("la Secretaría escribe un documento: los archivos llegan, fallan, se reintentan y se cancelan, y nada de lo escrito se pierde", async () => {
      const paula = await desk.comes("paula@example.org", "/es/network");
      await toLibrary(paula);
      await expect(paula.getByText("No hay ningún documento que usted pueda leer.").first()).toBeVisible();
      await paula.getByRole("link", { name: "Escribir un documento" }).press("Enter");
      await expect(paula.getByRole("heading", { level: 1, name: "Escribir un documento" })).toBeFocused();
      const save = paula.getByRole("button", { name: "Guardar el borrador" });
      await save.press("Enter");
      await expect(paula.getByText("Escriba un título.")).toBeVisible();
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      await expectAccessible(paula, { colorScheme: "dark", width: 1440 });
      const subject = paula.getByLabel("Título", { exact: true });
      await subject.fill(title);
      await paula.getByLabel("Reunión a la que pertenece").selectOption({ index: 1 });
      await paula.getByRole("radio", { name: "La Red: integrantes y observadores" }).check();

      // The line breaks off in the middle: it is said, and the same file is sent again.
      await paula.route("**/files/*/content", (route) => route.abort());
      const add = paula.getByLabel("Añadir archivos");
      await add.setInputFiles(pdf);
      await expect(paula.getByText("No llegó completo y no se conservó nada de él. Envíelo de nuevo.")).toBeVisible();
      await save.press("Enter");
      await expect(paula.getByText("Hay archivos en camino o que fallaron.")).toBeVisible();
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      await paula.unroute("**/files/*/content");
      await paula.getByRole("button", { name: `Enviar ${pdf.name} de nuevo` }).press("Enter");
      await expect(paula.getByLabel(`Idioma de ${pdf.name}`)).toBeVisible();
      await paula.getByLabel(`Idioma de ${pdf.name}`).selectOption("Español");

      // What its name forbids is said in words and cannot be sent again; what is on its way is called off.
      await add.setInputFiles({ ...csv, name: "informe.exe.pdf" });
      await expect(paula.getByText(/Su nombre tiene otra terminación que oculta lo que es/)).toBeVisible();
      await expect(paula.getByRole("button", { name: "Enviar informe.exe.pdf de nuevo" })).toHaveCount(0);
      await paula.getByRole("button", { name: "Quitar informe.exe.pdf de la lista" }).press("Enter");
      let isHeld = true;
      await paula.route("**/files/*/content", async (route) => {
        while (isHeld) await new Promise((resolve) => setTimeout(resolve, 50));
        await route.abort().catch(() => undefined);
      });
      await add.setInputFiles(csv);
      await paula.getByRole("button", { name: `Cancelar ${csv.name}` }).press("Enter");
      await expect(paula.getByText(csv.name)).toHaveCount(0);
      isHeld = false;
      await paula.unroute("**/files/*/content");
      await add.setInputFiles(csv);
      await expect(paula.getByLabel(`Idioma de ${csv.name}`)).toBeVisible();

      // Whoever leaves the page finds words and files again.
      await paula.reload();
      await expect(paula.getByText("Lo que escribió antes sigue aquí.")).toBeVisible();
      await expect(subject).toHaveValue(title);
      await expect(paula.getByLabel(`Idioma de ${pdf.name}`)).toHaveValue("es");
      await expect(paula.getByLabel(`Idioma de ${csv.name}`)).toBeVisible();

      await paula.getByLabel("Resumen").first().fill("Caso de la víctima María López, tel. 8888 1234");
      await save.press("Enter");
      await expect(paula.getByText("¿Trata de una persona?")).toBeVisible();
      await expect(paula.getByText(/el nombre de una persona y un número de teléfono/)).toBeVisible();
      await expectAccessible(paula, { colorScheme: "dark", width: 390 });
      await paula.getByLabel("Resumen").first().fill("La oficina atiende en el tel. 2222 1234");
      await save.press("Enter");
      await expect(paula.getByText(/parece contener un número de teléfono/)).toBeVisible();
      await paula.getByRole("button", { name: /Puede quedar así/ }).press("Enter");
      await expect(paula.getByRole("heading", { level: 1, name: title })).toBeFocused();
      await expect(
        paula.getByText("Borrador. Visible, cuando se presente, para: La Red: integrantes y observadores"),
      ).toBeVisible();
      const overruled = await desk.portal.rows<{ kinds: string }>(
        "select detail->>'kinds' as kinds from app.audit_event where action = 'details.overruled'",
      );
      expect(overruled).toEqual([{ kinds: "phone" }]);
      await paula.getByRole("button", { name: "Presentar" }).click();
      await paula.getByRole("dialog").getByRole("button", { name: "Presentar" }).click();
      await expect(paula.getByText(/Visible para: La Red: integrantes y observadores\. Versión 1/)).toBeVisible();
      await expectAccessible(paula, { colorScheme: "dark", width: 1440 });
    });

    test("un país lo encuentra en la reunión y con sus palabras, guarda sus archivos, y la Secretaría lee que lo ha visto", async () => {
      const ines = await desk.comes("ines@example.org", "/es/network");
      await ines.getByRole("link", { name: /^jueves, 11 de marzo de 2027/ }).click();
      const here = ines.getByRole("region", { name: "Documentos" });
      await expect(here.getByRole("link", { name: title })).toBeVisible();
      await expect(here.getByRole("link", { name: /Escribir/ })).toHaveCount(0);
      await expectAccessible(ines, { colorScheme: "light", width: 390 });
      await ines.goto(`${desk.portal.url}/es/network/library`);
      await ines.getByLabel("Buscar en la biblioteca").fill("coalicion regional");
      await ines.getByLabel("Buscar en la biblioteca").press("Enter");
      await expect(ines.getByText("Ningún documento coincide.").first()).toBeVisible();
      await ines.getByLabel("Buscar en la biblioteca").fill("antecedente sede");
      await ines.getByRole("search").getByRole("button").press("Enter");
      await expect(ines.getByText("Ningún documento coincide.").first()).toBeVisible();
      await ines.getByLabel("Buscar en la biblioteca").fill("coaliciones");
      await ines.getByRole("search").getByRole("button").press("Enter");
      await expect(ines.getByText("1 documento coincide.")).toBeVisible();
      await expect(ines.getByText("Inglés: sin traducir; Español: original")).toBeVisible();
      await expectAccessible(ines, { colorScheme: "dark", width: 1440 });
      await expectAccessible(ines, { colorScheme: "light", width: 390 });
      await ines.getByRole("link", { name: title }).press("Enter");
      await expect(ines.getByRole("heading", { level: 1, name: title })).toBeFocused();
      for (const name of ["Otra versión", "Presentar", "Retirar", "Cambiar quién lee esto"])
        await expect(ines.getByText(name, { exact: true })).toHaveCount(0);
      const [download] = await Promise.all([
        ines.waitForEvent("download"),
        ines.getByRole("link", { name: pdf.name }).press("Enter"),
      ]);
      expect(download.suggestedFilename()).toBe(pdf.name);
      expect(readFileSync(await download.path()).equals(pdf.buffer)).toBe(true);
      await ines.goBack();
      await expect(ines.getByLabel("Buscar en la biblioteca")).toHaveValue("coaliciones");

      const paula = await desk.comes("paula@example.org", "/es/network/library");
      await paula.getByRole("link", { name: title }).click();
      await expect(paula.getByText(/Honduras: Inés Mejía, versión 1, /)).toBeVisible();
      // It was read: it can be shown to more people only, and those are everybody.
      await paula.getByRole("button", { name: "Cambiar quién lee esto" }).click();
      await expect(paula.getByText(/Alguien de otra parte ya tuvo esto en pantalla/)).toBeVisible();
      await expect(paula.getByRole("dialog").getByRole("radio")).toHaveCount(2);
      await expectAccessible(paula, { colorScheme: "dark", width: 390 });
    });

    test("se traduce sin tocar el original; otra versión deja la traducción como de un texto anterior", async () => {
      const paula = await desk.comes("paula@example.org", "/es/network/library");
      await paula.getByRole("link", { name: title }).press("Enter");
      await paula.getByRole("button", { name: "Traducir al inglés" }).press("Enter");
      const form = paula.getByRole("dialog");
      await form.getByRole("button", { name: "Guardar la traducción" }).press("Enter");
      await expect(form.getByText("Escriba un título.")).toBeVisible();
      await expectAccessible(paula, { colorScheme: "light", width: 1440 });
      await form.getByLabel("Título", { exact: true }).fill("Background of the Coalition");
      await form.getByLabel("Título", { exact: true }).press("Enter");
      await expect(form).toBeHidden();
      await expect(paula.getByRole("heading", { name: "Background of the Coalition" })).toBeVisible();
      const ines = await desk.comes("ines@example.org", "/en/network/library");
      await ines.getByRole("link", { name: "Background of the Coalition" }).click();
      await expect(ines.getByRole("heading", { level: 1, name: "Background of the Coalition" })).toBeVisible();

      await paula.getByRole("link", { name: "Otra versión" }).press("Enter");
      await expect(paula.getByRole("radio", { name: /La Red/ })).toHaveCount(0);
      await paula.getByLabel("Título", { exact: true }).fill(`${title}, corregidos`);
      const translation = paula.getByRole("group", { name: "Traducción al inglés" });
      await expect(translation.getByLabel("Título")).toHaveValue("Background of the Coalition");
      await translation.getByLabel("Título").fill("");
      await translation.getByLabel("Resumen").fill("Of what?");
      await paula.getByRole("button", { name: "Presentar esta versión" }).press("Enter");
      await expect(paula.getByText("Escriba también el título traducido, o deje vacía la traducción.")).toBeVisible();
      await translation.getByLabel("Resumen").fill("");
      await paula.getByRole("button", { name: `Quitar ${csv.name}` }).press("Enter");
      await paula.getByRole("button", { name: "Presentar esta versión" }).press("Enter");
      await expect(paula.getByText(/¿Trata de una persona\?/)).toBeVisible();
      await paula.getByRole("button", { name: /Puede quedar así/ }).press("Enter");
      await expect(paula.getByRole("heading", { level: 1, name: `${title}, corregidos` })).toBeVisible();
      await expect(paula.getByText("Esta traducción dice un texto anterior")).toBeVisible();
      await paula.getByText(/^Versión 1, /).click();
      await expect(paula.getByRole("heading", { level: 3, name: title, exact: true })).toBeVisible();
      await expect(paula.getByRole("link", { name: csv.name })).toBeVisible();
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      await ines.reload();
      await expect(ines.getByText("This translation says earlier words").first()).toBeVisible();
      await expectAccessible(ines, { colorScheme: "dark", width: 390 });
    });

    test("lo que es para todas las personas tiene su página, se encuentra en ambos idiomas y está junto a las cifras", async () => {
      const paula = await desk.comes("paula@example.org", "/es/network/library");
      const visitor = await desk.visits();
      await visitor.goto(`${desk.portal.url}/es/documents`);
      await expect(visitor.getByText("Ningún documento está a la vista de todas las personas.").first()).toBeVisible();
      await expectAccessible(visitor, { colorScheme: "light", width: 390 });
      await paula.getByRole("link", { name: `${title}, corregidos` }).press("Enter");
      await paula.getByRole("link", { name: "Otra versión" }).press("Enter");
      await paula
        .getByLabel("Añadir un indicador, objetivo, artículo o país")
        .selectOption({ value: "indicator TIP-PRV-04" });
      await paula.getByRole("button", { name: "Presentar esta versión" }).press("Enter");
      await expect(paula.getByText(/¿Trata de una persona\?/)).toBeVisible();
      await paula.getByRole("button", { name: /Puede quedar así/ }).press("Enter");
      const belongs = paula.getByRole("region", { name: "A qué se refiere" });
      await expect(belongs.getByRole("link", { name: /^TIP-PRV-04 / })).toBeVisible();
      await paula.getByRole("button", { name: "Cambiar quién lee esto" }).press("Enter");
      const form = paula.getByRole("dialog");
      await form.getByRole("radio", { name: "Todas las personas" }).press("Space");
      await expect(form.getByText(/en la página de documentos y en las de los indicadores/)).toBeVisible();
      await form.getByRole("button", { name: "Cambiar", exact: true }).press("Enter");
      await expect(paula.getByText(/¿Trata de una persona\?/)).toBeVisible();
      await paula.getByRole("button", { name: /Puede quedar así/ }).press("Enter");
      await expect(form).toBeHidden();

      await expect(async () => {
        await visitor.goto(`${desk.portal.url}/en`);
        await visitor.getByRole("contentinfo").getByRole("link", { name: "Documents" }).press("Enter");
        await expect(visitor.getByText("1 document.", { exact: true })).toBeVisible({ timeout: 1_000 });
      }).toPass();
      const one = visitor.getByRole("listitem").filter({ hasText: "Background of the Coalition" });
      await expect(one.getByText(/version 3/)).toBeVisible();
      await expect(one.getByText(/English \(translat\w+\) and Spanish \(original\)/)).toBeVisible();
      await expectAccessible(visitor, { colorScheme: "dark", width: 390 });
      await expectAccessible(visitor, { colorScheme: "light", width: 1440 });
      const search = visitor.getByLabel("Search", { exact: true });
      await search.fill("nothing of this");
      await expect(visitor.getByText("No document fits.").first()).toBeVisible();
      await search.fill("CORREGIDOS coalition");
      await expect(one).toBeVisible();
      const [download] = await Promise.all([
        visitor.waitForEvent("download"),
        one.getByRole("link", { name: pdf.name }).press("Enter"),
      ]);
      expect(readFileSync(await download.path()).equals(pdf.buffer)).toBe(true);
      await one.getByRole("link", { name: "TIP-PRV-04" }).press("Enter");
      const beside = visitor.getByRole("region", { name: "Documents of the Network about this" });
      await beside.getByRole("link").press("Enter");
      await expect(one).toBeVisible();
      await visitor.goto(`${desk.portal.url}/es/documents`);
      await expect(visitor.getByText("1 documento.", { exact: true })).toBeVisible();
    });

    test("lo retirado ya no está para los demás; la Secretaría lo conserva con el motivo", async () => {
      const paula = await desk.comes("paula@example.org", "/es/network/library");
      await paula.getByRole("link", { name: `${title}, corregidos` }).click();
      const address = paula.url();
      await paula.getByRole("button", { name: "Retirar" }).click();
      const form = paula.getByRole("dialog");
      await form.getByRole("button", { name: "Retirar" }).click();
      await expect(form.getByText("Escriba un motivo de al menos cinco caracteres.")).toBeVisible();
      await form.getByLabel("Motivo").fill("Lo reemplaza el informe final");
      await form.getByRole("button", { name: "Retirar" }).click();
      await expect(
        paula.getByText(/Paula Rivas retiró esto el .*«Lo reemplaza el informe final»/).first(),
      ).toBeVisible();
      await expect(paula.getByRole("link", { name: "Otra versión" })).toHaveCount(0);
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      const ines = await desk.comes("ines@example.org", "/es/network/library");
      await expect(ines.getByText("No hay ningún documento que usted pueda leer.").first()).toBeVisible();
      const gone = await ines.goto(address);
      expect(gone?.status()).toBe(200);
      await expect(
        ines.getByRole("heading", { level: 1, name: "No hay ninguna página en esta dirección" }),
      ).toBeVisible();
      const visitor = await desk.visits();
      await visitor.goto(`${desk.portal.url}/es/documents`);
      await expect(async () => {
        await visitor.reload();
        await expect(visitor.getByText("Ningún documento está a la vista de todas las personas.").first()).toBeVisible({
          timeout: 1_000,
        });
      }).toPass();
    });
  });
}
