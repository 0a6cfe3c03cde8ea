export * from "./meetings.ts";
export * from "./values.ts";
