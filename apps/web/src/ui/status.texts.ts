import { defineTexts } from "#i18n/i18n.ts";

/** The words of the field for statuses (those of the marks beside them: `standing-marks.texts.ts`; of value states: `value-state.texts.ts`). Every screen, file and mail uses these and no others. */
export const statusTexts = defineTexts(
  {
    status: {
      not_started: "Not started",
      draft: "In preparation",
      submitted: "Submitted, in review",
      returned: "Returned for clarification",
      accepted: "Accepted",
      published: "Published",
      exempt: "Exempt",
    },
    short: {
      not_started: "Not started",
      draft: "In preparation",
      submitted: "In review",
      returned: "Returned",
      accepted: "Accepted",
      published: "Published",
      exempt: "Exempt",
    },
    /** Beside the status of a report that an exempt country prepares or has sent. */
    voluntary: "Exempt, voluntary report",
  },
  {
    status: {
      not_started: "Sin iniciar",
      draft: "En preparación",
      submitted: "Enviado, en revisión",
      returned: "Devuelto para aclaración",
      accepted: "Aceptado",
      published: "Publicado",
      exempt: "Exento",
    },
    short: {
      not_started: "Sin iniciar",
      draft: "En preparación",
      submitted: "En revisión",
      returned: "Devuelto",
      accepted: "Aceptado",
      published: "Publicado",
      exempt: "Exento",
    },
    voluntary: "Exento, informe voluntario",
  },
);
