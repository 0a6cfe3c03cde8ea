import { languages } from "@avances/domain/catalogue";
import { noticeOutcomes } from "@avances/domain/round";
import { expect, test } from "vitest";
import { noticeTexts } from "#ui/notice.texts.ts";
import { statusTexts } from "#ui/status.texts.ts";
import { resultWords, serverWords } from "./result-words.ts";

test("each reason of the portal's own has words in both languages; a mail server's answer stays as it came", () => {
  for (const language of languages) {
    const [{ outcome }, { short }] = [noticeTexts[language], statusTexts[language]];
    for (const code of noticeOutcomes)
      expect(resultWords({ by: "portal", code, status: null }, outcome, short)).not.toContain(code);
    const answer = "550 No such mailbox";
    expect(resultWords({ by: "mail_server", answer }, outcome, short)).toBe(answer);
  }
  const { outcome } = noticeTexts.en;
  const changed = { by: "portal", code: "status-changed", status: "submitted" } as const;
  expect(resultWords(changed, outcome, statusTexts.en.short)).toBe(
    `${outcome["status-changed"]}: ${statusTexts.en.short.submitted}`,
  );
});

test("what a mail server said has its code once", () => {
  expect(serverWords(550, "550 5.1.1 User unknown")).toBe("550 5.1.1 User unknown");
  expect(serverWords(550, "5.1.1 User unknown")).toBe("550 5.1.1 User unknown");
  expect(serverWords(null, "Connection timed out")).toBe("Connection timed out");
  expect(serverWords(550, "")).toBe("550");
});
