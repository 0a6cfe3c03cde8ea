export * from "./commitment.ts";
export * from "./file.ts";
export * from "./matter.ts";
export * from "./matter-calendar.ts";
export * from "./meeting.ts";
export * from "./participant.ts";
export * from "./translation.ts";
export * from "./visibility.ts";
