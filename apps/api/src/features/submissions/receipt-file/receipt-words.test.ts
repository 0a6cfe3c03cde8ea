import type { getReceipt, ReplyOf } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { expect, test } from "vitest";
import { receiptDocument } from "./receipt-words.ts";

const receipt = {
  ...{ country: "CRI", year: 2027, referenceYear: 2026, version: 2, timeZone: "America/Costa_Rica" },
  ...{ submittedAt: "2027-05-11T15:00:00.000Z", submittedByName: "Ana Mora", signedAt: null, signedByName: null },
  ...{ contentHash: "9f".repeat(32), timeliness: { kind: "on_time", daysLate: 0 } },
  progress: { reported: 1, notAvailable: 0, notApplicable: 0, expected: 60, answered: 1 },
} as unknown as Omit<ReplyOf<typeof getReceipt>, "questionsLeft">;
const country = { name: { en: "Costa Rica", es: "Costa Rica" }, capital: { en: "San José", es: "San José" } };
const question = (indicatorCode: string | null, id = indicatorCode ?? "") => ({ id, indicatorCode });

function left(questionsLeft: ReplyOf<typeof getReceipt>["questionsLeft"]) {
  return languages.map((language) => {
    const facts = {
      receipt: { ...receipt, questionsLeft },
      country,
      isDemonstration: false,
      address: "https://x.example",
    };
    const { facts: rows } = receiptDocument(facts, language);
    return rows.filter(({ term }) => /^(Questions|Preguntas)/.test(term));
  });
}

test("the receipt lists the questions that were left without an answer, and says nothing of them when none was", () => {
  expect(left([])).toEqual([[], []]);
  expect(
    left([question(null), question("TIP-JUS-02", "a"), question("TIP-JUS-02", "b"), question("SOM-PRO-01")]),
  ).toEqual([
    [{ term: "Questions left without an answer", value: "4: the whole report, TIP-JUS-02 (2), SOM-PRO-01" }],
    [{ term: "Preguntas sin respuesta", value: "4: todo el informe, TIP-JUS-02 (2), SOM-PRO-01" }],
  ]);
});
