import { languages } from "@avances/domain/catalogue";
import { statusWords } from "@avances/domain/submission";
import { expect, test } from "vitest";
import { statusTexts } from "./status.texts.ts";

test("pages and files say a status in the same words", () => {
  // Pages do not import them: the first page would load the rules of reports with them.
  for (const language of languages) expect(statusTexts[language].status).toEqual(statusWords[language]);
});
