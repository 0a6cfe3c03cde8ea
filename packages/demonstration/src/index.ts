export { type CompleteAnswersOptions, completeAnswers } from "./complete-answers.ts";
export { type GenerateOptions, generateAnswers } from "./generate-answers.ts";
