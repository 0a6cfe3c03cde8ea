export * from "./library.ts";
export * from "./matters.ts";
export * from "./meetings.ts";
export * from "./reports.ts";
export * from "./values.ts";
