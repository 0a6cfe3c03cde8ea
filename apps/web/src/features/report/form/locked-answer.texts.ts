import { defineTexts } from "#i18n/i18n.ts";

/** Answers of a returned report that nobody asks about. Instants come formatted. */
export const lockedTexts = defineTexts(
  {
    locked: "The Secretariat has not asked about this answer: it stays as it was sent.",
    open: "Open this answer…",
    reason: "Why does this answer have to change?",
    help: "The Secretariat reads your reason beside the answer. Answers that rules tie to it are opened too.",
    tooShort: "Please say in a sentence why.",
    send: "Open the answer",
    leave: "Leave it as it is",
    late: {
      open: "Your reason can no longer be sent: the answer is open by now and can be changed above. The text stays here until you discard it.",
      fixed:
        "Your reason can no longer be sent: the report cannot be changed now. The text stays here until you discard it.",
      drop: "Discard the text",
    },
    opened: (who: string, at: string) => `Opened by ${who} on ${at}:`,
    refused: {
      "not-available-now": "Nothing was done: somebody has opened it already, or it is not locked.",
      "submission-not-editable": "Nothing was done: the report was sent in the meantime.",
    },
  },
  {
    locked: "La Secretaría no preguntó por esta respuesta: queda como se envió.",
    open: "Reabrir esta respuesta…",
    reason: "¿Por qué debe cambiar esta respuesta?",
    help: "La Secretaría lee su motivo junto a la respuesta. También se abren las que las reglas ligan a ella.",
    tooShort: "Le rogamos decir en una frase por qué.",
    send: "Reabrir la respuesta",
    leave: "Dejarla como está",
    late: {
      open: "Su motivo ya no puede enviarse: la respuesta ya está abierta y puede cambiarse arriba. El texto queda aquí hasta que lo descarte.",
      fixed:
        "Su motivo ya no puede enviarse: el informe no puede cambiarse ahora. El texto queda aquí hasta que lo descarte.",
      drop: "Descartar el texto",
    },
    opened: (who, at) => `Reabierta por ${who} el ${at}:`,
    refused: {
      "not-available-now": "No se hizo nada: alguien ya la reabrió, o no está cerrada.",
      "submission-not-editable": "No se hizo nada: entretanto se envió el informe.",
    },
  },
);
