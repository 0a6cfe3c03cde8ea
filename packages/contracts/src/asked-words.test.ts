import { expect, test } from "vitest";
import { allTexts } from "../testing/texts.ts";
import { allContracts } from "./all-contracts.ts";
import { wordsToAsk } from "./asked-words.ts";
import { correctMeeting, saveAgenda, withdrawTerm } from "./network/index.ts";
import { freeWords } from "./values.ts";

const words = allTexts.flatMap(({ at, schema }) => {
  const askedBy = freeWords.get(schema)?.askedBy;
  const [operationId = ""] = at.split(/[.[|{]/);
  const contract = allContracts.find((one) => one.operationId === operationId);
  return askedBy === undefined || contract === undefined ? [] : [{ at, askedBy, contract }];
});
const mayBeAsked = ({ contract }: (typeof words)[number]) => contract.problems?.includes("personal-details") === true;
const named = (some: typeof words) => [...new Set(some.map(({ contract }) => contract.operationId))].sort();

// That the words of every operation are asked about indeed, also those that its act asks about, is tried in `idempotency.test.ts`.

/** Operations whose free words nobody asks about, each with the reason. A new one is asked about unless it stands here. */
const notAsked: Readonly<Record<string, readonly string[]>> = {
  // The form says it while one types, and what a report says is read by its country and the Secretariat before anybody else reads of it.
  "work on a report": [
    ...["addComment", "askForSection", "giveBackProposal", "markAnswers", "reopenAnswer", "returnSubmission"],
    ...["saveAnswer", "saveAnswers", "sendBackForSignature", "withdrawSubmission"],
  ],
  // Between the Secretariat and one country, or everybody who reports in a round: dates and exemptions.
  "dates of rounds and countries": [
    ...["cancelRound", "changeGroup", "closeRound", "correctExtension", "correctReturnDate", "correctRound"],
    ...["exemptSubmission", "extendSubmission", "reopenRound", "takeBackExemption", "takeBackExtension"],
  ],
  "requests to countries, and talks with their people": [
    ...[
      "askForProgress",
      "changeScheduledReminder",
      "declineWaitingStep",
      "enterCountryDays",
      "holdReminders",
      "liftHold",
    ],
    ...[
      "noteExchange",
      "previewLetter",
      "previewProgressAsk",
      "previewScheduledReminders",
      "previewTemplate",
      "resendNotices",
    ],
    ...["saveTemplate", "scheduleReminders", "setStepConfirmation", "useAnswerLink", "withdrawCountryDays"],
    ...["withdrawExchange", "withdrawLetter", "writeLetter"],
  ],
  "names and addresses of people who have an account": [
    ...["createSession", "editOwnEntry", "editPerson", "importPeople"],
    ...["invitePerson", "requestPasswordReset", "requestSectionLink"],
  ],
  // Titles of a published text, in both languages, before all who take part.
  "the steps of the Regional Guidelines": ["saveGuidelineSteps"],
  "what is searched, and kept by nobody": ["listDocuments"],
  // Asked about where it is put before anybody.
  "the name of a file": ["announceFile"],
};

test("every free text of an operation is asked about before it is kept, but for these", () => {
  expect(named(words.filter((one) => !mayBeAsked(one)))).toEqual(Object.values(notAsked).flat().sort());
});

test("whoever is asked can say that the words stand, and it is recorded once with the act", () => {
  for (const { contract } of words.filter(mayBeAsked)) {
    const { operationId, body, idempotent, details } = contract;
    const { shape } = (body as unknown as { def: { shape: Record<string, unknown> } }).def;
    expect([operationId, Object.keys(shape).includes("overruled")]).toEqual([operationId, true]);
    expect([operationId, idempotent, details?.["personal-details"] !== undefined]).toEqual([operationId, true, true]);
  }
});

test("all other words of a request are found, wherever they stand in it", () => {
  const plan = { heldOn: "2031-01-01", untilOn: null, place: "San José", host: null };
  expect(wordsToAsk(correctMeeting, { ...plan, reason: "Mistyped" })).toEqual(["San José", "Mistyped"]);
  expect(wordsToAsk(withdrawTerm, { reason: "Mistyped" })).toEqual(["Mistyped"]);
  // Titles that were asked about before are not asked about again.
  const points = [{ id: null, number: 1, letter: "", language: "es", title: "Uno", translation: "One" }];
  expect(wordsToAsk(saveAgenda, { points, reason: "", overruled: [] })).toEqual([]);
});
