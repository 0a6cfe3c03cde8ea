/** What the tests pass to the process they are going to kill, besides its settings; secrets are passed as on a real server. */
export function parseEnv(): { readonly databaseUrl: string; readonly secret: string } {
  const { DATABASE_URL: databaseUrl, TEST_SECRET: secret } = process.env;
  if (databaseUrl === undefined || secret === undefined) throw new Error("DATABASE_URL and TEST_SECRET are needed");
  return { databaseUrl, secret };
}
