import type { Page } from "playwright";
import { describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { aDeskOfTwo } from "./support/desk-of-two.ts";
import { expect } from "./support/expect.ts";

/** The words of reminders: edited beside the whole message, refused where they cannot stand, sent, and taken back. */
describe("los textos de los recordatorios", () => {
  const desk = aDeskOfTwo();

  test("se edita junto al mensaje completo; sin su marcador se rechaza; el recordatorio sale con las palabras nuevas", async () => {
    const paula = await desk.comes("paula@example.org", "/es/rounds/2027/reminders");
    await paula.getByRole("link", { name: "Textos de los recordatorios" }).click();
    await expect(paula.getByRole("heading", { level: 1, name: "Textos de los recordatorios" })).toBeVisible();
    await expectAccessible(paula, { colorScheme: "light", width: 390 });
    await paula.getByRole("link", { name: /Informe, hasta su fecha límite, Español/ }).click();
    const message = paula.getByRole("article", { name: "El mensaje completo" });
    const subject = paula.getByLabel("Asunto", { exact: true });
    await paula.getByLabel("País de muestra").selectOption({ label: "Honduras" });
    await expect(message).toContainText(
      "Solicitud n.º 2, faltan 79 días: informe de Honduras, ronda 2027 (30 de abril)",
    );
    await expect(
      paula.getByText(/Para Inés Mejía\..*Todos los hechos que contiene son los de este momento/),
    ).toBeVisible();

    // Without its placeholder, with a fact, and informal: each is said at its part, and nothing is saved.
    await subject.fill("Atento recordatorio: {{country}}, ronda {{round}}");
    await paula
      .getByRole("textbox", { name: "Palabras antes de la solicitud" })
      .fill("El plazo vence en abril, Honduras.");
    await paula.getByRole("textbox", { name: "Palabras después de la solicitud" }).fill("Esperamos tu respuesta.");
    await paula.getByRole("button", { name: "Guardar como texto vigente" }).click();
    await expect(paula.getByText("Falta {{standing}}: debe estar en esta parte.")).toBeVisible();
    await expect(paula.getByText(/«abril»: los días y los plazos vienen de marcadores/)).toBeVisible();
    await expect(paula.getByText(/«Honduras»: este texto se dirige a todos los países/)).toBeVisible();
    await expect(paula.getByText(/«tu» no es la forma de dirigirse a una autoridad/)).toBeVisible();
    await expect(paula.getByText(/las palabras anteriores a su último cambio/)).toBeVisible();
    await expectAccessible(paula, { colorScheme: "dark", width: 390 });
    await expectAccessible(paula, { colorScheme: "light", width: 1440 });
    expect(await desk.portal.rows("select 1 from app.notice_wording")).toEqual([]);

    await subject.fill("Atento recordatorio, : {{country}}, ronda {{round}}");
    await subject.evaluate((field: HTMLInputElement) => field.setSelectionRange(21, 21));
    await paula.getByRole("button", { name: "Insertar {{standing}} en: Asunto" }).click();
    await expect(subject).toHaveValue("Atento recordatorio, {{standing}}: {{country}}, ronda {{round}}");
    await expect(subject).toBeFocused();
    await paula
      .getByRole("textbox", { name: "Palabras antes de la solicitud" })
      .fill("La Secretaría Técnica saluda con aprecio a {{country}}.");
    await paula
      .getByRole("textbox", { name: "Palabras después de la solicitud" })
      .fill("Agradecemos de antemano su colaboración.");
    await expect(message).toContainText("La Secretaría Técnica saluda con aprecio a Honduras.");
    // What was typed is there after the page was loaded anew.
    await paula.reload();
    await expect(paula.getByRole("textbox", { name: "Palabras después de la solicitud" })).toHaveValue(
      "Agradecemos de antemano su colaboración.",
    );
    await paula.getByLabel("País de muestra").selectOption({ label: "Honduras" });
    await paula.getByRole("radio", { name: "Texto simple" }).check();
    await expect(message).toContainText("[enlace retirado: pertenece solo a quien lo recibe]");
    await paula.getByLabel("Su informe").selectOption({ label: "retirado por el país" });
    await expect(paula.getByText(/En este caso el mensaje lleva el texto de origen/)).toBeVisible();
    await paula.getByLabel("Su informe").selectOption({ label: "con todas las respuestas" });
    await expect(message).toContainText("Revisar y enviar el informe");
    await expect(paula.getByText(/Se supone para esta vista: .*cuánto está respondido/)).toBeVisible();
    await paula.getByRole("button", { name: "Guardar como texto vigente" }).click();
    await expect(paula.getByText(/Guardado: la versión 1 está vigente/).first()).toBeVisible();
    await expect(paula.getByText("Paula Rivas", { exact: false }).last()).toBeVisible();

    await paula.goto(`${desk.portal.url}/es/rounds/2027/reminders?tab=send&countries=HND`);
    await paula.getByRole("button", { name: "Mostrar los mensajes" }).click();
    await expect(paula.getByText("La Secretaría Técnica saluda con aprecio a Honduras.")).toBeVisible();
    // Somebody edits the words between the look and the press: nothing is sent unseen.
    await desk.jorge.send("POST", "/templates/resend_before/es", {
      words: {
        subject: "Atento recordatorio, {{standing}}: {{country}}, ronda {{round}}",
        opening: "La Secretaría Técnica saluda con especial aprecio a {{country}}.",
        closing: "Agradecemos de antemano su colaboración.",
      },
      basedOn: 1,
    });
    const send = async () => {
      await paula
        .getByRole("button", { name: /^Enviar/ })
        .last()
        .click();
      await paula
        .getByRole("dialog")
        .getByRole("button", { name: /^Enviar/ })
        .click();
    };
    await send();
    await expect(
      paula.getByText("Desde que usted vio los mensajes, se editó su texto.", { exact: false }),
    ).toBeVisible();
    await expect(paula.getByText("saluda con especial aprecio a Honduras")).toBeVisible();
    const toInes = () =>
      desk.portal.mail.messages.filter(({ to }) => to.includes("ines@example.org")).map(({ mail }) => mail);
    expect(toInes().some(({ subject: said }) => said?.includes("Atento recordatorio"))).toBe(false);
    await send();
    await expect
      .poll(() => toInes().at(-1)?.subject)
      .toContain("Atento recordatorio, faltan 79 días: Honduras, ronda 2027");
    const mail = toInes().at(-1);
    expect(mail?.text).toContain(
      "La Secretaría Técnica saluda con especial aprecio a Honduras.\n\nLe rogamos enviar el informe de Honduras",
    );
    expect(String(mail?.html)).toContain("Agradecemos de antemano su colaboración.");
  });

  test("una solicitud de la Red: se edita junto al mensaje de la próxima reunión y sale con las palabras nuevas", async () => {
    const meeting = await desk.jorge.send<{ readonly id: string }>("POST", "/meetings", {
      ...{ body: "LON", heldOn: "2027-05-12", untilOn: null, place: "San José", host: "CRI", publicSource: null },
    });
    const paula = await desk.comes("paula@example.org", "/es/words");
    await expect(paula.getByText("Avances antes de una reunión de la Red")).toBeVisible();
    await expectAccessible(paula, { colorScheme: "dark", width: 390 });
    await paula.getByRole("link", { name: /Avances para una reunión: solicitud a mano, Español/ }).click();
    const message = paula.getByRole("article", { name: "El mensaje completo" });
    const subject = paula.getByLabel("Asunto", { exact: true });
    await paula.getByLabel("País de muestra").selectOption({ label: "Honduras" });
    await expect(message).toContainText(
      "Solicitud, faltan 77 días (28 de abril de 2027): avances para la reunión del 12 de mayo de 2027",
    );
    await expect(
      paula.getByText(/Para Inés Mejía\..*Todos los hechos que contiene son los de este momento/),
    ).toBeVisible();
    // One state alone: there is nothing to choose.
    await expect(paula.getByLabel("Su informe")).toHaveCount(0);
    await subject.fill("Atenta solicitud, {{standing}}, ronda {{round}}");
    await paula.getByRole("button", { name: "Guardar como texto vigente" }).click();
    await expect(paula.getByText("Falta {{meeting}}: debe estar en esta parte.")).toBeVisible();
    await expect(paula.getByText("{{round}} no puede estar en esta parte de este mensaje.")).toBeVisible();
    await subject.fill("Atenta solicitud, {{standing}}: {{meeting}}");
    await paula
      .getByRole("textbox", { name: "Palabras antes de la solicitud" })
      .fill("La Secretaría Técnica saluda con aprecio a {{country}}.");
    await expect(message).toContainText("La Secretaría Técnica saluda con aprecio a Honduras.");
    await expect(message).toContainText("miércoles 28 de abril de 2027 a las 23:59, hora de Tegucigalpa");
    await expectAccessible(paula, { colorScheme: "light", width: 1440 });
    await paula.getByRole("button", { name: "Guardar como texto vigente" }).click();
    await expect(paula.getByText(/Guardado: la versión 1 está vigente/).first()).toBeVisible();

    await paula.goto(`${desk.portal.url}/es/network/meetings/${meeting.id}`);
    await paula.getByRole("button", { name: "Solicitar a mano" }).click();
    await paula.getByRole("button", { name: "Ver los mensajes" }).click();
    await expect(paula.getByText(/Se enviaría 1 mensaje/)).toBeVisible();
    // Somebody edits the words between the look and the press: nothing is sent unseen.
    await desk.jorge.send("POST", "/templates/progress_by_hand/es", {
      words: {
        subject: "Muy atenta solicitud, {{standing}}: {{meeting}}",
        ...{ opening: "La Secretaría Técnica saluda con especial aprecio a {{country}}.", closing: "" },
      },
      basedOn: 1,
    });
    await paula.getByRole("button", { name: "Enviar", exact: true }).click();
    await expect(paula.getByText(/No se envió nada: .*se editó su texto/)).toBeVisible();
    await paula.getByRole("button", { name: "Ver de nuevo" }).click();
    await paula.getByRole("button", { name: "Ver los mensajes" }).click();
    await paula.getByRole("button", { name: "Enviar", exact: true }).click();
    await expect
      .poll(() => desk.portal.mail.messages.at(-1)?.mail.subject)
      .toContain("Muy atenta solicitud, faltan 77 días (28 de abril de 2027): reunión del 12 de mayo de 2027");
    expect(desk.portal.mail.messages.at(-1)?.mail.text).toContain(
      "La Secretaría Técnica saluda con especial aprecio a Honduras.\n\nCon miras a la reunión",
    );
  });

  test("dos personas a la vez: lo escrito no se pierde; se vuelve a una versión anterior y al texto de origen", async () => {
    const path = "/es/words?message=before_30-es";
    const [paula, other] = [await desk.comes("paula@example.org", path), await desk.comes("jorge@example.org", path)];
    const closing = (page: Page) => page.getByRole("textbox", { name: "Palabras después de la solicitud" });
    await closing(other).fill("Con gusto atendemos sus preguntas.");
    await closing(paula).fill("Quedamos a su disposición.");
    await paula.getByRole("button", { name: "Guardar como texto vigente" }).click();
    await expect(paula.getByText(/la versión 1 está vigente/).first()).toBeVisible();
    await other.getByRole("button", { name: "Guardar como texto vigente" }).click();
    await expect(other.getByText(/Paula Rivas guardó la versión 1 el/)).toBeVisible();
    await expect(closing(other)).toHaveValue("Con gusto atendemos sus preguntas.");
    await expectAccessible(other, { colorScheme: "light", width: 390 });
    await other.getByRole("button", { name: "Conservar lo mío, para guardarlo sobre este" }).click();
    await other.getByRole("button", { name: "Guardar como texto vigente" }).click();
    await expect(other.getByText(/la versión 2 está vigente/).first()).toBeVisible();
    await other.getByRole("button", { name: "Volver a este texto: Versión 1" }).click();
    await other.getByRole("dialog").getByRole("button", { name: "Volver a este texto" }).click();
    await expect(closing(other)).toHaveValue("Quedamos a su disposición.");
    await other.getByRole("button", { name: "Volver a este texto: Texto de origen" }).click();
    await other.getByRole("dialog").getByRole("button", { name: "Volver a este texto" }).click();
    await expect(closing(other)).toHaveValue(/Este tiempo puede servir/);
    await expect(
      other.getByText("Versión 4 · vigente · el texto de origen · cambió: Palabras después de la solicitud"),
    ).toBeVisible();
    // By the keyboard alone: from the list to the words and back.
    await other.goto(`${desk.portal.url}/es/words`);
    await other.getByRole("link", { name: /30 días antes, Español/ }).focus();
    await other.keyboard.press("Enter");
    await expect(other.getByRole("heading", { level: 1, name: "30 días antes, Español" })).toBeFocused();
  });
});
