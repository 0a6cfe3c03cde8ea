export * from "./comments.ts";
export * from "./live.ts";
export * from "./ministries.ts";
export * from "./publication-state.ts";
export * from "./reopening.ts";
export * from "./review.ts";
export * from "./saving.ts";
export * from "./signature-state.ts";
export * from "./signing.ts";
export * from "./submitting.ts";
export * from "./summary.ts";
export * from "./verdicts.ts";
export {
  getSubmission,
  listSubmissions,
  RoundCorrection,
  SubmissionView,
  submissionsOnPage,
  VersionView,
} from "./view.ts";
