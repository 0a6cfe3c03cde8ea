export * from "./check-reference.ts";
export * from "./country.ts";
export * from "./currency.ts";
export * from "./holidays.ts";
