export { kindFaults } from "./kind-of-database.ts";
export * from "./kinds.ts";
export { type Desk, deskOf, mailModeFaults } from "./mail.ts";
export { type Environment, type ReadOptions, readSettings, SettingsRefused } from "./read-settings.ts";
