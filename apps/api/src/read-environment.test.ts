import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Environment, SettingsRefused } from "@avances/settings";
import { parseSender, parseSmtpUrl } from "@avances/settings/mail";
import { judgeJunk, settingsAskedBy } from "@avances/testing";
import Fastify from "fastify";
import { describe, expect, test } from "vitest";
import { readEnvironment } from "./read-environment.ts";
import { startClock } from "./start-clock.ts";

const secrets = {
  JWT_KEY: "3bqS7mJw0xYpV2rKc9ZtLh5nQf8uDe1iGa6oTs4vWyA",
  TICKET_KEY: "kW8zXc5vBn2mAs1dFg4hJk7lQw0eRt3yUi6oPz9xCvB",
  DEVICE_KEY: "Zx1cV2bN3mA4sD5fG6hJ7kL8qW9eR0tY1uI2oP3aSdF",
  PASSWORD_PEPPER: "Mn9bV8cX7zL6kJ5hG4fD3sA2pO1iU0yT9rE8wQ7aZxS",
};
const good = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://avances:x@db/avances",
  PUBLIC_URL: "https://avances.example.org/",
  MAIL_MODE: "live",
  SMTP_URL: "smtps://mail.example.org",
  MAIL_FROM: "Avances <avances@example.org>",
  FILES_DIR: "/var/lib/avances/files",
  ...secrets,
};
const sentencesOf = (env: Environment) => {
  try {
    readEnvironment(env, "/web");
    return [];
  } catch (error) {
    if (!(error instanceof SettingsRefused)) throw error;
    return error.faults;
  }
};
const faultsOf = (env: Environment) =>
  sentencesOf(env)
    .map((fault) => fault.split(":")[0])
    .sort();

describe("production", () => {
  test("starts with everything set", () => {
    expect(readEnvironment(good, "/web").config).toMatchObject({
      production: true,
      publicUrl: "https://avances.example.org",
      scheduler: true,
      demo: undefined,
      filesDir: "/var/lib/avances/files",
      fileScanner: undefined,
    });
  });

  test.each([
    [
      "nothing set",
      { NODE_ENV: "production" },
      [
        "DATABASE_URL",
        "DEVICE_KEY",
        "FILES_DIR",
        "JWT_KEY",
        "MAIL_FROM",
        "MAIL_MODE",
        "PASSWORD_PEPPER",
        "PUBLIC_URL",
        "TICKET_KEY",
      ],
    ],
    ["a short secret", { ...good, JWT_KEY: "short" }, ["JWT_KEY"]],
    ["a secret that is no secret", { ...good, JWT_KEY: "a".repeat(43) }, ["JWT_KEY"]],
    ["two equal secrets", { ...good, TICKET_KEY: good.JWT_KEY }, ["TICKET_KEY"]],
    ["http", { ...good, PUBLIC_URL: "http://avances.example.org" }, ["PUBLIC_URL"]],
    ["demonstration accounts", { ...good, DEMO: "on" }, ["DEMO"]],
    ["another clock", { ...good, AVANCES_CLOCK: "2027-05-02T09:00:00Z" }, ["AVANCES_CLOCK"]],
    ["no mail mode", { ...good, MAIL_MODE: "" }, ["MAIL_MODE"]],
    ["live mail without a server", { ...good, SMTP_URL: undefined }, ["SMTP_URL"]],
    ["a switch that is neither on nor off", { ...good, SCHEDULER: "yes" }, ["SCHEDULER"]],
    [
      "the example's password",
      { ...good, DATABASE_URL: "postgres://avances:choose-a-password@db:5432/avances" },
      ["DATABASE_URL"],
    ],
    ["a path", { ...good, PUBLIC_URL: "https://example.org/avances" }, ["PUBLIC_URL"]],
    ["a proxy by name", { ...good, TRUSTED_PROXIES: "10.0.0.5, proxy" }, ["TRUSTED_PROXIES"]],
    ["a misspelt environment", { ...good, NODE_ENV: "prodution" }, ["NODE_ENV"]],
    ["a web application that is not there", { ...good, WEB_ROOT: "/nowhere" }, ["WEB_ROOT"]],
    ["a file that is not there", { ...good, JWT_KEY_FILE: "/nowhere" }, ["JWT_KEY_FILE"]],
  ])("refuses %s, by name", (_case, env, names) => {
    expect(faultsOf(env)).toEqual(names);
  });

  test("never says what a wrong setting was", () => {
    expect(() => readEnvironment({ ...good, JWT_KEY: "the-secret-itself" }, "/web")).toThrow(
      /^(?!.*the-secret-itself)/s,
    );
  });
});

test("a secret may come from a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "avances-secret-"));
  writeFileSync(join(folder, "jwt"), `${secrets.JWT_KEY}\n`);
  const { config } = readEnvironment({ ...good, JWT_KEY: undefined, JWT_KEY_FILE: join(folder, "jwt") }, "/web");
  expect(config.secrets.jwtKey).toBe(secrets.JWT_KEY);
  rmSync(folder, { recursive: true });
});

test("a key that is too short is called so, and a missing one missing", () => {
  expect(sentencesOf({ ...good, JWT_KEY: "short", TICKET_KEY: undefined })).toEqual([
    expect.stringMatching(/^JWT_KEY: is too short; write 32 random bytes/),
    expect.stringMatching(/^TICKET_KEY: is missing; write 32 random bytes/),
  ]);
});

test.each([
  ['"Secretaría Técnica" <st@example.org>', "Secretaría Técnica"],
  ['"Secretaría, Técnica" <st@example.org>', "Secretaría, Técnica"],
  ["Secretaría Técnica <st@example.org>", "Secretaría Técnica"],
  ["st@example.org", ""],
])("mail comes from %s", (text, name) => {
  expect(parseSender(readEnvironment({ ...good, MAIL_FROM: text }, "/web").config.mailFrom)).toEqual({
    name,
    address: "st@example.org",
  });
});

test("replies and a telephone are the secretariat's own, or those of its people", () => {
  const deskOf = (more: Record<string, string>) => readEnvironment({ ...good, ...more }, "/web").config.desk;
  expect(deskOf({})).toEqual({ replyTo: null, telephone: null });
  expect(deskOf({ MAIL_REPLY_TO: "st@example.org", MAIL_TELEPHONE: "+506 5550 0100" })).toEqual({
    replyTo: "st@example.org",
    telephone: "+506 5550 0100",
  });
  expect(sentencesOf({ ...good, MAIL_REPLY_TO: "a@b.example, c@d.example", MAIL_TELEPHONE: "5550" })).toEqual([
    expect.stringMatching(/^MAIL_REPLY_TO: is not one mail address; write one mail address/),
    expect.stringMatching(/^MAIL_TELEPHONE: is no such number; write a telephone number with its country/),
  ]);
});

test("junk in any setting is refused by name, or can be used", () => {
  const env = { ...good, TRUSTED_PROXIES: "10.0.0.5, fd00::/8", HOST: "0.0.0.0", PORT: "3000" };
  judgeJunk(
    (changed) => readEnvironment(changed, "/web"),
    env,
    ({ config, clockStart }) => {
      expect(new URL(config.publicUrl).origin).toBe(config.publicUrl);
      parseSender(config.mailFrom);
      if (config.smtpUrl) parseSmtpUrl(config.smtpUrl);
      Fastify({ trustProxy: config.trustedProxies });
      startClock(clockStart).now().toISOString();
      decodeURIComponent(new URL(config.databaseUrl).password);
    },
  );
});

test("every setting is in .env.example", () => {
  const example = readFileSync(new URL("../../../.env.example", import.meta.url), "utf8");
  const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  const asked = settingsAskedBy((env) => readEnvironment(env, "/web"), good);
  expect(asked.filter((name) => !names.includes(name))).toEqual([]);
  // These are read by the migrator, the backup, the scheduler and docker compose.
  const ofOthers = ["DATABASE_OWNER_URL", "DATABASE_ROLE_PREFIX", "POSTGRES_PASSWORD", "BACKUP_PASSPHRASE"];
  expect(names.filter((name) => !asked.includes(String(name)) && !ofOthers.includes(String(name)))).toEqual([]);
});

test("the clock may start at another instant and then runs on", () => {
  const start = new Date("2027-05-02T09:00:00Z");
  expect(startClock(start).now().valueOf() - start.valueOf()).toBeLessThan(1_000);
  expect(Math.abs(startClock(undefined).now().valueOf() - Date.now())).toBeLessThan(1_000);
});
