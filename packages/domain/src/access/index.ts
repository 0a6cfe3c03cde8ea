export * from "./contact-check.ts";
export * from "./people-file.ts";
export * from "./policy.ts";
export * from "./role.ts";
export { roleNames } from "./role-names.ts";
export * from "./second-person.ts";
