import { defineTexts } from "#i18n/i18n.ts";

/** Of taking a submitted report back. */
export const withdrawTexts = defineTexts(
  {
    button: "Take the report back",
    title: "Take the report back?",
    text: "You can then change answers and submit again. Version and receipt stay in the record, and the report still counts as received on its first date.",
    reason: "Why (shared with the Secretariat)",
    confirm: "Take it back",
    cancel: "Leave it as it is",
  },
  {
    button: "Retirar el informe",
    title: "¿Retirar el informe?",
    text: "Podrá cambiar respuestas y enviarlo de nuevo. La versión y su constancia quedan en el registro, y el informe sigue contando como recibido en su primera fecha.",
    reason: "Motivo (se comparte con la Secretaría)",
    confirm: "Retirarlo",
    cancel: "Dejarlo como está",
  },
);
