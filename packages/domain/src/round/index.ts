export * from "./calendar-date.ts";
export * from "./deadline.ts";
export * from "./due-notices.ts";
export * from "./has-opened.ts";
export * from "./main-round.ts";
export * from "./notice-calendar.ts";
export * from "./reference-year.ts";
export * from "./working-days.ts";
