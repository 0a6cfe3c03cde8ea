export * from "./mail-address.ts";
export * from "./text-limits.ts";
