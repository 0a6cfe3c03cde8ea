export * from "./contact-check.ts";
export * from "./policy.ts";
export * from "./role.ts";
export * from "./second-person.ts";
