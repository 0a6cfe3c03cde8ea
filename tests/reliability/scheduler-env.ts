/** What the tests pass to the process they are going to kill. */
export function parseEnv(): { readonly databaseUrl: string; readonly smtpUrl: string } {
  const { DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl } = process.env;
  if (databaseUrl === undefined || smtpUrl === undefined) throw new Error("DATABASE_URL and SMTP_URL are needed");
  return { databaseUrl, smtpUrl };
}
