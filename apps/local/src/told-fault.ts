/** Refusals whose message tells people what to do. Any other error is a bug, and is shown with the place where it happened. */
const forPeople = [
  "BackupRefused",
  "CatalogueFaulty",
  "DatabaseRefused",
  "LocalPostgresError",
  "MigrationRefused",
  "SettingsRefused",
  "StartError",
];

/** What the terminal shows when a program ends with this error. */
export function toldFault(error: unknown): unknown {
  return error instanceof Error && forPeople.includes(error.name) ? `\n${error.message}` : error;
}
