import type { MessageResult, NoticeOutcome } from "@avances/domain/round";
import type { statusTexts } from "#ui/status.texts.ts";

type Statuses = (typeof statusTexts)["en"]["short"];

/**
 * What became of a message, in the reader's language. The portal's own reasons are codes and are put into words; a mail server's reply is
 * shown as it came.
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

/** What a mail server said, with its code once: most begin their words with it. */
export function serverWords(code: number | null, answer: string): string {
  return code === null || answer.startsWith(String(code)) ? answer : `${code} ${answer}`.trim();
}
