export * from "./file.ts";
export * from "./matter.ts";
export * from "./participant.ts";
export * from "./translation.ts";
export * from "./visibility.ts";
