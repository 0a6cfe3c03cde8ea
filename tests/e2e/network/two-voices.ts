import type { Page } from "playwright";
import { describe, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { type ApiUser, apiUser } from "../support/api-user.ts";
import type { DeskOfTwo } from "../support/desk-of-two.ts";
import { expect } from "../support/expect.ts";
import { addPeople } from "../support/people.ts";

const first = "Presupuesto para la prevención";
const second = "Albergues para víctimas";
const challenge = "Falta de datos sobre niñas";

const press = (page: Page, role: "button" | "link", name: string) =>
  page.getByRole(role, { name, exact: true }).press("Enter");
const dialogOf = (page: Page) => page.getByRole("dialog");

/**
 * Civil society speaks for itself and a State answers, in the portal of the meetings; what is said to everybody, the public reads beside the indicator,
 * each voice signed, and nothing of what is said to fewer.
 */
export function describeTwoVoices(desk: DeskOfTwo): void {
  describe("las dos voces", () => {
    test("la sociedad civil escribe dos recomendaciones y un desafío con el teclado; se le pregunta por datos de personas", async () => {
      await addPeople(desk.portal, [
        {
          ...{ email: "rosa@example.org", name: "Rosa Pérez", role: "civil_society", organisation: "RNCOM" },
          language: "es",
        },
      ]);
      const rosa = await desk.comes("rosa@example.org", "/es/network");
      await press(rosa, "link", "Recomendaciones");
      await expect(rosa.getByText("No hay recomendaciones que usted pueda leer.").first()).toBeVisible();
      await press(rosa, "link", "Escribir una recomendación");
      await expect(rosa.getByRole("heading", { level: 1, name: "Escribir una recomendación" })).toBeFocused();
      const save = () => press(rosa, "button", "Guardar el borrador");
      await save();
      await expect(rosa.getByText("Escriba un título.")).toBeVisible();
      await expect(rosa.getByText("Indique a quién se dirige.")).toBeVisible();
      await expectAccessible(rosa, { colorScheme: "light", width: 390 });
      await expectAccessible(rosa, { colorScheme: "dark", width: 1440 });
      await rosa.getByLabel("Título", { exact: true }).fill(first);
      await rosa.getByLabel("Texto", { exact: false }).first().fill("Consulte al 2222-3333 de la oficina.");
      await rosa.getByRole("checkbox", { name: "Honduras" }).press("Space");
      await rosa.getByRole("checkbox", { name: "Costa Rica" }).press("Space");
      await rosa.getByRole("radio", { name: "La Red: integrantes y observadores" }).check();
      await save();
      await expect(rosa.getByText("¿Trata de una persona?")).toBeVisible();
      await expect(rosa.getByText(/parece contener un número de teléfono/)).toBeVisible();
      await press(rosa, "button", "Puede quedar así: continuar. Queda anotado que lo dije.");
      await expect(rosa.getByRole("heading", { level: 1, name: first })).toBeVisible();
      await press(rosa, "button", "Presentar");
      await expect(
        dialogOf(rosa).getByText("Se dirige a: Costa Rica y Honduras. Podrán leer esto en todo caso."),
      ).toBeVisible();
      await dialogOf(rosa).getByRole("button", { name: "Presentar" }).press("Enter");
      await expect(dialogOf(rosa)).toBeHidden();
      await expect(rosa.getByText("sin constancia de respuesta")).toHaveCount(2);
      await expectAccessible(rosa, { colorScheme: "dark", width: 390 });
      await expectAccessible(rosa, { colorScheme: "light", width: 1440 });

      await press(rosa, "link", "Recomendaciones");
      await press(rosa, "link", "Escribir una recomendación");
      await rosa.getByLabel("Título", { exact: true }).fill(second);
      await rosa.getByRole("checkbox", { name: "Honduras" }).press("Space");
      await rosa.getByLabel("De dónde viene").selectOption("De un órgano de tratado");
      await save();
      await expect(rosa.getByText("Nombre el documento.")).toBeVisible();
      await rosa.getByLabel("Documento").fill("Observaciones finales de 2025, párrafo 31");
      await save();
      await press(rosa, "button", "Presentar");
      await dialogOf(rosa).getByRole("button", { name: "Presentar" }).press("Enter");
      await expect(dialogOf(rosa)).toBeHidden();

      await rosa.goto(`${desk.portal.url}/es/network/contributions/new`);
      await rosa.getByLabel("Título", { exact: true }).fill(challenge);
      await rosa.getByLabel("Clase").selectOption("Desafío");
      await rosa.getByLabel("Añadir sobre qué trata").selectOption("Honduras");
      await expectAccessible(rosa, { colorScheme: "light", width: 390 });
      await save();
      await press(rosa, "button", "Presentar");
      await dialogOf(rosa).getByRole("button", { name: "Presentar" }).press("Enter");
      await expect(rosa.getByText("Aquí nadie ha tomado nota.")).toBeVisible();
    });

    test("el Estado responde, replica y dice hasta dónde ha llegado; tomar nota no se muestra como acuerdo", async () => {
      const ines = await desk.comes("ines@example.org", "/es/network");
      await press(ines, "link", "Recomendaciones");
      await press(ines, "link", first);
      await expect(ines.getByRole("link", { name: "Seguir escribiendo" })).toHaveCount(0);
      await press(ines, "button", "Responder por su parte");
      const form = dialogOf(ines);
      await form.getByRole("button", { name: "Firmar y anotar" }).press("Enter");
      await expect(form.getByText("Elija una respuesta.")).toBeVisible();
      await form.getByRole("radio", { name: "tomó nota" }).press("Space");
      await form.getByLabel("Con sus palabras").fill("El ministerio la estudia.");
      await expectAccessible(ines, { colorScheme: "dark", width: 390 });
      await form.getByRole("button", { name: "Firmar y anotar" }).press("Enter");
      await expect(form).toBeHidden();
      const row = ines.getByRole("row").filter({ has: ines.getByRole("rowheader", { name: "Honduras" }) });
      await expect(row).toContainText("tomó nota");
      await expect(row).not.toContainText("acepta");
      await press(ines, "button", "Decir hasta dónde se ha cumplido");
      await form.getByRole("radio", { name: "limitado" }).press("Space");
      await form.getByRole("button", { name: "Firmar y anotar" }).press("Enter");
      await expect(form).toBeHidden();
      await expect(row.getByRole("cell").nth(1)).toContainText("limitado");
      await press(ines, "button", "Replicar");
      await form.getByRole("button", { name: "Firmar y replicar" }).press("Enter");
      await expect(form.getByText("Escriba la réplica.")).toBeVisible();
      await form.getByLabel("Réplica").fill("Honduras aclara que la partida existe desde 2026.");
      await form.getByRole("button", { name: "Firmar y replicar" }).press("Enter");
      await expect(form).toBeHidden();
      await expect(ines.getByText("Honduras aclara que la partida existe desde 2026.")).toBeVisible();
      await expectAccessible(ines, { colorScheme: "light", width: 390 });
      await expectAccessible(ines, { colorScheme: "dark", width: 1440 });

      await ines.goto(`${desk.portal.url}/es/network/contributions`);
      await press(ines, "link", challenge);
      await press(ines, "button", "Tomar nota");
      await expect(form.getByText("Los demás leen: Honduras tomó nota. No dice si se comparte.")).toBeVisible();
      await form.getByRole("button", { name: "Firmar y anotar" }).press("Enter");
      await expect(ines.getByText(/^Honduras: tomó nota, /)).toBeVisible();
    });

    test("la otra mirada está al lado; la Secretaría dice sobre qué trata, y se encuentra por el indicador y en un archivo", async () => {
      const rosa = await desk.comes("rosa@example.org", "/es/network/recommendations");
      await press(rosa, "link", first);
      await press(rosa, "button", "Decir hasta dónde se ha cumplido");
      const form = dialogOf(rosa);
      await form.getByLabel("De quién").selectOption("Honduras");
      await expect(form.getByText("Como su mirada sobre Honduras, junto a lo que Honduras dice de sí.")).toBeVisible();
      await form.getByRole("radio", { name: "sin iniciar" }).press("Space");
      await form.getByRole("button", { name: "Firmar y anotar" }).press("Enter");
      await expect(form).toBeHidden();
      const row = rosa.getByRole("row").filter({ has: rosa.getByRole("rowheader", { name: "Honduras" }) });
      await expect(row.getByRole("cell").nth(1)).toContainText("limitado");
      await expect(row.getByRole("cell").nth(2)).toContainText("sin iniciar");
      await expect(rosa.getByText("Honduras aclara que la partida existe desde 2026.")).toBeVisible();

      const paula = await desk.comes("paula@example.org", "/es/network/recommendations");
      await press(paula, "link", first);
      await press(paula, "button", "Decir sobre qué trata");
      await dialogOf(paula).getByLabel("Añadir sobre qué trata").selectOption({ value: "indicator TIP-PRV-04" });
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      await dialogOf(paula).getByRole("button", { name: "Guardar", exact: true }).press("Enter");
      await expect(dialogOf(paula)).toBeHidden();
      await expect(paula.getByRole("heading", { level: 3, name: "Según la Secretaría Técnica" })).toBeVisible();
      await expect(paula.getByRole("listitem").filter({ hasText: /^TIP-PRV-04/ })).toBeVisible();
      await press(paula, "link", "Recomendaciones");
      await expect(paula.getByText("2 recomendaciones.")).toBeVisible();
      await paula.getByLabel("Sobre", { exact: true }).selectOption({ value: "TIP-PRV-04" });
      await expect(paula.getByText("1 coincidencia.")).toBeVisible();
      await expect(paula.getByText(/según dice de sí: limitado; .*: sin iniciar/)).toBeVisible();
      await expectAccessible(paula, { colorScheme: "dark", width: 390 });
      await expectAccessible(paula, { colorScheme: "light", width: 1440 });
      const arrives = paula.waitForEvent("download");
      await press(paula, "button", "Recomendaciones en un archivo: CSV");
      await expect((await arrives).suggestedFilename()).toMatch(/^recomendaciones-\d{4}-\d\d-\d\d\.csv$/);
    });

    test("lo que se muestra a todas las personas se lee junto al indicador, sin cuenta: ambas voces, con lo que se responda desde entonces", async () => {
      const reader = await desk.visits();
      await reader.goto(`${desk.portal.url}/es/indicators/TIP-PRV-04`);
      await expect(reader.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(reader.getByText("Lo que otros dicen")).toHaveCount(0);

      // What was answered before is older than the moment from which everybody reads it.
      await desk.portal.leapTo(new Date(desk.portal.clock.now().getTime() + 60_000).toISOString());
      const rosa = await desk.comes("rosa@example.org", "/es/network/recommendations");
      const form = dialogOf(rosa);
      await press(rosa, "link", first);
      await press(rosa, "button", "Cambiar quién lee esto");
      await form.getByRole("radio", { name: "Todas las personas" }).press("Space");
      await expect(form.getByText(/^Todas las personas leen sin cuenta la versión vigente/)).toBeVisible();
      await expectAccessible(rosa, { colorScheme: "light", width: 390 });
      await form.getByRole("button", { name: "Cambiar", exact: true }).press("Enter");
      // Its telephone number is asked about again, now that everybody will read it.
      await expect(form.getByText(/parece contener un número de teléfono/)).toBeVisible();
      await press(rosa, "button", "Puede quedar así: continuar. Queda anotado que lo dije.");
      await expect(form).toBeHidden();
      await expect(
        rosa.getByText(/^Todas las personas leen esto sin cuenta, y también lo que se responda desde que es así/),
      ).toBeVisible();

      const beside = reader.getByRole("region", { name: "Lo que otros dicen, y lo que responden los Estados" });
      const voice = beside.getByRole("listitem").filter({ has: reader.getByRole("heading", { name: first }) });
      await expect(async () => {
        await reader.reload();
        await expect(voice).toBeVisible({ timeout: 1_000 });
      }).toPass();
      // What was answered to the Network was not said to everybody.
      await expect(voice).toContainText("sin respuesta a la vista de todas las personas");
      await expect(reader.getByText("El ministerio la estudia.")).toHaveCount(0);
      await expect(reader.getByText("la partida existe desde 2026")).toHaveCount(0);

      const ines = await desk.comes("ines@example.org", "/es/network/recommendations");
      const answer = dialogOf(ines);
      await press(ines, "link", first);
      await press(ines, "button", "Responder por su parte");
      await answer.getByRole("radio", { name: "tomó nota" }).press("Space");
      await answer.getByLabel("Con sus palabras").fill("Honduras la lleva al consejo.");
      await answer.getByRole("button", { name: "Firmar y anotar" }).press("Enter");
      await expect(answer).toBeHidden();
      await press(ines, "button", "Replicar");
      await answer.getByLabel("Réplica").fill("La partida está en el presupuesto.");
      await answer.getByRole("button", { name: "Firmar y replicar" }).press("Enter");
      await expect(answer).toBeHidden();
      await expect(async () => {
        await reader.reload();
        await expect(voice).toContainText("La partida está en el presupuesto.", { timeout: 1_000 });
      }).toPass();
      await expect(voice).toContainText("tomó nota");
      await expect(voice).not.toContainText("acepta");
      await expect(voice).not.toContainText("Rosa Pérez");
      await expect(beside.getByText(second)).toHaveCount(0);
      for (const width of [390, 1440] as const) {
        await expectAccessible(reader, { colorScheme: "light", width });
        await expectAccessible(reader, { colorScheme: "dark", width });
      }
      // The page is drawn on the server with it, so it is read without scripts, and in English it says in which language it was written.
      const drawn = await (await fetch(`${desk.portal.url}/en/countries/HND`)).text();
      expect(drawn).toContain(first);
      expect(drawn).toContain("Not translated; in Spanish, as it was written.");
      expect(drawn).toContain("took note");
    });

    test("las dos recomendaciones y el desafío se leen juntos al lado del indicador: cada voz con lo que responde el Estado, y tomar nota no se muestra como acuerdo", async () => {
      const rosa = await desk.comes("rosa@example.org", "/es/network/recommendations");
      const paula = await desk.comes("paula@example.org", "/es/network");
      const [asRosa, asPaula] = [rosa, paula].map((page) => apiUser(page.context().request, desk.portal.url)) as [
        ApiUser,
        ApiUser,
      ];
      // The Secretariat says that both are about the indicator, as it did with the first.
      const idOf = async (kind: "recommendation" | "contribution", subject: string) => {
        type Listed = { voices: readonly { id: string; words: { subject: string } }[] };
        const { voices } = await asPaula.get<Listed>(`/voices?kind=${kind}`);
        return voices.find(({ words }) => words.subject === subject)?.id ?? "";
      };
      const ids = [await idOf("recommendation", second), await idOf("contribution", challenge)];
      for (const id of ids) {
        const links = [{ kind: "indicator", code: "TIP-PRV-04" }];
        await asPaula.send("PUT", `/voices/${id}/links`, { links });
        const { revision } = await asRosa.get<{ revision: number }>(`/voices/${id}`);
        const everybody = { visibility: "public", overruled: [] };
        await asRosa.send("POST", `/voices/${id}/visibility`, everybody, { "if-match": `"v${revision}"` });
      }

      const ines = await desk.comes("ines@example.org", "/es/network/recommendations");
      const answer = dialogOf(ines);
      await press(ines, "link", second);
      await press(ines, "button", "Responder por su parte");
      await answer.getByRole("radio", { name: "acepta en parte" }).press("Space");
      await answer.getByLabel("Con sus palabras").fill("Honduras abrirá un albergue en la costa.");
      await answer.getByRole("button", { name: "Firmar y anotar" }).press("Enter");
      await expect(answer).toBeHidden();
      await ines.goto(`${desk.portal.url}/es/network/contributions/${ids[1]}`);
      await press(ines, "button", "Tomar nota");
      await answer.getByRole("button", { name: "Firmar y anotar" }).press("Enter");
      await expect(answer).toBeHidden();

      const reader = await desk.visits();
      await reader.goto(`${desk.portal.url}/es/indicators/TIP-PRV-04`);
      const beside = reader.getByRole("region", { name: "Lo que otros dicen, y lo que responden los Estados" });
      const said = (subject: string) =>
        beside.getByRole("listitem").filter({ has: reader.getByRole("heading", { name: subject }) });
      await expect(async () => {
        await reader.reload();
        await expect(said(challenge)).toContainText("Quién tomó nota", { timeout: 1_000 });
      }).toPass();
      for (const subject of [first, second, challenge])
        await expect(said(subject)).toContainText("Red Regional de Organizaciones Civiles para las Migraciones");
      await expect(said(second)).toContainText("acepta en parte");
      await expect(said(second)).toContainText("Honduras abrirá un albergue en la costa.");
      await expect(said(second)).toContainText("Observaciones finales de 2025, párrafo 31");
      await expect(said(second)).not.toContainText("nota");
      // Whoever took note is not said to agree: with the challenge, nor with the recommendation that it took note of.
      await expect(said(challenge)).toContainText("Tomar nota no dice si se comparte.");
      for (const subject of [first, challenge])
        await expect(said(subject)).not.toContainText(/acept|de acuerdo|apoy|respald|aval/i);
      for (const [width, colorScheme] of [
        [390, "dark"],
        [1440, "light"],
      ] as const)
        await expectAccessible(reader, { colorScheme, width });
    });
  });
}
