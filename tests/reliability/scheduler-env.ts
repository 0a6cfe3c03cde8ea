/** What the tests pass to the process they are going to kill. */
export function parseEnv(): {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  /** By how much its clock is ahead. */
  readonly aheadMs: number;
  /** How long it waits for the reply to a message. */
  readonly dataMs: number;
} {
  const { DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, CLOCK_AHEAD_MS = "0", DATA_MS = "10000" } = process.env;
  if (databaseUrl === undefined || smtpUrl === undefined) throw new Error("DATABASE_URL and SMTP_URL are needed");
  return { databaseUrl, smtpUrl, aheadMs: Number(CLOCK_AHEAD_MS), dataMs: Number(DATA_MS) };
}
