import { ApiConfigSchema } from "@avances/api";
import { readEnvironment } from "@avances/api/testing/read-environment";
import { settingsAskedBy } from "@avances/testing";
import { expect, test } from "vitest";
import { apiConfig } from "./api-config.ts";
import { readLocalConfig } from "./config.ts";

/** What the server's program reads and `npm start` does not, and why. */
const notRead = {
  NODE_ENV: "`npm start` is for one machine; what production forbids is allowed there",
  WEB_ROOT: "`npm start` builds the pages itself and serves what it built",
  JWT_KEY: "made by the first start and kept in the data folder",
  JWT_PREVIOUS_KEY: "the key in the data folder stays as it was made",
  TICKET_KEY: "made by the first start and kept in the data folder",
  DEVICE_KEY: "made by the first start and kept in the data folder",
  PASSWORD_PEPPER: "made by the first start and kept in the data folder",
} as const;

const secrets = {
  jwtKey: "3bqS7mJw0xYpV2rKc9ZtLh5nQf8uDe1iGa6oTs4vWyA",
  ticketKey: "kW8zXc5vBn2mAs1dFg4hJk7lQw0eRt3yUi6oPz9xCvB",
  deviceKey: "Zx1cV2bN3mA4sD5fG6hJ7kL8qW9eR0tY1uI2oP3aSdF",
  passwordPepper: "Mn9bV8cX7zL6kJ5hG4fD3sA2pO1iU0yT9rE8wQ7aZxS",
};
const needed = {
  DATABASE_URL: "postgres://avances:x@db/avances",
  PUBLIC_URL: "https://avances.example.org",
  JWT_KEY: secrets.jwtKey,
  TICKET_KEY: secrets.ticketKey,
  DEVICE_KEY: secrets.deviceKey,
  PASSWORD_PEPPER: secrets.passwordPepper,
};
/** Of each setting a value that it does not have by default. */
const unusual = {
  PORT: "4321",
  HOST: "0.0.0.0",
  METRICS_PORT: "9465",
  METRICS_HOST: "0.0.0.0",
  DATABASE_URL: "postgres://other:y@db2/avances",
  DATABASE_READ_URL: "postgres://reader:y@replica/avances",
  PUBLIC_URL: "https://other.example.org",
  FILES_DIR: "/srv/other-files",
  FILES_BUCKET_URL: "https://id:secret@s3.example/files",
  FILE_SCAN_URL: "clamd://scanner.example:3310",
  TRUSTED_PROXIES: "10.0.0.5",
  PUBLIC_RATE_PER_MINUTE: "11",
  SESSION_RATE_PER_MINUTE: "12",
  WRITE_RATE_PER_MINUTE: "13",
  DEMO: "off",
  MAIL_MODE: "live",
  SMTP_URL: "smtps://mail.example.org",
  MAIL_INBOX_URL: "imaps://user:word@mail.example.org",
  MAIL_FROM: "Other <other@example.org>",
  MAIL_REPLY_TO: "replies@example.org",
  MAIL_TELEPHONE: "+506 5550 0100",
  MAIL_REPLIES_KEY: "Qw9eR8tY7uI6oP5aS4dF3gH2jK1lZ0xC9vB8nM7qW6e",
  SECRETARIAT_COUNTRY: "HND",
  SCHEDULER: "off",
  OFFLINE_PAGES: "off",
  AVANCES_CLOCK: "2027-05-02T09:00:00Z",
} as const;
type Setting = keyof typeof unusual;

const asked = settingsAskedBy((env) => readEnvironment(env, "/web"), needed);
/** `MAIL_MODE=live` needs a server. */
const given = (name: Setting) => ({
  ...needed,
  ...(name === "MAIL_MODE" && { SMTP_URL: unusual.SMTP_URL }),
  [name]: unusual[name],
});

function ofServer(env: Readonly<Record<string, string>>) {
  const { config, clockStart } = readEnvironment(env, "/web");
  return { ...config, clockStart };
}
function ofStart(env: Readonly<Record<string, string>>) {
  const local = readLocalConfig([], env);
  // A data folder hands on the database that was named, and what it was expected to be is compared before the API starts.
  const folder = {
    appUrl: local.database?.ownerUrl ?? "",
    secrets: { ...secrets, appDatabasePassword: "x", auditKey: "y" },
  };
  const config = ApiConfigSchema.parse(apiConfig(local, folder));
  return { ...config, clockStart: local.clockStart, demo: local.demo };
}
/** Which parts of a configuration are other than those of a start where the setting is not given. */
function moved(config: object, plain: object): Record<string, unknown> {
  const before = Object.fromEntries(Object.entries(plain).map(([part, value]) => [part, JSON.stringify(value)]));
  return Object.fromEntries(
    Object.entries(config).filter(([part, value]) => value !== undefined && JSON.stringify(value) !== before[part]),
  );
}

test("`npm start` reads every setting that the server's program reads, or it is listed with its reason", () => {
  expect(asked.filter((name) => !(name in notRead)).sort()).toEqual(Object.keys(unusual).sort());
  expect(Object.keys(notRead).filter((name) => !asked.includes(name))).toEqual([]);
});

test.each(Object.keys(unusual) as Setting[])(
  "%s has the same effect by `npm start` as in the server's program",
  (name) => {
    const [server, start] = [
      moved(ofServer(given(name)), ofServer(needed)),
      moved(ofStart(given(name)), ofStart(needed)),
    ];
    expect(Object.keys(server)).not.toEqual([]);
    expect(start).toEqual(server);
  },
);
