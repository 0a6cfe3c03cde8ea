export * from "./countries.ts";
export * from "./files.ts";
export { EditionView } from "./frame.ts";
export * from "./indicators.ts";
export * from "./matrix.ts";
export * from "./progress-index.ts";
export * from "./values.ts";
export * from "./voices.ts";
