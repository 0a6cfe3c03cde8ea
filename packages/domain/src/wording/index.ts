export * from "./notice-wording.ts";
