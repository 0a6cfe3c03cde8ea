import type { Locator, Page } from "playwright";
import { describe, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import type { DeskOfTwo } from "../support/desk-of-two.ts";
import { expect } from "../support/expect.ts";
import { tabTo } from "../support/keyboard.ts";

const what = "Taller sobre la trata con fines de explotación laboral";
const indicators = ["TIP-PRV-04", "TIP-PRV-06", "TIP-PRO-03"] as const;

const press = (page: Page, role: "button" | "link", name: string) =>
  page.getByRole(role, { name, exact: true }).press("Enter");

/** What point 6a of the founding report proposed, followed to what came of it. Uses the meeting of 12 May 2027, and people of the commitment. */
export function describeActivity(desk: DeskOfTwo): void {
  describe("la actividad del punto 6a", () => {
    let page = "";

    test("Costa Rica la propone con el teclado, con los indicadores a los que apunta; lo que falta se dice", async () => {
      const ana = await desk.comes("ana@example.org", "/es/network");
      await press(ana, "link", "Actividades");
      await expect(ana.getByText("Aquí no hay ninguna propuesta que usted pueda leer.").first()).toBeVisible();
      await press(ana, "link", "Proponer una actividad");
      await expect(ana.getByRole("heading", { level: 1, name: "Proponer una actividad" })).toBeFocused();
      await press(ana, "button", "Guardar el borrador");
      for (const fault of ["Escriba un título.", "Diga para quién es."])
        await expect(ana.getByText(fault)).toBeVisible();
      await expect(ana.getByText("Indique al menos un objetivo o indicador al que apunta.")).toBeVisible();
      await expectAccessible(ana, { colorScheme: "light", width: 390 });
      await expectAccessible(ana, { colorScheme: "dark", width: 1440 });
      const typeInto = async (target: Locator, text: string) => {
        await tabTo(ana, target);
        await ana.keyboard.type(text);
      };
      await ana.getByRole("radio", { name: "Español" }).focus();
      await typeInto(ana.getByLabel("Título").first(), what);
      await typeInto(ana.getByLabel("Propósito").first(), "Fortalecer la detección, la referencia y la asistencia.");
      // What is missing of a choice has the focus, far above the button that was pressed.
      await press(ana, "button", "Guardar el borrador");
      await expect(ana.getByRole("checkbox", { name: "Policía" })).toBeFocused();
      await tabTo(ana, ana.getByRole("checkbox", { name: "Inspección de trabajo" }));
      await ana.keyboard.press("Space");
      await ana.getByLabel("Primer día").fill("2027-06-01");
      await ana.getByLabel("Último día").fill("2027-06-02");
      await ana.getByLabel("En qué país").selectOption("Costa Rica");
      await ana
        .getByLabel("Reunión a la que pertenece")
        .selectOption({ label: "Red de Funcionarios de Enlace, miércoles, 12 de mayo de 2027" });
      await ana.locator("summary", { hasText: "Pedir apoyo" }).press("Enter");
      await ana.getByRole("checkbox", { name: "Honduras" }).check();
      for (const code of indicators)
        await ana.getByLabel("Añadir un objetivo o un indicador").selectOption({ value: `indicator ${code}` });
      await press(ana, "button", "Guardar el borrador");
      await expect(ana.getByRole("heading", { level: 1, name: what })).toBeFocused();
      await expect(ana.getByText("Un borrador: todavía no está propuesta.")).toBeVisible();
      await press(ana, "button", "Presentar");
      await ana.getByRole("dialog").getByRole("button", { name: "Presentar" }).press("Enter");
      await expect(ana.getByText("Propuesta. No hay constancia de que una reunión la haya avalado.")).toBeVisible();
      await expect(ana.getByText("Ninguna parte ha dicho hasta ahora que la apoya.")).toBeVisible();
      // Nobody supports the own, and only the Secretariat says what a meeting said.
      for (const name of ["Apoyarla", "Anotar lo que dijo una reunión", "Decir qué resultó"])
        await expect(ana.getByRole("button", { name })).toHaveCount(0);
      page = new URL(ana.url()).pathname;
      await expectAccessible(ana, { colorScheme: "dark", width: 390 });
      await expectAccessible(ana, { colorScheme: "light", width: 1440 });
    });

    test("Honduras, a quien se pidió apoyo, lo declina con su motivo y la apoya después; la Secretaría anota qué reunión la avaló y en qué punto", async () => {
      const ines = await desk.comes("ines@example.org", page);
      await press(ines, "button", "Declinar el apoyo");
      await ines.getByRole("dialog").getByRole("button", { name: "Declinar el apoyo" }).press("Enter");
      await expect(ines.getByText("Escriba el motivo.")).toBeVisible();
      await ines.getByLabel("Motivo").fill("No contamos con personal este año.");
      await expectAccessible(ines, { colorScheme: "dark", width: 390 });
      await ines.getByRole("dialog").getByRole("button", { name: "Declinar el apoyo" }).press("Enter");
      await expect(ines.getByRole("button", { name: "Declinar el apoyo" })).toHaveCount(0);
      // Whoever asked reads it; the proposal is as it was.
      const ana = await desk.comes("ana@example.org", page);
      await expect(ana.getByText("No contamos con personal este año.")).toBeVisible();
      const arrives = ana.waitForEvent("download");
      await press(ana, "button", "Añadir a su calendario");
      expect((await arrives).suggestedFilename()).toBe("actividad-2027-06-01.ics");
      // Before its first day nobody is asked whether it was held.
      await expect(ana.getByRole("button", { name: "Decir que se realizó" })).toHaveCount(0);
      await expect(ana.getByText("Propuesta. No hay constancia de que una reunión la haya avalado.")).toBeVisible();
      await press(ines, "button", "Apoyarla");
      await ines.getByRole("dialog").getByRole("button", { name: "Apoyarla" }).press("Enter");
      await expect(ines.getByRole("region", { name: "Apoyos" }).getByRole("listitem").first()).toHaveText(
        /^Honduras, /,
      );
      await expect(ines.getByText("Después dijo que la apoya.")).toBeVisible();
      await expect(ines.getByRole("button", { name: "Retirar el apoyo" })).toBeVisible();

      // The meeting to which it was put has begun: the Secretariat is told where it comes in.
      const paula = await desk.comes("paula@example.org", "/es/network");
      const waiting = paula.getByRole("region", { name: "Lo que le espera en la Red" });
      await expect(waiting.getByText(/ya empezó: anote lo que dijo/)).toBeVisible();
      await waiting.getByRole("link", { name: what }).press("Enter");
      await expect(paula.getByText("No contamos con personal este año.")).toHaveCount(0);
      await press(paula, "button", "Anotar lo que dijo una reunión");
      const form = paula.getByRole("dialog");
      await form.getByRole("button", { name: "Anotarlo" }).press("Enter");
      await expect(form.getByText("Elija una de las dos.")).toBeVisible();
      await form.getByRole("radio", { name: "Avaló la propuesta", exact: true }).press("Space");
      await form.getByLabel("Punto de su agenda o de su informe").fill("6a");
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      await form.getByRole("button", { name: "Anotarlo" }).press("Enter");
      await expect(form).toBeHidden();
      await expect(paula.getByText("Avalada. Nadie ha dicho que se haya realizado.")).toBeVisible();
      await expect(paula.getByText(/12 de mayo de 2027: la avaló, punto 6a\./)).toBeVisible();
      await expect(paula.getByRole("button", { name: "Decir que se realizó" })).toHaveCount(0);
    });

    test("pasados sus días Costa Rica dice que se realizó, en números y sin nombres; en el calendario ya no hay nada que añadir", async () => {
      await desk.portal.goTo("2027-06-04T15:30:00Z");
      const ana = await desk.comes("ana@example.org", "/es/network/activities");
      await expect(ana.getByText(/Pasaron sus días: diga si se realizó, o retírela/)).toBeVisible();
      await expectAccessible(ana, { colorScheme: "light", width: 390 });
      await expectAccessible(ana, { colorScheme: "dark", width: 1440 });
      await ana.getByRole("link", { name: what }).first().press("Enter");
      await press(ana, "button", "Decir que se realizó");
      const form = ana.getByRole("dialog");
      await press(ana, "button", "Añadir una línea");
      await press(ana, "button", "Añadir una línea");
      const line = (n: number) => form.getByRole("group", { name: `Participantes, línea ${n}` });
      await line(1).getByLabel("Personas").fill("muchas");
      await line(2).getByLabel("País").selectOption("Honduras");
      await line(2).getByLabel("Personas").fill("6");
      await form.getByRole("button", { name: "Registrarlo" }).press("Enter");
      await expect(form.getByText("Escriba cuántas personas, de 1 a 10 000.")).toBeVisible();
      await expectAccessible(ana, { colorScheme: "dark", width: 390 }, "dialog");
      await line(1).getByLabel("Personas").fill("14");
      await form.getByRole("button", { name: "Registrarlo" }).press("Enter");
      await expect(form).toBeHidden();
      await expect(ana.getByText("Realizada. Nadie ha dicho todavía qué resultó.")).toBeVisible();
      await expect(ana.getByText("Participaron 20 personas, de 2 países.")).toBeVisible();
      // Of what has been there is nothing to enter.
      await expect(ana.getByRole("button", { name: "Añadir a su calendario" })).toHaveCount(0);
    });

    test("después dice qué resultó de cada indicador; otro país lo lee como palabras suyas y no como cifras", async () => {
      await desk.portal.goTo("2027-12-01T15:30:00Z");
      const ana = await desk.comes("ana@example.org", page);
      await press(ana, "button", "Decir qué resultó");
      const form = ana.getByRole("dialog");
      await form.getByRole("button", { name: "Registrarlo" }).press("Enter");
      await expect(form.getByText("Diga qué se encontró, en 2000 caracteres como máximo.")).toHaveCount(3);
      for (const code of indicators)
        await form
          .getByRole("group", { name: new RegExp(`^${code}`) })
          .getByLabel("Lo que se encontró")
          .fill(`Lo encontrado de ${code}`);
      await expectAccessible(ana, { colorScheme: "light", width: 390 }, "dialog");
      await form.getByRole("button", { name: "Registrarlo" }).press("Enter");
      await expect(form).toBeHidden();
      await expect(ana.getByText("Realizada y evaluada.")).toBeVisible();

      const ines = await desk.comes("ines@example.org", "/es/network/activities");
      const held = ines.getByRole("region", { name: "Realizadas" });
      await expect(held.getByText("evaluada", { exact: true })).toBeVisible();
      await held.getByRole("link", { name: what }).press("Enter");
      const result = ines.getByRole("region", { name: "Lo que resultó" });
      await expect(result.getByText(/No son cifras de ningún informe ni cambian ninguna\./)).toBeVisible();
      for (const code of indicators) {
        const row = result.getByRole("row").filter({ hasText: `Lo encontrado de ${code}` });
        await expect(row.getByRole("rowheader")).toHaveText(new RegExp(`^${code} `));
        await expect(row.getByRole("cell").first()).toHaveText("2027");
      }
      await expect(ines.getByRole("button", { name: "Apoyarla" })).toHaveCount(0);
      await expectAccessible(ines, { colorScheme: "dark", width: 390 });
      await expectAccessible(ines, { colorScheme: "light", width: 1440 });
    });

    test("la cronología dice por años lo que consta, con el teclado, y cada entrada lleva a aquello de donde viene", async () => {
      const ines = await desk.comes("ines@example.org", "/es/network");
      await press(ines, "link", "Cronología");
      await expect(ines.getByRole("heading", { level: 1, name: "Cronología" })).toBeFocused();
      await expect(
        ines.getByText("Desde la primera reunión que consta como realizada, del 11 de marzo de 2027."),
      ).toBeVisible();
      const year = ines.getByRole("region", { name: "2027", exact: true });
      const entry = (text: string | RegExp) => year.getByRole("listitem").filter({ hasText: text });
      await expect(entry(/^1 al 2 de junio de 2027.*Actividad realizada/)).toContainText(what);
      await expect(entry(/^11 de marzo de 2027Reunión/)).toContainText("Comayagua (sede: Honduras) · Realizada");
      // Its day has passed, and nobody has said whether it was held.
      await expect(entry(/^9 de septiembre de 2027Reunión/)).toContainText("Sin constancia de si se realizó");
      await expect(entry(/^30 de abril de 2027Fecha límite/)).toContainText("Ronda 2027, datos de 2026");
      await ines.getByLabel("Mostrar").selectOption("activity");
      await expect(year.getByRole("listitem").filter({ hasNotText: "Actividad" })).toHaveCount(0);
      await year.getByRole("link", { name: what }).press("Enter");
      await expect(ines.getByRole("heading", { level: 1, name: what })).toBeVisible();
      await ines.goto(`${desk.portal.url}/es/network/bodies/RCGM/timeline`);
      await expect(ines.getByText("Ninguna reunión consta como realizada.")).toBeVisible();
      await expectAccessible(ines, { colorScheme: "dark", width: 390 });
    });
  });
}
