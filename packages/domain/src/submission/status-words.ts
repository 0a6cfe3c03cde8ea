import type { Language } from "../catalogue/language.ts";
import type { SubmissionStatus } from "./submission-status.ts";

/** The words of the field for the statuses, for files. Those of pages, in long and short, are in `ui/status.texts.ts` of the web application and are held to be the same. */
export const statusWords: Readonly<Record<Language, Readonly<Record<SubmissionStatus, string>>>> = {
  en: {
    not_started: "Not started",
    draft: "In preparation",
    submitted: "Submitted, in review",
    returned: "Returned for clarification",
    accepted: "Accepted",
    published: "Published",
    exempt: "Exempt",
  },
  es: {
    not_started: "Sin iniciar",
    draft: "En preparación",
    submitted: "Enviado, en revisión",
    returned: "Devuelto para aclaración",
    accepted: "Aceptado",
    published: "Publicado",
    exempt: "Exento",
  },
};
