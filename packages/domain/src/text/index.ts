export * from "./mail-address.ts";
export * from "./personal-details.ts";
export * from "./text-limits.ts";
