import type { statusTexts } from "#ui/status.texts.ts";
import type { remindersTexts } from "./reminders.texts.ts";

type Words = (typeof remindersTexts)["en"]["result"];
type Statuses = (typeof statusTexts)["en"]["short"];

/**
 * The result of a notice in the reader's language. The ledger keeps it as the engine wrote it, in English; what a mail server
 * answered is not ours to translate and is shown as it came.
 */
export function resultWords(result: string, state: string, t: Words, statuses: Statuses): string {
  if (state === "kept" || state === "sent" || state === "queued") return "";
  const status = /^No longer due: (\w+)$/.exec(result)?.[1];
  if (status !== undefined && status in statuses) return t.noLongerDue(statuses[status as keyof Statuses]);
  if (result === "Too late to be sent") return t.tooLate;
  if (result === "A later step was due as well and went instead") return t.laterStep;
  return result;
}
