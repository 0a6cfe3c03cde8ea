import type { Locator } from "playwright";
import { describe, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { signInByApi } from "../support/api-user.ts";
import type { DeskOfTwo } from "../support/desk-of-two.ts";
import { expect } from "../support/expect.ts";
import { tabTo } from "../support/keyboard.ts";
import { addPeople } from "../support/people.ts";

/** What the Secretariat owes the members, followed from the meeting at which it was promised to the one that said what became of it. */
export function describeCommitment(desk: DeskOfTwo): void {
  describe("el compromiso del punto 3b", () => {
    const what = "Enviar los detalles y antecedentes a los países miembros";
    const meeting = "Red de Funcionarios de Enlace, 11 de marzo de 2027";
    const others = [
      { email: "ana@example.org", name: "Ana Mora", country: "CRI" },
      { email: "luz@example.org", name: "Luz Ixchop", country: "GTM" },
      { email: "itzel@example.org", name: "Itzel Barría", country: "PAN" },
    ];
    let page = "";
    const mailed = (since: number) =>
      desk.portal.mail.messages
        .slice(since)
        .filter(({ mail }) => mail.subject?.includes("compromiso"))
        .flatMap(({ to }) => to)
        .sort();

    test("la Secretaría lo registra con el teclado, lo presenta y lo envía; cada quien recibe un mensaje sin su texto", async () => {
      await addPeople(
        desk.portal,
        others.map((one) => ({ ...one, role: "focal_point" as const, language: "es" as const })),
      );
      const paula = await desk.comes("paula@example.org", "/es/network/commitments");
      await expect(paula.getByText("No se ha registrado ningún compromiso que usted pueda leer.")).toBeVisible();
      await paula.getByRole("link", { name: "Registrar un compromiso" }).press("Enter");
      await expect(paula.getByRole("heading", { level: 1, name: "Registrar un compromiso" })).toBeFocused();
      // What is missing is said, and nothing is entered.
      await paula.getByRole("button", { name: "Guardar el borrador" }).press("Enter");
      await expect(paula.getByText("Escriba un título.")).toBeVisible();
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      await expectAccessible(paula, { colorScheme: "dark", width: 1440 });
      const typeInto = async (target: Locator, text: string) => {
        await tabTo(paula, target);
        await paula.keyboard.type(text);
      };
      await paula.getByRole("radio", { name: "Español" }).focus();
      await typeInto(paula.getByLabel("Título").first(), what);
      await tabTo(paula, paula.getByLabel("Reunión en que se asumió"));
      await paula.keyboard.type("Red de");
      await typeInto(paula.getByLabel("Punto"), "3b");
      await tabTo(paula, paula.getByLabel("Quién lo debe"));
      await paula.keyboard.type("Secretar");
      await tabTo(paula, paula.getByRole("button", { name: "Guardar el borrador" }));
      await paula.keyboard.press("Enter");
      await expect(paula.getByRole("heading", { level: 1, name: what })).toBeFocused();
      await expect(paula.getByText("Borrador. Visible, cuando se presente, para: Integrantes")).toBeVisible();
      page = new URL(paula.url()).pathname;

      await tabTo(paula, paula.getByRole("button", { name: "Presentarlo" }));
      await paula.keyboard.press("Enter");
      await tabTo(paula, paula.getByRole("dialog").getByRole("button", { name: "Presentarlo" }));
      await paula.keyboard.press("Enter");
      await expect(paula.getByText("Visible para: Integrantes")).toBeVisible();

      await tabTo(paula, paula.getByRole("button", { name: "Enviarlo" }));
      await paula.keyboard.press("Enter");
      const form = paula.getByRole("dialog");
      for (const name of ["Costa Rica", "Guatemala", "Honduras", "Panamá"]) {
        await tabTo(paula, form.getByRole("checkbox", { name, exact: true }));
        await paula.keyboard.press("Space");
      }
      await form.getByLabel("Respuestas a más tardar").fill("2027-04-16");
      await tabTo(paula, form.getByRole("button", { name: "Ver los mensajes" }));
      await paula.keyboard.press("Enter");
      await expect(form.getByText("Se enviarían 4 mensajes")).toBeVisible();
      await expectAccessible(paula, { colorScheme: "light", width: 390 }, "dialog");
      const before = desk.portal.mail.messages.length;
      await tabTo(paula, form.getByRole("button", { name: "Enviar", exact: true }));
      await paula.keyboard.press("Enter");
      await expect(form).toBeHidden();
      await expect(paula.getByText("Respondieron 0 de 4.")).toBeVisible();
      await desk.portal.settleMail();
      expect(mailed(before)).toEqual([
        ...["ana@example.org", "ines@example.org", "itzel@example.org", "luz@example.org"],
      ]);
      const [first] = desk.portal.mail.messages.slice(before);
      expect(first?.mail.subject).toBe("Para su respuesta: compromiso, reunión del 11 de marzo de 2027 (punto 3b)");
      expect(first?.mail.text).toContain(`${desk.portal.url}${page}`);
      expect(first?.mail.text).not.toContain("antecedentes");
      await expectAccessible(paula, { colorScheme: "dark", width: 390 });
      await expectAccessible(paula, { colorScheme: "light", width: 1440 });
    });

    test("tres países responden, uno sin comentarios; un texto con datos de una persona se pregunta antes", async () => {
      const answers = [
        ["ines@example.org", "Honduras apoya el espacio permanente."],
        ["ana@example.org", null],
        ["luz@example.org", "Consulte a la señora Rosa Vargas, cédula 1-0987-0654."],
      ] as const;
      for (const [email, text] of answers) {
        const visitor = await desk.comes(email, page);
        await expect(visitor.getByText("Día fijado para responder: viernes, 16 de abril de 2027.")).toBeVisible();
        if (text === null) {
          await tabTo(visitor, visitor.getByRole("radio", { name: "Respondemos" }));
          await visitor.keyboard.press("ArrowDown");
        } else {
          await tabTo(visitor, visitor.getByLabel("Su respuesta"));
          await visitor.keyboard.type(text);
        }
        await tabTo(visitor, visitor.getByRole("button", { name: "Responder", exact: true }));
        await visitor.keyboard.press("Enter");
        if (email === "luz@example.org") {
          await expect(visitor.getByText("¿Trata de una persona?")).toBeVisible();
          await expectAccessible(visitor, { colorScheme: "light", width: 390 });
          await visitor.getByRole("button", { name: /Puede quedar así/ }).press("Enter");
        }
        await expect(visitor.getByRole("button", { name: "Responder de nuevo" })).toBeVisible();
      }
      const paula = await desk.comes("paula@example.org", page);
      await expect(paula.getByText("Respondieron 3 de 4.")).toBeVisible();
      const row = (name: string) =>
        paula.getByRole("row").filter({ has: paula.getByRole("rowheader", { name, exact: true }) });
      await expect(row("Costa Rica").first()).toContainText("Sin comentarios");
      await expect(row("Panamá").first()).toContainText("se espera");
      await expect(row("Panamá").first()).toContainText("no visto");
      const [overruled] = await desk.portal.rows<{ count: number }>(
        "select count(*)::int as count from app.audit_event where action = 'details.overruled' and object_id = $1",
        [page.split("/").at(-1)],
      );
      expect(overruled?.count).toBe(1);
    });

    test("solo a quien no ha respondido se le recuerda, por sí solo y a mano; su libro de solicitudes lo cuenta aparte", async () => {
      const start = desk.portal.mail.messages.length;
      // Whoever gets a message about the report that day is asked on the next working day.
      for (const day of ["2027-04-08", "2027-04-09", "2027-04-12"]) await desk.portal.goTo(`${day}T15:30:00Z`);
      expect(mailed(start)).toEqual(["itzel@example.org"]);
      // The session of before has ended meanwhile.
      const jorge = await signInByApi(desk.portal, "jorge@example.org");
      const asksOfPanama = () => jorge.get<{ rounds: readonly { asks: number }[] }>("/asks/PAN");
      const asked = (await asksOfPanama()).rounds[0]?.asks;
      const paula = await desk.comes("paula@example.org", page);
      await tabTo(paula, paula.getByRole("button", { name: "Recordar" }));
      await paula.keyboard.press("Enter");
      const form = paula.getByRole("dialog");
      await expect(form.getByRole("checkbox")).toHaveCount(1);
      await tabTo(paula, form.getByRole("button", { name: "Ver los mensajes" }));
      await paula.keyboard.press("Enter");
      await expect(form.getByText("Se enviaría 1 mensaje")).toBeVisible();
      await tabTo(paula, form.getByRole("button", { name: "Enviar el recordatorio" }));
      await paula.keyboard.press("Enter");
      await expect(form).toBeHidden();
      await desk.portal.settleMail();
      expect(mailed(start)).toEqual(["itzel@example.org", "itzel@example.org"]);
      await paula.goto(`${desk.portal.url}/es/asks/PAN`);
      await expect(paula.getByRole("heading", { name: "Compromisos de la Red" })).toBeVisible();
      const own = paula.getByRole("region", { name: "Compromisos de la Red" });
      await expect(own.getByRole("listitem")).toHaveCount(3);
      expect((await asksOfPanama()).rounds[0]?.asks).toBe(asked);
      await jorge.leave();
    });

    test("la reunión siguiente dice qué resultó, y el tablero lo muestra", async () => {
      await desk.portal.goTo("2027-05-13T15:30:00Z");
      const jorge = await signInByApi(desk.portal, "jorge@example.org");
      await jorge.send("POST", "/meetings", {
        ...{ body: "LON", heldOn: "2027-05-12", untilOn: null, place: "Tegucigalpa", host: "HND", publicSource: null },
      });
      const { meetings } = await jorge.get<{ meetings: readonly { id: string; heldOn: string }[] }>("/meetings");
      const next = meetings.find(({ heldOn }) => heldOn === "2027-05-12")?.id;
      await jorge.send("POST", `/meetings/${next}/hold`, undefined, { "if-match": '"v1"' });
      await jorge.leave();
      const paula = await desk.comes("paula@example.org", "/es/network/commitments");
      await expect(
        paula.getByText(
          "1 compromiso pendiente: ninguno está vencido; 1 se trasladó al menos a una reunión posterior.",
        ),
      ).toBeVisible();
      await expectAccessible(paula, { colorScheme: "light", width: 390 });
      await expectAccessible(paula, { colorScheme: "dark", width: 1440 });
      await tabTo(paula, paula.getByRole("link", { name: what }));
      await paula.keyboard.press("Enter");
      await tabTo(paula, paula.getByRole("button", { name: "Anotar el resultado" }));
      await paula.keyboard.press("Enter");
      const form = paula.getByRole("dialog");
      await expect(form.getByLabel("Reunión")).toContainText("12 de mayo de 2027");
      await tabTo(paula, form.getByLabel("Lo que dijo"));
      await paula.keyboard.type("La Red tomó nota de las respuestas de tres países.");
      await form.getByRole("radio", { name: "Cumplido" }).focus();
      await paula.keyboard.press("Space");
      await tabTo(paula, form.getByRole("button", { name: "Anotar", exact: true }));
      await paula.keyboard.press("Enter");
      await expect(form).toBeHidden();
      await expect(paula.getByRole("heading", { name: "Resultado" })).toBeVisible();
      await expect(
        paula.getByText("La Red tomó nota de las respuestas de tres países.", { exact: true }),
      ).toBeVisible();
      const ines = await desk.comes("ines@example.org", "/es/network/commitments");
      await expect(
        ines.getByText("Nada de lo que usted puede leer está pendiente ahora. Además: 1 cumplido."),
      ).toBeVisible();
      await expect(ines.getByRole("link", { name: meeting })).toBeVisible();
      // Nothing more goes to Panama, which never answered.
      const end = desk.portal.mail.messages.length;
      await desk.portal.goTo("2027-05-25T15:30:00Z");
      expect(mailed(end)).toEqual([]);
    });
  });
}
