export * from "./policy.ts";
export * from "./role.ts";
