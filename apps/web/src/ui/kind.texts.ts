import type { WordingKind } from "@avances/domain/wording";
import { defineTexts } from "#i18n/i18n.ts";

/** Reminders by hand, which are one step, by what is awaited and on which side of the date. */
export type ByHand = Extract<WordingKind, `resend_${string}`>;

export const kindTexts = defineTexts(
  {
    resend_before: "Report, until its due date",
    resend_overdue: "Report, after its due date",
    resend_returned: "Clarification, until its date",
    resend_returned_overdue: "Clarification, after its date",
  } satisfies Record<ByHand, string>,
  {
    resend_before: "Informe, hasta su fecha límite",
    resend_overdue: "Informe, después de su fecha límite",
    resend_returned: "Aclaración, hasta su fecha",
    resend_returned_overdue: "Aclaración, después de su fecha",
  },
);
