import type { Page } from "playwright";
import { describe, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import type { DeskOfTwo } from "../support/desk-of-two.ts";
import { expect } from "../support/expect.ts";
import { addPeople } from "../support/people.ts";

const press = (page: Page, role: "button" | "link", name: string) =>
  page.getByRole(role, { name, exact: true }).press("Enter");
const step = "Adoptados como norma";
const own = "Decreto sobre identificación";
const view = "El decreto no cubre la referencia";

/** How a country applies the Regional Guidelines: it says so of itself, IOM beside it, first to the country alone. */
export function describeGuidelines(desk: DeskOfTwo): void {
  describe("los Lineamientos Regionales", () => {
    test("la Secretaría registra los pasos, el país dice cómo está, y la visión de la OIM le llega primero solo a él", async () => {
      const paula = await desk.comes("paula@example.org", "/es/network/guidelines");
      await expect(paula.getByText("La Secretaría Técnica no ha registrado los pasos todavía.")).toBeVisible();
      await press(paula, "link", "Registrar los pasos");
      await press(paula, "button", "Añadir un paso");
      await press(paula, "button", "Guardar los pasos");
      await expect(paula.getByText("Nombre cada paso en los dos idiomas.").first()).toBeVisible();
      await paula.getByLabel("Nombre, en español").fill(step);
      await paula.getByLabel("Nombre, en inglés").fill("Adopted as a norm");
      await paula.getByLabel("Añadir un indicador").selectOption({ value: "indicator TIP-PRO-03" });
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      await press(paula, "button", "Guardar los pasos");
      await expect(paula.getByRole("columnheader", { name: step })).toBeVisible();
      await expect(paula.getByRole("link", { name: "TIP-PRO-03" })).toBeVisible();

      const ines = await desk.comes("ines@example.org", "/es/network/guidelines");
      await press(ines, "link", `Decir cómo está: ${step}, Honduras`);
      await press(ines, "button", "Guardar el borrador");
      await expect(ines.getByText("Nombre la evidencia.")).toBeVisible();
      await expect(ines.getByText("Elija una opción.")).toBeVisible();
      await expectAccessible(ines, { colorScheme: "dark", width: 390 });
      await ines.getByLabel("Evidencia, en una línea", { exact: true }).first().fill(own);
      await ines.getByRole("radio", { name: "Sí", exact: true }).check();
      await ines.getByLabel("A qué día").fill("2026-05-01");
      await press(ines, "button", "Guardar el borrador");
      await expect(ines.getByRole("heading", { level: 1, name: own })).toBeVisible();
      await press(ines, "button", "Presentar");
      await ines.getByRole("dialog").getByRole("button", { name: "Presentar" }).press("Enter");
      await expect(ines.getByText("Honduras dice: Sí, al 1 de mayo de 2026.")).toBeVisible();

      await addPeople(desk.portal, [
        { ...{ email: "oim@example.org", name: "Omar Ruiz", role: "observer", organisation: "IOM" }, language: "es" },
      ]);
      const omar = await desk.comes("oim@example.org", "/es/network/guidelines");
      await press(omar, "link", `Decir cómo está: ${step}, Honduras`);
      await omar.getByLabel("Evidencia, en una línea", { exact: true }).first().fill(view);
      await omar.getByRole("radio", { name: "En parte" }).check();
      await omar.getByLabel("A qué día").fill("2026-06-01");
      await omar.getByLabel("Días que tiene el país para responder").fill("3");
      await press(omar, "button", "Guardar el borrador");
      await expect(omar.getByText("Escriba un número de 7 a 60.")).toBeVisible();
      await omar.getByLabel("Días que tiene el país para responder").fill("14");
      await press(omar, "button", "Guardar el borrador");
      await press(omar, "button", "Presentar");
      await expect(
        omar.getByRole("dialog").getByText(/nadie más antes de que Honduras responda o terminen 14 días/),
      ).toBeVisible();
      await omar.getByRole("dialog").getByRole("button", { name: "Presentar" }).press("Enter");
      await expect(omar.getByText(/nadie la lee antes de que Honduras responda o termine el/)).toBeVisible();

      // The Secretariat knows that it is there, and reads nothing of it.
      await paula.reload();
      await expect(paula.getByText(new RegExp(`Honduras: ${step}, plazo para responder hasta el`))).toBeVisible();
      const theirs = paula.getByRole("row").filter({ has: paula.getByRole("rowheader", { name: "Honduras" }) });
      await expect(theirs.getByRole("link")).toHaveCount(1);
      await expectAccessible(paula, { colorScheme: "dark", width: 1440 });

      await ines.goto(`${desk.portal.url}/es/home`);
      await ines
        .getByRole("link", { name: new RegExp(`Visión sobre los Lineamientos Regionales \\(.*\\): ${step}`) })
        .press("Enter");
      await expect(ines.getByRole("heading", { level: 1, name: view })).toBeVisible();
      await press(ines, "button", "Responder");
      await ines.getByLabel("Qué dice su país").fill("La referencia está en otro reglamento.");
      await expectAccessible(ines, { colorScheme: "light", width: 390 });
      await ines.getByRole("dialog").getByRole("button", { name: "Responder" }).press("Enter");
      await expect(ines.getByText("La referencia está en otro reglamento.")).toBeVisible();
      await expect(ines.getByText(/Honduras la leyó primero y respondió/)).toBeVisible();
      await expectAccessible(ines, { colorScheme: "dark", width: 1440 });

      // Both voices, side by side.
      await paula.reload();
      await expect(theirs.getByRole("link")).toHaveCount(2);
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      await theirs.getByRole("link", { name: /En parte/ }).press("Enter");
      await expect(paula.getByText("La referencia está en otro reglamento.")).toBeVisible();
      await expect(paula.getByText(own)).toBeVisible();
      await expectAccessible(paula, { colorScheme: "light", width: 1440 });
    });
  });
}
