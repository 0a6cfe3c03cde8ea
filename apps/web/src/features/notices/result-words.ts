import type { MessageResult, NoticeOutcome } from "@avances/domain/round";
import type { statusTexts } from "#ui/status.texts.ts";

type Statuses = (typeof statusTexts)["en"]["short"];

/**
 * What became of a message, in the reader's language: the portal's own reasons are codes; what a mail server answered is not ours to
 * translate and is shown as it came.
 */
export function resultWords(
  result: MessageResult,
  words: Readonly<Record<NoticeOutcome, string>>,
  statuses: Statuses,
): string {
  if (result.by === "mail_server") return result.answer;
  const { code, status } = result;
  return status === null ? words[code] : `${words[code]}: ${statuses[status]}`;
}
