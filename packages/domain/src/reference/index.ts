export * from "./check-reference.ts";
export * from "./country.ts";
export * from "./currency.ts";
export * from "./group-members.ts";
export * from "./holidays.ts";
export * from "./participants.ts";
