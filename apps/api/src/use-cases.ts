/**
 * The use cases for programs that act without a browser (the demonstration region). Each first checks the access of the actor, and all
 * rules of the field apply; the shape of a request is checked only in the HTTP layer.
 */

export { fileActivity, saveActivity } from "./features/activities/act-on-activity.ts";
export {
  declineSupport,
  endorseActivity,
  evaluateActivity,
  holdActivity,
  supportActivity,
} from "./features/activities/say-of-activity.ts";
export { addTerm } from "./features/bodies/change-terms.ts";
export {
  concludeCommitment,
  fileCommitment,
  moveCommitment,
  saveCommitment,
} from "./features/commitments/act-on-commitment.ts";
export { replyToMatter } from "./features/commitments/reply-to-matter.ts";
export { dispatchCommitment } from "./features/commitments/send-commitment.ts";
export { announceFile } from "./features/files/announce-file.ts";
export { receiveContent } from "./features/files/receive-content.ts";
export { fileGuidelineStatement, saveGuidelineStatement } from "./features/guidelines/act-on-statement.ts";
export { saveGuidelineSteps } from "./features/guidelines/save-guideline-steps.ts";
export { fileDocument, saveDocument, withdrawDocument } from "./features/library/act-on-document.ts";
export { holdMeeting } from "./features/meetings/change-meeting.ts";
export { listMeetings } from "./features/meetings/list-meetings.ts";
export { planMeeting } from "./features/meetings/plan-meeting.ts";
export { recordAttendance } from "./features/meetings/record-attendance.ts";
export { assembleReport } from "./features/meetings/report/assemble-report.ts";
export { commentOnReport } from "./features/meetings/report/comment-on-report.ts";
export { saveReportFigures } from "./features/meetings/report/save-figures.ts";
export { circulateReport, considerReport, finaliseReport } from "./features/meetings/report/send-report.ts";
export { arrangeReport, saveReportPoint } from "./features/meetings/report/write-points.ts";
export { saveAgenda } from "./features/meetings/save-agenda.ts";
export { fileNarrative, saveNarrative, withdrawNarrative } from "./features/narratives/act-on-narrative.ts";
export { resendNotices } from "./features/notices/resend-notices.ts";
export { publishSubmission } from "./features/published/publish-submission.ts";
export { newRelease } from "./features/published/release.ts";
export { renewEdition } from "./features/published/renew-edition.ts";
export { acceptSubmission } from "./features/reviews/accept-submission.ts";
export { exemptSubmission } from "./features/reviews/exempt-submission.ts";
export { extendSubmission } from "./features/reviews/extend-submission.ts";
export { returnSubmission } from "./features/reviews/return-submission.ts";
export { openRound } from "./features/rounds/open-round.ts";
export type { RenewEdition } from "./features/shared/act-in-public.ts";
export type { Seen } from "./features/shared/transition.ts";
export { addComment } from "./features/submissions/add-comment.ts";
export { getSubmission } from "./features/submissions/get-submission.ts";
export { listSubmissions } from "./features/submissions/list-submissions.ts";
export { saveAnswers } from "./features/submissions/save-answers.ts";
export { submitSubmission } from "./features/submissions/submit-submission.ts";
export { fileVoice, saveVoice, withdrawVoice } from "./features/voices/act-on-voice.ts";
export { assessCompletion, takeStance } from "./features/voices/answer-voice.ts";
export { linkVoice } from "./features/voices/what-it-is-about.ts";
export type { Idempotency } from "./http/handler.ts";
