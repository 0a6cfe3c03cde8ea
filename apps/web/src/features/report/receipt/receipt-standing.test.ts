import { submissionStatuses } from "@avances/domain/submission";
import { expect, test } from "vitest";
import { receiptTexts } from "./receipt.texts.ts";
import { receiptStanding } from "./receipt-standing.ts";

test("the newest version says that it was taken back or returned, and which of the two", () => {
  const said = submissionStatuses.map((status) => [status, receiptStanding({ version: 2, status }, [1, 2])]);
  expect(said.filter(([, standing]) => standing !== null)).toEqual([
    ["draft", { kind: "in-work", status: "draft" }],
    ["returned", { kind: "in-work", status: "returned" }],
  ]);
  const { en, es } = receiptTexts;
  expect([en.inWork.draft, es.inWork.draft].join()).toMatch(/took this version back.*retiró/);
  expect([en.inWork.returned, es.inWork.returned].join()).toMatch(/was returned.*se devolvió/);
});

test("the receipt of an older version never says what became of the newest", () => {
  for (const status of submissionStatuses)
    expect(receiptStanding({ version: 1, status }, [2, 1, 3])).toEqual({ kind: "newer", newest: 3 });
});
