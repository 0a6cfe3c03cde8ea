export { type CompleteAnswersOptions, completeAnswers } from "./complete-answers.ts";
export { foundingAttendance, foundingMeeting, foundingPoints } from "./founding-report.ts";
export { type GenerateOptions, generateAnswers } from "./generate-answers.ts";
