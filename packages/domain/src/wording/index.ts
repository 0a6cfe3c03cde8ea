export * from "./letter.ts";
export * from "./notice-wording.ts";
