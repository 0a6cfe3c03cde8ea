/** The six states of an answer; they are never merged. Methodology §3. */
export const answerStates = [
  "reported",
  "not_reported",
  "not_available",
  "not_applicable",
  "small_base",
  "suppressed",
] as const;
export type AnswerState = (typeof answerStates)[number];
