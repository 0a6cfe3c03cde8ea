import { expect, test } from "vitest";
import { allTexts, type Text } from "../testing/texts.ts";
import { notOneLine } from "./values.ts";

const all = allTexts;
const isFree = ({ schema }: Text) => notOneLine.get(schema)?.why !== undefined;

test("these, and no others, are texts of several lines, secrets, or texts that are only compared", () => {
  const free = Object.groupBy(all.filter(isFree), ({ schema }) => notOneLine.get(schema)?.why ?? "");
  const names = (some: readonly Text[] = []) => some.map(({ at }) => at.replace(/\|\d/g, ""));
  expect(names(free["a secret"])).toEqual([
    "createSession.password",
    "changePassword.current",
    "changePassword.next",
    "acceptInvitation.password",
    "acceptPasswordReset.password",
    "askForOwnAddress.password",
  ]);
  expect(names(free["only compared"])).toEqual([
    "createSession.email",
    "requestPasswordReset.email",
    "requestSectionLink.email",
  ]);
  expect(names(free["several lines"])).toEqual([
    "saveAnswer.value.text",
    "saveAnswer.reason",
    "saveAnswer.comment",
    "saveAnswers.answers[].value.text",
    "saveAnswers.answers[].reason",
    "saveAnswers.answers[].comment",
    "reopenAnswer.reason",
    "sendBackForSignature.reason",
    "withdrawSubmission.reason",
    "returnSubmission.comments[].body",
    "exemptSubmission.reason",
    "extendSubmission.reason",
    "correctExtension.reason",
    "takeBackExtension.reason",
    "correctReturnDate.reason",
    "takeBackExemption.reason",
    "markAnswers.marks[].words",
    "addComment.body",
    "askForSection.note",
    "giveBackProposal.note",
    "correctRound.reason",
    "cancelRound.reason",
    "changeGroup.reason",
    "closeRound.reason",
    "reopenRound.reason",
    "resendNotices.text.en",
    "resendNotices.text.es",
    "enterCountryDays.reason",
    "withdrawCountryDays.reason",
    "holdReminders.reason",
    "liftHold.reason",
    "declineWaitingStep.reason",
    "setStepConfirmation.reason",
    "previewScheduledReminders.text.en",
    "previewScheduledReminders.text.es",
    "scheduleReminders.text.en",
    "scheduleReminders.text.es",
    "changeScheduledReminder.text.en",
    "changeScheduledReminder.text.es",
    "saveTemplate.words.subject",
    "saveTemplate.words.opening",
    "saveTemplate.words.closing",
    "previewTemplate.words.subject",
    "previewTemplate.words.opening",
    "previewTemplate.words.closing",
    "writeLetter.seen.subject",
    "writeLetter.seen.paragraphs[]",
    "withdrawLetter.reason",
    "noteExchange.detail",
    "withdrawExchange.reason",
    "correctMeeting.reason",
    "cancelMeeting.reason",
    "saveAgenda.reason",
    "withdrawTerm.reason",
    "saveReportPoint.words.en",
    "saveReportPoint.words.es",
    "considerReport.response",
    "commentOnReport.text",
    "saveDocument.body",
    "saveDocument.translation.body",
    "reviseDocument.body",
    "reviseDocument.translation.body",
    "withdrawDocument.reason",
    "addTranslation.body",
    "saveNarrative.body",
    "saveNarrative.translation.body",
    "reviseNarrative.body",
    "reviseNarrative.translation.body",
    "withdrawNarrative.reason",
    "saveGuidelineStatement.body",
    "saveGuidelineStatement.translation.body",
    "withdrawGuidelineStatement.reason",
    "saveVoice.body",
    "saveVoice.translation.body",
    "reviseVoice.body",
    "reviseVoice.translation.body",
    "withdrawVoice.reason",
    "takeStance.text",
    "assessCompletion.text",
    "saveActivity.body",
    "saveActivity.translation.body",
    "reviseActivity.body",
    "reviseActivity.translation.body",
    "withdrawActivity.reason",
    "evaluateActivity.text",
    "evaluateActivity.results[].text",
    "saveCommitment.body",
    "saveCommitment.translation.body",
    "reviseCommitment.body",
    "reviseCommitment.translation.body",
    "moveCommitment.note",
    "concludeCommitment.text",
    "replyToMatter.text",
    // As they stand in a file: each is judged for itself.
    "importPeople.rows[].name",
    "importPeople.rows[].institution",
    "importPeople.rows[].salutation",
    "importPeople.rows[].address",
    "importPeople.rows[].role",
    "importPeople.rows[].country",
    "importPeople.rows[].language",
    "importPeople.rows[].phone",
    "importPeople.rows[].mailbox",
    "importPeople.rows[].from",
    "importPeople.rows[].until",
    "importPeople.rows[].indicators",
  ]);
});

const samples = [
  "b",
  "presidency:",
  "AV-2027-0007",
  "Ana Solano",
  "ana@state.example",
  "+50622223333",
  "ab".repeat(32),
  "https://www.state.example/ley",
  "01a22198-ba5a-7d6e-88d6-4502ba24e57c",
  "2027-04-30",
  "2027-04-30T12:00:00Z",
  "09:30",
  "2027",
  "09:30",
  "CRI",
  "USD",
  "2026.1",
  "CA-MEX",
  "2026-GTM",
  "TIP-LEG-01",
  "TIP-PRO",
  "G1",
  "sex",
  "sex×age",
  "b/sex/female",
  "America/Managua",
  "a".repeat(43),
];
const signs = [
  "\n",
  "\r\n",
  "\t",
  "\u0000",
  "\u001b",
  "\u0085",
  "\u2028",
  "\u202e",
  "\u200e",
  "\u2067",
  "\u200b",
  "\u00ad",
  "\ufeff",
];

const held = all.filter((text) => !isFree(text));

test.each(held)("$at is one line that is read as it is stored", ({ schema }) => {
  const taken = samples.filter((text) => schema.safeParse(text).success);
  expect(taken).not.toEqual([]);
  for (const text of taken) {
    for (const sign of signs) {
      for (const place of [0, Math.floor(text.length / 2), text.length]) {
        const forged = text.slice(0, place) + sign + text.slice(place);
        expect(schema.safeParse(forged).success, JSON.stringify(forged)).toBe(false);
      }
    }
  }
});
