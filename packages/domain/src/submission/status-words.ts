import type { Language } from "../catalogue/language.ts";
import type { SubmissionStatus } from "./submission-status.ts";

interface StatusWords {
  readonly status: Readonly<Record<SubmissionStatus, string>>;
  /** One or two words, for tables. */
  readonly short: Readonly<Record<SubmissionStatus, string>>;
}

/** The words of the field for the statuses. Every screen, file and mail uses these and no others. */
export const statusWords: Readonly<Record<Language, StatusWords>> = {
  en: {
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
  },
  es: {
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
  },
};
