import { test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { signInByApi } from "../support/api-user.ts";
import type { DeskOfTwo } from "../support/desk-of-two.ts";
import { expect } from "../support/expect.ts";
import { addPeople } from "../support/people.ts";

/** What a meeting speaks of, who holds which role in a body, and what somebody who only observes lands on. Uses the meeting of 11 March 2027. */
export function agendaAndBodies(desk: DeskOfTwo): void {
  test("la Secretaría escribe la agenda con el teclado; lo que no se tradujo se dice, y un punto se retira con su motivo", async () => {
    const paula = await desk.comes("paula@example.org", "/es/network");
    await paula.getByRole("link", { name: "jueves, 11 de marzo de 2027" }).press("Enter");
    await expect(paula.getByText("No consta ninguna agenda.")).toBeVisible();
    await paula.getByRole("button", { name: "Editar la agenda" }).press("Enter");
    const form = paula.getByRole("dialog");
    await form.getByRole("button", { name: "Guardar la agenda" }).press("Enter");
    await expect(form.getByText("No se cambió nada.")).toBeVisible();
    await form.getByRole("button", { name: "Agregar un punto", exact: true }).press("Enter");
    const first = form.getByRole("group", { name: "Punto 1", exact: true });
    await form.getByRole("button", { name: "Guardar la agenda" }).press("Enter");
    await expect(first.getByText(/Escriba el título/)).toBeVisible();
    await expect(form.getByText("Un punto no puede quedar como está.")).toBeVisible();
    await first.getByLabel("Título en español").fill("Informe de la Coalición");
    await first.getByLabel("Título en inglés").fill("Report of the Coalition");
    await first.getByLabel("Presenta").selectOption("Costa Rica");
    await form.getByRole("button", { name: "Agregar un punto dentro del último" }).press("Enter");
    const within = form.getByRole("group", { name: "Punto 1a" });
    await within.getByLabel("Título en español").fill("Llamar a la oficina: +506 8888 7777");
    await expectAccessible(paula, { colorScheme: "light", width: 390 });
    await form.getByRole("button", { name: "Guardar la agenda" }).press("Enter");
    // A telephone number is asked about before it is kept.
    await expect(form.getByRole("alert").getByRole("button")).toBeVisible();
    await within.getByLabel("Título en español").fill("El papel de los observadores");
    await form.getByRole("button", { name: "Guardar la agenda" }).press("Enter");
    await expect(form).toBeHidden();
    const points = paula.getByRole("region", { name: "Agenda" }).getByRole("listitem");
    await expect(points).toHaveText([
      /^1Informe de la Coaliciónpresenta: Costa Rica$/,
      /^1aEl papel de los observadores$/,
    ]);
    await expect(paula.getByText("Paula Rivas (Secretaría Técnica) guardó la agenda: nuevos: 1, 1a.")).toBeVisible();
    await expectAccessible(paula, { colorScheme: "dark", width: 1440 });
    await paula.getByRole("link", { name: "English" }).click();
    const english = paula.getByRole("region", { name: "Agenda" }).getByRole("listitem");
    await expect(english).toHaveText([
      /^1Report of the Coalitionpresented by: Costa Rica$/,
      /^1aEl papel de los observadoresonly in Spanish$/,
    ]);
    await expect(english.nth(1).locator('[lang="es"]')).toHaveText("El papel de los observadores");
    await paula.getByRole("link", { name: "Español" }).click();

    // A title that is changed leaves its translation behind; a point that goes needs a reason.
    await paula.getByRole("button", { name: "Editar la agenda" }).press("Enter");
    await first.getByLabel("Título en español").fill("Avances de la Coalición");
    await expect(first.getByLabel("La traducción dice lo que el título dice ahora")).toBeVisible();
    await form.getByRole("button", { name: "Retirar: Punto 1a" }).press("Enter");
    await expect(form.getByText("El punto 1a se retirará.")).toBeVisible();
    await form.getByRole("button", { name: "Guardar la agenda" }).press("Enter");
    await expect(form.getByText("Escriba un motivo de al menos cinco caracteres.")).toBeVisible();
    await form.getByLabel("Por qué se retiran puntos").fill("Se tratará en otra reunión");
    await form.getByRole("button", { name: "Guardar la agenda" }).press("Enter");
    await expect(form).toBeHidden();
    await expect(points).toHaveText([/^1Avances de la Coalición/]);
    await expect(paula.getByText(/guardó la agenda: otro título: 1; retirados: 1a\./)).toBeVisible();
    await expect(paula.getByText("«Se tratará en otra reunión»")).toBeVisible();
    await paula.getByRole("link", { name: "English" }).click();
    await expect(english).toHaveText([/the title was changed after this translation was written/]);
  });

  test("quien tuvo una función en una instancia consta con lo que se sabe de sus días, y con lo que no se sabe", async () => {
    const paula = await desk.comes("paula@example.org", "/es/network");
    await paula.getByRole("link", { name: "Coalición Regional" }).press("Enter");
    await expect(paula.getByText("Sin constancia.", { exact: true })).toHaveCount(4);
    await paula.getByRole("button", { name: "Registrar una función" }).press("Enter");
    const form = paula.getByRole("dialog");
    await form.getByRole("button", { name: "Registrar", exact: true }).press("Enter");
    for (const words of [
      "Elija un participante de la lista.",
      "Elija un día del calendario.",
      "Escriba de dónde se sabe.",
    ])
      await expect(form.getByText(words)).toBeVisible();
    await expectAccessible(paula, { colorScheme: "dark", width: 390 });
    await form.getByLabel("Participante").selectOption("Costa Rica");
    await form.getByLabel("Un día en que era así").check();
    await form.getByLabel("Día", { exact: true }).fill("2013-11-18");
    await form.getByLabel("De dónde se sabe").fill("Informe de la reunión");
    await form.getByRole("button", { name: "Registrar", exact: true }).press("Enter");
    await expect(form).toBeHidden();
    const secretariat = paula.getByRole("region", { name: "Secretaría", exact: true });
    await expect(secretariat).toContainText("el 18 de noviembre de 2013; no consta desde cuándo ni hasta cuándo");
    await expect(secretariat).toContainText("Fuente: Informe de la reunión.");
    await secretariat.getByRole("button", { name: /^Terminó/ }).press("Enter");
    await form.getByLabel("Último día").fill("2013-01-01");
    await form.getByRole("button", { name: "Anotar el fin" }).press("Enter");
    await expect(form.getByText("El último día es anterior al primero.")).toBeVisible();
    await form.getByLabel("Último día").fill("2014-12-31");
    await form.getByRole("button", { name: "Anotar el fin" }).press("Enter");
    await expect(form).toBeHidden();
    await expect(secretariat).toContainText(
      "al menos del 18 de noviembre de 2013 al 31 de diciembre de 2014; no consta desde cuándo",
    );
    await expect(secretariat.getByRole("button", { name: /^Terminó/ })).toHaveCount(0);
    await expectAccessible(paula, { colorScheme: "light", width: 1440 });

    // A country reads it and changes nothing.
    const ines = await desk.comes("ines@example.org", "/es/network/bodies/COALITION");
    await expect(ines.getByText("Costa Rica")).toBeVisible();
    await expect(ines.getByRole("button", { name: /Registrar una función|Retirar|Terminó/ })).toHaveCount(0);
    await ines.goto(`${desk.portal.url}/es/network/bodies/OTRA`);
    await expect(ines.getByRole("heading", { level: 1, name: /no existe|No hay/ })).toBeVisible();

    await secretariat.getByRole("button", { name: /^Retirar/ }).press("Enter");
    await form.getByLabel("Motivo").fill("El año estaba mal");
    await form.getByRole("button", { name: "Retirar la entrada" }).press("Enter");
    await expect(form).toBeHidden();
    await expect(secretariat).toContainText("Sin constancia");
    await paula.locator("summary", { hasText: "Entradas retiradas" }).press("Enter");
    await expect(paula.getByText(/secretaría; retirada por Paula Rivas, .*El año estaba mal/)).toBeVisible();
  });

  test("quien observa llega a la Red y sabe por quién lee; su cuenta tiene contraseña y calendario de reuniones", async () => {
    await addPeople(desk.portal, [{ email: "otto@example.org", name: "Otto Ruiz", role: "observer", language: "es" }]);
    const otto = await desk.comes("otto@example.org", "/es/home");
    await expect(otto.getByRole("heading", { level: 1, name: "Red" })).toBeVisible();
    await expect(otto.getByText(/No consta por quién lee usted/)).toBeVisible();
    const paula = await desk.comes("paula@example.org", "/es/people?q=Otto");
    await paula.getByRole("button", { name: "Editar: Otto Ruiz" }).click();
    const entry = paula.getByRole("dialog");
    await entry.locator("summary", { hasText: "Por quién escribe y lee la cuenta" }).press("Enter");
    await entry
      .getByLabel("Organización o país observador")
      .selectOption("Organización Internacional para las Migraciones");
    await expectAccessible(paula, { colorScheme: "light", width: 390 });
    const part = entry.locator("form").filter({ has: paula.getByLabel("Organización o país observador") });
    await part.getByRole("button", { name: "Solicitarlo" }).press("Enter");
    await expect(entry.getByText(/Solicitado: por quién escribe y lee la cuenta de Otto Ruiz\./)).toBeVisible();
    // One alone lets nobody speak for an organisation.
    const jorge = await desk.comes("jorge@example.org", "/es/people");
    await expect(
      jorge.getByText(
        /Otto Ruiz .*espera a una segunda persona: .* \(Organización Internacional para las Migraciones\)/,
      ),
    ).toBeVisible();
    await jorge.getByRole("button", { name: /^Confirmar/ }).press("Enter");
    await expect(jorge.getByRole("button", { name: /^Confirmar/ })).toHaveCount(0);
    await otto.reload();
    await expect(
      otto.getByText(
        /Usted lee aquí, y presenta aportes, recomendaciones y actividades, por: Organización Internacional para las Migraciones\./,
      ),
    ).toBeVisible();
    await expectAccessible(otto, { colorScheme: "dark", width: 390 });
    await otto.goto(`${desk.portal.url}/es/home#account`);
    await expect(otto.getByText(/puede suscribirse a las reuniones de la Red/)).toBeVisible();
    await expect(otto.getByRole("button", { name: "Cambiar la contraseña" })).toBeVisible();
    await otto.getByRole("button", { name: "Crear la dirección" }).press("Enter");
    await expect(otto.getByLabel("Dirección de su calendario")).toHaveValue(/\/calendar\/[\w-]{43}\.ics$/);

    // A meeting to come is a file for the calendar, too.
    const secretariat = await signInByApi(desk.portal, "jorge@example.org");
    await secretariat.send("POST", "/meetings", {
      ...{
        body: "RCGM",
        heldOn: "2027-06-01",
        untilOn: null,
        place: "Ciudad de Panamá",
        host: "PAN",
        publicSource: null,
      },
    });
    await secretariat.leave();
    await otto.goto(`${desk.portal.url}/es/network`);
    await otto.getByRole("link", { name: "martes, 1 de junio de 2027" }).click();
    const arriving = otto.waitForEvent("download");
    await otto.getByRole("button", { name: "Para su calendario (.ics)" }).press("Enter");
    expect((await arriving).suggestedFilename()).toBe("reunion-2027-06-01.ics");
  });
}
