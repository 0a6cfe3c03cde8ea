import type { MailKind } from "@avances/domain/round";
import type { WordingKind } from "@avances/domain/wording";
import { defineTexts } from "#i18n/i18n.ts";

/** Kinds of words of which a step has more than one: by what is awaited, and on which side of the date. The others are called as their step is. */
type OfOneStep = Exclude<WordingKind, MailKind>;

export const kindTexts = defineTexts(
  {
    resend_before: "Report, until its due date",
    resend_overdue: "Report, after its due date",
    resend_returned: "Clarification, until its date",
    resend_returned_overdue: "Clarification, after its date",
    progress_asked_undated: "Progress for a meeting: asked, with no day set",
    progress_by_hand_overdue: "Progress for a meeting: asked by hand, after its day",
    progress_by_hand_undated: "Progress for a meeting: asked by hand, with no day set",
    matter_resend_overdue: "Commitment: reminder sent by hand, after its day",
    matter_resend_undated: "Commitment: reminder sent by hand, with no day set",
  } satisfies Record<OfOneStep, string>,
  {
    resend_before: "Informe, hasta su fecha límite",
    resend_overdue: "Informe, después de su fecha límite",
    resend_returned: "Aclaración, hasta su fecha",
    resend_returned_overdue: "Aclaración, después de su fecha",
    progress_asked_undated: "Avances para una reunión: solicitud, sin día fijado",
    progress_by_hand_overdue: "Avances para una reunión: solicitud a mano, después de su día",
    progress_by_hand_undated: "Avances para una reunión: solicitud a mano, sin día fijado",
    matter_resend_overdue: "Compromiso: recordatorio enviado a mano, después de su día",
    matter_resend_undated: "Compromiso: recordatorio enviado a mano, sin día fijado",
  },
);
