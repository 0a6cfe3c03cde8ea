export * from "./act-news.ts";
export * from "./clarification.ts";
export * from "./publication.ts";
export * from "./report-state.ts";
export * from "./round-tally.ts";
export * from "./submission-act.ts";
export * from "./submission-status.ts";
export * from "./timeliness.ts";
