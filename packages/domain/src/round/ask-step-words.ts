import type { Language } from "../catalogue/language.ts";
import type { AskStep } from "./notice-calendar.ts";

/** How the steps that ask are called, on pages and in files. Not beside the calendar, which pages of visitors load: they name no step. */
export const askStepWords: Readonly<Record<Language, Readonly<Record<AskStep, string>>>> = {
  en: {
    opening: "Opening of the round",
    before_30: "30 days before",
    before_14: "14 days before",
    before_7: "7 days before",
    before_1: "The day before",
    due_today: "Due today",
    overdue_1: "1 day after",
    overdue_7: "7 days after",
    escalation_14: "14 days after: good offices",
    escalation_30: "30 days after: good offices",
    closing_45: "45 days after: closing",
    returned_before_5: "Clarification: 5 days before",
    returned_before_1: "Clarification: the day before",
    returned_overdue_1: "Clarification: 1 day after",
    returned: "Returned for clarification",
    resend: "Reminder by the Secretariat",
  },
  es: {
    opening: "Apertura de la ronda",
    before_30: "30 días antes",
    before_14: "14 días antes",
    before_7: "7 días antes",
    before_1: "El día anterior",
    due_today: "Vence hoy",
    overdue_1: "1 día después",
    overdue_7: "7 días después",
    escalation_14: "14 días después: buenos oficios",
    escalation_30: "30 días después: buenos oficios",
    closing_45: "45 días después: cierre",
    returned_before_5: "Aclaración: 5 días antes",
    returned_before_1: "Aclaración: el día anterior",
    returned_overdue_1: "Aclaración: 1 día después",
    returned: "Devuelto para aclaración",
    resend: "Recordatorio de la Secretaría",
  },
};
