import { describe, test } from "vitest";
import { describeActivity } from "./network/activity-6a.ts";
import { agendaAndBodies } from "./network/agenda-and-bodies.ts";
import { describeCommitment } from "./network/commitment-3b.ts";
import { describeGuidelines } from "./network/guidelines.ts";
import { describeLibrary } from "./network/library.ts";
import { describeProgress } from "./network/progress.ts";
import { describeTwoVoices } from "./network/two-voices.ts";
import { expectAccessible } from "./support/accessible.ts";
import { aDeskOfTwo } from "./support/desk-of-two.ts";
import { expect } from "./support/expect.ts";

/** Meetings of the Network: entered, read by everybody, corrected, attended and held. */
describe("las reuniones de la Red", () => {
  const desk = aDeskOfTwo();
  const days = "jueves, 11 de marzo de 2027";

  test("la Secretaría registra una reunión con el teclado; un país la ve en su inicio y lee lo que le falta", async () => {
    const paula = await desk.comes("paula@example.org", "/es/network");
    await expect(paula.getByText("No se ha registrado ninguna reunión.")).toBeVisible();
    await paula.getByRole("link", { name: "Registrar una reunión" }).press("Enter");
    await expect(paula.getByRole("heading", { level: 1, name: "Registrar una reunión" })).toBeFocused();
    // What is missing is said, and nothing is entered.
    await paula.getByRole("button", { name: "Registrar", exact: true }).press("Enter");
    await expect(paula.getByText("Elija un día del calendario.")).toBeVisible();
    await expect(paula.getByText("Escriba dónde se realiza.")).toBeVisible();
    await expectAccessible(paula, { colorScheme: "light", width: 390 });
    await expectAccessible(paula, { colorScheme: "dark", width: 1440 });
    await paula.getByLabel("Primer día").fill("2027-03-10");
    await paula.getByLabel("Lugar").fill("Tegucigalpa");
    await paula.getByLabel("Sede").selectOption("Honduras");
    await paula.getByLabel("Lugar").press("Enter");
    const lead = "Prevista: miércoles, 10 de marzo de 2027, Tegucigalpa (sede: Honduras); dentro de 28 días.";
    await expect(paula.getByText(lead)).toBeVisible();
    await expect(paula.getByText("La asistencia se registra a partir del primer día.")).toBeVisible();
    await expectAccessible(paula, { colorScheme: "dark", width: 390 });
    await expectAccessible(paula, { colorScheme: "light", width: 1440 });

    const ines = await desk.comes("ines@example.org", "/es/home");
    await expect(ines.getByText(lead)).toBeVisible();
    await ines.getByRole("link", { name: "Próxima reunión, Red de Funcionarios de Enlace." }).click();
    await expect(ines.getByText("Honduras no ha presentado sus indicadores: ronda 2027.")).toBeVisible();
    for (const name of ["Corregir día, lugar o sede", "Cancelar la reunión"])
      await expect(ines.getByRole("button", { name })).toHaveCount(0);
    const monitor = await desk.comes("jorge@example.org", "/es/rounds/2027");
    await expect(monitor.getByText(lead)).toBeVisible();
  });

  test("quien decide sobre una reunión que otra persona cambió lee primero cómo está", async () => {
    const [paula, jorge] = [
      await desk.comes("paula@example.org", "/es/network"),
      await desk.comes("jorge@example.org", "/es/network"),
    ];
    for (const page of [paula, jorge]) {
      await page.getByRole("link", { name: "miércoles, 10 de marzo de 2027" }).click();
      await page.getByRole("button", { name: "Corregir día, lugar o sede" }).click();
    }
    const form = paula.getByRole("dialog");
    await form.getByLabel("Primer día").fill("2027-03-11");
    await form.getByRole("button", { name: "Corregir", exact: true }).click();
    await expect(form.getByText("Escriba un motivo de al menos cinco caracteres.")).toBeVisible();
    await expectAccessible(paula, { colorScheme: "light", width: 390 });
    await form.getByLabel("Motivo").fill("Es feriado en la sede");
    await form.getByRole("button", { name: "Corregir", exact: true }).click();
    await expect(form).toBeHidden();
    await expect(
      paula.getByText(
        /Paula Rivas \(Secretaría Técnica\) la corrigió: primer día de 10 de marzo de 2027 a 11 de marzo de 2027\./,
      ),
    ).toBeVisible();
    await expect(paula.getByText("«Es feriado en la sede»")).toBeVisible();

    const late = jorge.getByRole("dialog");
    await late.getByLabel("Lugar").fill("Comayagua");
    await late.getByLabel("Motivo").fill("Cambió el lugar");
    await late.getByRole("button", { name: "Corregir", exact: true }).click();
    await expect(late.getByText(new RegExp(`Alguien cambió la reunión .* Ahora: Prevista: ${days}`))).toBeVisible();
    await late.getByRole("button", { name: "Lo he visto" }).click();
    await late.getByLabel("Primer día").fill("2027-03-11");
    await late.getByRole("button", { name: "Corregir", exact: true }).click();
    await expect(late).toBeHidden();
    await expect(jorge.getByText(new RegExp(`${days}, Comayagua`))).toBeVisible();
  });

  test("desde su día se anota quién asistió y quién compartió avances, y que se realizó; nada se deduce", async () => {
    await desk.portal.goTo("2027-03-12T15:00:00Z");
    const paula = await desk.comes("paula@example.org", "/es/network");
    await expect(paula.getByText("No hay ninguna reunión prevista.")).toBeVisible();
    await paula.getByRole("link", { name: days }).click();
    await expect(paula.getByText(/No hay constancia de si se realizó\./)).toBeVisible();
    await paula.getByRole("button", { name: "Anotar la asistencia" }).click();
    const form = paula.getByRole("dialog");
    await form.getByRole("button", { name: "Anotar", exact: true }).click();
    await expect(form.getByText("No se cambió nada.")).toBeVisible();
    await form.getByLabel("Honduras: Asistió").selectOption("sí");
    await form.getByLabel("México: Asistió").selectOption("sí");
    await form.getByLabel("Honduras: Compartió avances").selectOption("sí");
    await form.getByLabel("Belice: Asistió").selectOption("no");
    await expectAccessible(paula, { colorScheme: "dark", width: 390 });
    await form.getByRole("button", { name: "Anotar", exact: true }).click();
    await expect(form).toBeHidden();
    const row = (name: string) => paula.getByRole("listitem").filter({ has: paula.getByText(name, { exact: true }) });
    await expect(row("Honduras")).toContainText("Asistió: síCompartió avances: sí");
    await expect(row("México")).toContainText("Asistió: síCompartió avances: sin constancia");
    await expect(row("Belice")).toContainText("Asistió: noCompartió avances: sin constancia");
    await expect(row("Panamá")).toContainText("Asistió: sin constancia");
    await expect(row("Honduras")).toContainText("Indicadores, ronda 2027: no");
    // What was noted by mistake is taken back, and the record says so.
    await paula.getByRole("button", { name: "Anotar la asistencia" }).click();
    await form.getByLabel("Belice: Asistió").selectOption("sin constancia");
    await form.getByRole("button", { name: "Anotar", exact: true }).click();
    await expect(form).toBeHidden();
    await expect(row("Belice")).toContainText("Asistió: sin constancia");
    await expect(paula.getByText(/anotó: asistió: sin constancia \(Belice\)\./)).toBeVisible();
    await paula.getByRole("button", { name: "Se realizó" }).click();
    await paula.getByRole("button", { name: "Anotar que se realizó" }).click();
    await expect(paula.getByText(new RegExp(`Realizada: ${days}, Comayagua`))).toBeVisible();
    await expect(paula.getByRole("button", { name: "Cancelar la reunión" })).toHaveCount(0);
    await expectAccessible(paula, { colorScheme: "light", width: 390 });
    await expectAccessible(paula, { colorScheme: "dark", width: 1440 });
  });

  test("el informe nace de lo que consta, se circula, se comenta y se hace definitivo; nadie lee antes lo que no le toca", async () => {
    const paula = await desk.comes("paula@example.org", "/es/network");
    await paula.getByRole("link", { name: days }).click();
    await paula.getByRole("link", { name: "Informe de la reunión" }).press("Enter");
    await expect(paula.getByText("El informe de esta reunión no se ha empezado.")).toBeVisible();
    const ines = await desk.comes("ines@example.org", new URL(paula.url()).pathname);
    await expect(ines.getByText("No hay un informe de esta reunión que usted pueda leer.")).toBeVisible();
    await paula.getByRole("button", { name: "Empezar el informe" }).press("Enter");
    // Of those of whom it is on record that they shared progress, and of nobody else.
    await expect(paula.getByText("La Red agradece a la delegación que compartió sus avances: Honduras.")).toBeVisible();
    await expect(paula.getByText("Borrador: solo lo lee la Secretaría Técnica.")).toBeVisible();

    await paula.getByRole("button", { name: "Añadir un punto" }).press("Enter");
    const form = paula.getByRole("dialog");
    await form.getByRole("button", { name: "Guardar" }).press("Enter");
    await expect(form.getByText("Escriba el texto al menos en un idioma.")).toBeVisible();
    await form.getByLabel("Verbo formal").selectOption("Toma nota (ni a favor ni en contra)");
    await form.getByLabel("Texto en español").fill("del papel de los Países Observadores.");
    await expectAccessible(paula, { colorScheme: "light", width: 390 });
    await form.getByRole("button", { name: "Guardar" }).press("Enter");
    await expect(form).toBeHidden();
    await expect(paula.getByText("La Red toma nota del papel de los Países Observadores.")).toBeVisible();
    await expect(paula.getByText("Un punto no está escrito en inglés.")).toBeVisible();
    await expectAccessible(paula, { colorScheme: "dark", width: 390 });
    await expectAccessible(paula, { colorScheme: "light", width: 1440 });

    // Whoever goes on at once decides on what comes of the press before, and is not told that the report has changed meanwhile.
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await paula.route("**/arrangement", async (route) => {
      await held;
      await route.continue();
    });
    await paula.getByRole("button", { name: "Subir el punto 2" }).press("Enter");
    await paula.getByRole("button", { name: "Circular a los integrantes" }).press("Enter");
    await expect(paula.getByRole("dialog").getByText("Se está guardando lo que hizo justo antes…")).toBeVisible();
    letGo();
    await paula.getByRole("dialog").getByRole("button", { name: "Circular a los integrantes" }).press("Enter");
    await expect(paula.getByText(/Usted ve la copia de trabajo\. Los integrantes leen la versión 1\./)).toBeVisible();

    await ines.reload();
    await expect(ines.getByText("La Red toma nota del papel de los Países Observadores.")).toBeVisible();
    await expect(ines.getByRole("button", { name: "Editar el punto 1" })).toHaveCount(0);
    await ines.getByRole("button", { name: "Comentar" }).press("Enter");
    const said = ines.getByRole("dialog");
    await said.getByLabel("Sobre qué").selectOption("el punto 1");
    await said.getByLabel("Comentario").fill("Honduras pide que diga también desde cuándo.");
    await expectAccessible(ines, { colorScheme: "light", width: 390 });
    await said.getByRole("button", { name: "Enviar" }).press("Enter");
    await expect(said).toBeHidden();
    await expect(ines.getByText("Honduras pide que diga también desde cuándo.")).toBeVisible();
    await expect(
      ines.getByText(/Han comentado la versión 1: Honduras\. No han comentado la versión 1: Belice/),
    ).toBeVisible();
    await expectAccessible(ines, { colorScheme: "dark", width: 1440 });

    await paula.reload();
    await expect(paula.getByText(/Honduras \(Inés Mejía\), .* sobre la versión 1:/)).toBeVisible();
    await paula.getByRole("button", { name: "Hacerlo definitivo" }).press("Enter");
    await expect(
      paula.getByRole("dialog").getByText("Todos los puntos deben estar escritos en los dos idiomas."),
    ).toBeVisible();
    await paula.keyboard.press("Escape");
    await paula.getByRole("button", { name: "Editar el punto 1" }).press("Enter");
    await paula
      .getByRole("dialog")
      .getByLabel("Texto en inglés")
      .fill("to keep the role of the Observer Countries since 2010.");
    await paula
      .getByRole("dialog")
      .getByLabel("Texto en español")
      .fill("mantener el papel de los Países Observadores desde 2010.");
    await paula.getByRole("dialog").getByLabel("Verbo formal").selectOption("Acuerda");
    await paula.getByRole("dialog").getByRole("button", { name: "Guardar" }).press("Enter");
    await expect(paula.getByRole("dialog")).toBeHidden();
    await paula.getByRole("button", { name: "Hacerlo definitivo" }).press("Enter");
    await paula.getByRole("dialog").getByRole("button", { name: "Hacerlo definitivo" }).press("Enter");
    await expect(paula.getByText("Es definitivo: lo lee la Red, y ya no se cambia.")).toBeVisible();
    await expect(paula.getByRole("button", { name: "Editar el punto 1" })).toHaveCount(0);
    await paula.getByText("Qué cambió de la versión 1 a la versión 2").click();
    await expect(paula.locator("ins", { hasText: "desde 2010." })).toBeVisible();
    const coming = paula.waitForEvent("download");
    await paula.getByRole("button", { name: "Word", exact: true }).press("Enter");
    expect((await coming).suggestedFilename()).toBe("informe-2027-03-11-v2.docx");
    const earlier = paula.waitForEvent("download");
    await paula.getByRole("button", { name: "PDF: versión 1" }).press("Enter");
    expect((await earlier).suggestedFilename()).toBe("informe-2027-03-11-v1.pdf");
    await expectAccessible(paula, { colorScheme: "light", width: 390 });
    await expectAccessible(paula, { colorScheme: "dark", width: 1440 });

    // What was promised in a sentence is entered from it; who thanks promises nothing.
    await expect(paula.getByRole("link", { name: "Registrar un compromiso: el punto 2" })).toHaveCount(0);
    await paula.getByRole("link", { name: "Registrar un compromiso: el punto 1" }).press("Enter");
    await expect(paula.getByLabel("Título").first()).toHaveValue(
      "La Red acuerda mantener el papel de los Países Observadores desde 2010.",
    );
    await expect(paula.getByLabel("Punto")).toHaveValue("1");
  });
  describeLibrary(desk);
  describeCommitment(desk);
  describeTwoVoices(desk);
  describeProgress(desk);
  describeGuidelines(desk);
  // It enters a meeting of its own.
  agendaAndBodies(desk);
  // Last: it moves the clock to the end of the year.
  describeActivity(desk);
});
