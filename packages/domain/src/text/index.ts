export * from "./mail-address.ts";
export * from "./personal-details.ts";
export * from "./read-csv.ts";
export * from "./single-line.ts";
export * from "./small-counts.ts";
export * from "./telephone.ts";
export * from "./text-limits.ts";
export * from "./word-changes.ts";
