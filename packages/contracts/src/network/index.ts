export * from "./bodies.ts";
export * from "./commitments.ts";
export * from "./library.ts";
export * from "./matters.ts";
export * from "./meetings.ts";
export * from "./values.ts";
export * from "./voices.ts";
