export * from "./article.ts";
export * from "./catalogue.ts";
export * from "./check-catalogue.ts";
export * from "./check-validations.ts";
export * from "./language.ts";
export { lapses } from "./lapsing.ts";
export * from "./later-members.ts";
export * from "./text-faults.ts";
export { type WordingHistory, wordingHistory } from "./wording.ts";
