import { noticeOutcomes } from "@avances/domain/round";
import { expect, test } from "vitest";
import { noticeTexts } from "#ui/notice.texts.ts";
import { statusTexts } from "#ui/status.texts.ts";
import { resultWords } from "./result-words.ts";

test("each reason of the portal's own has words in both languages; a mail server's answer stays as it came", () => {
  for (const language of ["en", "es"] as const) {
    const [{ outcome }, { short }] = [noticeTexts[language], statusTexts[language]];
    for (const code of noticeOutcomes) expect(resultWords(code, outcome, short)).not.toContain(code);
    expect(resultWords("550 No such mailbox", outcome, short)).toBe("550 No such mailbox");
  }
  const { outcome } = noticeTexts.en;
  expect(resultWords("status-changed submitted", outcome, statusTexts.en.short)).toBe(
    `${outcome["status-changed"]}: ${statusTexts.en.short.submitted}`,
  );
});
