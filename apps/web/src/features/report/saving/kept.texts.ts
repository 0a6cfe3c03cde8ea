import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

/** Of answers that are kept on this device: loaded when there are any. */
export const keptTexts = defineTexts(
  {
    banner: (n: number) =>
      pluralEn(n, { one: "# answer is kept on this device", other: "# answers are kept on this device" }),
    /** Where the browser does not store them: that they are only in this page is said above. */
    bannerHeld: (n: number) => pluralEn(n, { one: "# answer is not saved yet", other: "# answers are not saved yet" }),
    text: "There is no connection to the portal. You can go on; what you write is kept here, encrypted. Answers are sent by themselves when the connection is back and the portal is open here; a note is sent by its button.",
    textPlain:
      "There is no connection to the portal. You can go on; answers are sent by themselves when the connection is back and the portal is open here; a note is sent by its button.",
    plain: "This browser cannot encrypt what it keeps for the portal.",
    alone: (n: number) =>
      pluralEn(n, {
        one: "It is sent by itself when the connection is back and the portal is open here.",
        other: "They are sent by themselves when the connection is back and the portal is open here.",
      }),
    retry: "Send now",
    stuck: (n: number) =>
      pluralEn(n, { one: "# answer of yours was not saved", other: "# answers of yours were not saved" }),
    stuckText:
      "The report cannot be changed now. What you typed stays in this browser: it is saved once the report is open again, or you discard it.",
    typed: "Typed:",
    discard: (code: string) => `Discard ${code}`,
  },
  {
    banner: (n) =>
      pluralEs(n, {
        one: "# respuesta se conserva en este dispositivo",
        other: "# respuestas se conservan en este dispositivo",
      }),
    bannerHeld: (n) =>
      pluralEs(n, { one: "# respuesta aún no está guardada", other: "# respuestas aún no están guardadas" }),
    text: "No hay conexión con el portal. Puede continuar; lo que escriba se conserva aquí, cifrado. Las respuestas se enviarán solas cuando vuelva la conexión y el portal esté abierto aquí; una nota se envía con su botón.",
    textPlain:
      "No hay conexión con el portal. Puede continuar; las respuestas se enviarán solas cuando vuelva la conexión y el portal esté abierto aquí; una nota se envía con su botón.",
    plain: "Este navegador no puede cifrar lo que conserva para el portal.",
    alone: (n) =>
      pluralEs(n, {
        one: "Se enviará sola cuando vuelva la conexión y el portal esté abierto aquí.",
        other: "Se enviarán solas cuando vuelva la conexión y el portal esté abierto aquí.",
      }),
    retry: "Enviar ahora",
    stuck: (n) => pluralEs(n, { one: "# respuesta suya no se guardó", other: "# respuestas suyas no se guardaron" }),
    stuckText:
      "Ahora el informe no puede cambiarse. Lo que escribió queda en este navegador: se guardará cuando el informe vuelva a abrirse, o puede descartarlo.",
    typed: "Escrito:",
    discard: (code) => `Descartar ${code}`,
  },
);
