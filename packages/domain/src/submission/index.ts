export * from "./submission-status.ts";
export * from "./timeliness.ts";
