import type { Page } from "playwright";
import { describe, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import type { DeskOfTwo } from "../support/desk-of-two.ts";
import { expect } from "../support/expect.ts";

const title = "Prevención en las escuelas";
const press = (page: Page, role: "button" | "link", name: string) =>
  page.getByRole(role, { name, exact: true }).press("Enter");

/** What `two-voices.ts` puts before the Network. */
const recommended = "Presupuesto para la prevención";
const others = ["Albergues para víctimas", "Falta de datos sobre niñas"];
/** The meeting for which it is told. */
let there = "";

/** A country tells of its progress for the next meeting of the Network, and is thanked for it in the report. */
export function describeProgress(desk: DeskOfTwo): void {
  describe("los avances desde la última reunión", () => {
    test("un país llega desde su inicio, cuenta sus avances con el teclado, y los demás los leen", async () => {
      const paula = await desk.comes("paula@example.org", "/es/network/meetings/new");
      await paula.getByLabel("Primer día").fill("2027-09-09");
      await paula.getByLabel("Lugar").fill("Belmopán");
      await paula.getByLabel("Lugar").press("Enter");
      await expect(paula.getByText("Ningún país ha compartido aquí sus avances para esta reunión.")).toBeVisible();
      await expect(paula.getByText("Se esperan a más tardar el jueves, 26 de agosto de 2027")).toBeVisible();
      await expect(paula.getByRole("link", { name: /Contar los avances/ })).toHaveCount(0);

      const ines = await desk.comes("ines@example.org", "/es/home");
      await expect(
        ines.getByText("Honduras aún no ha contado sus avances en: Trata de personas y Tráfico ilícito de migrantes."),
      ).toBeVisible();
      await press(ines, "link", "Contar los avances: Trata de personas");
      await expect(
        ines.getByRole("heading", { level: 1, name: "Contar los avances: Trata de personas" }),
      ).toBeFocused();
      const save = () => press(ines, "button", "Guardar el borrador");
      await save();
      await expect(ines.getByText("Escriba un título.")).toBeVisible();
      await expectAccessible(ines, { colorScheme: "light", width: 390 });
      await expectAccessible(ines, { colorScheme: "dark", width: 1440 });
      await ines.getByLabel("Título", { exact: true }).fill(title);
      await ines.getByLabel("Qué se ha hecho", { exact: false }).first().fill("Se formó a docentes.");
      await ines.getByLabel("Añadir un indicador").selectOption({ value: "indicator TIP-PRV-04" });
      await save();
      await expect(ines.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const tab = await ines.context().newPage();
      await tab.goto(`${ines.url()}/edit`);
      await tab.getByLabel("Qué se ha hecho", { exact: false }).first().fill("Desde otra pestaña.");
      await press(ines, "button", "Presentar");
      await ines.getByRole("dialog").getByRole("button", { name: "Presentar" }).press("Enter");
      await expect(ines.getByText(/Visible para: Integrantes\. Versión 1/)).toBeVisible();
      // Who was still writing on the draft reads why it is one no more, and nothing typed is lost.
      await press(tab, "button", "Guardar el borrador");
      await expect(tab.getByRole("alert").getByText(/Alguien cambió esto desde que usted lo vio/)).toBeVisible();
      await expect(tab.getByRole("button", { name: "Presentar esta versión" })).toBeVisible();
      await expect(tab.getByLabel("Qué se ha hecho", { exact: false }).first()).toHaveValue("Desde otra pestaña.");
      await tab.close();
      await expectAccessible(ines, { colorScheme: "dark", width: 390 });
      await expectAccessible(ines, { colorScheme: "light", width: 1440 });

      await paula.reload();
      await expect(
        paula.getByText(
          /Compartidos aquí con las demás delegaciones por: Honduras \(Trata de personas\)\. Sin nada compartido aquí: Belice/,
        ),
      ).toBeVisible();
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      await expectAccessible(paula, { colorScheme: "dark", width: 1440 });
      there = paula.url();

      // The Secretariat reads who is asked by itself and when, and asks by hand: first every message, then the same is sent.
      const honduras = paula.getByRole("row", { name: /^Honduras/ }).last();
      await expect(honduras).toContainText("Compartido");
      await expect(honduras).toContainText(/primera solicitud, 5 ago 2027, 09:00/);
      await press(paula, "button", "Solicitar a mano");
      // Who cannot be written to is not chosen; of the others one stays.
      await expect(paula.getByLabel("Honduras", { exact: true })).toBeChecked();
      await expect(paula.getByLabel("Belice", { exact: true })).not.toBeChecked();
      for (const name of ["Costa Rica", "Guatemala", "Panamá"]) await paula.getByLabel(name, { exact: true }).uncheck();
      await paula.getByLabel("Para añadir encima del texto, en español").fill("Con un saludo cordial.");
      await press(paula, "button", "Ver los mensajes");
      const message = paula.getByText(/^Inés .*, ines@example\.org, en español$/);
      await message.click();
      await expect(paula.getByText("Tráfico ilícito de migrantes: sin presentar")).toBeVisible();
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      await press(paula, "button", "Enviar");
      // On a phone the members are folded.
      await expect(honduras).toHaveCount(0);
      await paula.setViewportSize({ width: 1440, height: 900 });
      await expect(honduras).toContainText("la última: a mano");
      await ines.goto(`${there}`);
      await expect(ines.getByText(/Se le solicitaron a su país una vez/)).toBeVisible();
      // The link of the message opens the form of what is missing.
      await ines.goto(there.replace(/meetings\/(.*)$/, "narratives/new?meeting=$1"));
      await expect(
        ines.getByRole("heading", { level: 1, name: "Contar los avances: Tráfico ilícito de migrantes" }),
      ).toBeVisible();

      await press(paula, "link", title);
      await expect(paula.getByText("Se formó a docentes.")).toBeVisible();
      await expect(paula.getByRole("button", { name: "Traducir al inglés" })).toBeVisible();
      await expect(paula.getByRole("link", { name: "Otra versión" })).toHaveCount(0);

      // What it filed is the thanks line of the report.
      await paula.goto(`${there}/report`);
      await press(paula, "button", "Empezar el informe");
      await expect(
        paula.getByText("La Red agradece a la delegación que compartió sus avances: Honduras."),
      ).toBeVisible();
    });

    test("la Secretaría dice de qué recomendaciones y de qué desafío trata un punto del informe; cada página lleva a la otra, y nada dice que se comparta", async () => {
      const paula = await desk.comes("paula@example.org", `${new URL(there).pathname}/report`);
      await press(paula, "button", "Añadir un punto");
      const form = paula.getByRole("dialog");
      await form.getByLabel("Verbo formal").selectOption("Toma nota (ni a favor ni en contra)");
      await form.getByLabel("Texto en español").fill("de lo que la sociedad civil recomienda.");
      const choice = form.getByLabel("Añadir un aporte o una recomendación");
      for (const one of [recommended, ...others]) {
        await choice.selectOption(`${one} (Red Regional de Organizaciones Civiles para las Migraciones)`);
        await expect(form.getByRole("button", { name: `Quitar ${one}` })).toBeVisible();
      }
      await expectAccessible(paula, { colorScheme: "dark", width: 390 });
      await press(paula, "button", "Guardar");
      await expect(form).toBeHidden();
      for (const one of others) await expect(paula.getByRole("link", { name: one, exact: true })).toBeVisible();
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      await press(paula, "link", recommended);
      await expect(paula.getByRole("heading", { level: 1, name: recommended })).toBeVisible();
      const spoken = paula.getByRole("region", { name: "Informes de reuniones que tratan de esto" });
      await expect(spoken).toContainText("(copia de trabajo, que lee solo la Secretaría)");
      await expect(spoken).toContainText("no dice que alguien lo comparta");
      await expectAccessible(paula, { colorScheme: "light", width: 1440 });
      await spoken.getByRole("link", { name: /^Punto \d del informe de la reunión del / }).press("Enter");
      await expect(paula.getByText("La Red toma nota de lo que la sociedad civil recomienda.")).toBeVisible();
      // Nobody else reads the working copy, so nobody else reads that it speaks of it.
      const rosa = await desk.comes("rosa@example.org", "/es/network/recommendations");
      await press(rosa, "link", recommended);
      await expect(rosa.getByRole("heading", { level: 1, name: recommended })).toBeVisible();
      await expect(rosa.getByText("Informes de reuniones que tratan de esto")).toHaveCount(0);
    });
  });
}
