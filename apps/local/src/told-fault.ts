/** Refusals whose message says what to do; everything else is a fault of ours and shows where it happened. */
const forPeople = [
  "BackupRefused",
  "CatalogueFaulty",
  "DatabaseRefused",
  "LocalPostgresError",
  "MigrationRefused",
  "SettingsRefused",
  "StartError",
];

/** What stands in the terminal when a program ends with this error. */
export function toldFault(error: unknown): unknown {
  return error instanceof Error && forPeople.includes(error.name) ? `\n${error.message}` : error;
}
