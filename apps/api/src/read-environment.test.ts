import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigRefused, readEnvironment } from "./read-environment.ts";
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
  ...secrets,
};
const faultsOf = (env: Record<string, string | undefined>) => {
  try {
    readEnvironment(env, "/web");
    return [];
  } catch (error) {
    if (!(error instanceof ConfigRefused)) throw error;
    return error.faults.map((fault) => fault.split(":")[0]).sort();
  }
};

describe("production", () => {
  test("starts with everything set", () => {
    expect(readEnvironment(good, "/web")).toMatchObject({
      production: true,
      publicUrl: "https://avances.example.org",
      scheduler: true,
      demonstration: false,
    });
  });

  test.each([
    [
      "nothing set",
      { NODE_ENV: "production" },
      [
        "DATABASE_URL",
        "DEVICE_KEY",
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
  const config = readEnvironment({ ...good, JWT_KEY: undefined, JWT_KEY_FILE: join(folder, "jwt") }, "/web");
  expect(config.secrets.jwtKey).toBe(secrets.JWT_KEY);
  rmSync(folder, { recursive: true });
});

test("the clock may start at another instant and then runs on", async () => {
  const clock = startClock("2027-05-02T09:00:00Z");
  expect(clock.now().valueOf() - Date.parse("2027-05-02T09:00:00Z")).toBeLessThan(1_000);
  expect(() => startClock("2027-05-02 09:00")).toThrow("AVANCES_CLOCK");
  expect(Math.abs(startClock(undefined).now().valueOf() - Date.now())).toBeLessThan(1_000);
});
