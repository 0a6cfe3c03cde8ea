import { parseSender, parseSmtpUrl } from "@avances/settings/mail";
import { judgeJunk } from "@avances/testing";
import { expect, test } from "vitest";
import { readSchedulerSettings } from "./config.ts";

const good = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://avances:x@db/avances",
  PUBLIC_URL: "https://avances.example.org",
  MAIL_MODE: "live",
  SMTP_URL: "smtps://user:word@mail.example.org",
  MAIL_FROM: '"Secretaría, Técnica" <st@example.org>',
  TICKET_KEY: "kW8zXc5vBn2mAs1dFg4hJk7lQw0eRt3yUi6oPz9xCvB",
  DEMO: "off",
  SCHEDULER_POLL_MS: "60000",
};

test("junk in any setting is refused by name, or can be used", () => {
  judgeJunk(readSchedulerSettings, good, ({ mailFrom, smtpUrl, publicUrl, databaseUrl }) => {
    parseSender(mailFrom);
    if (smtpUrl) parseSmtpUrl(smtpUrl);
    expect(new URL(publicUrl).origin).toBe(publicUrl);
    decodeURIComponent(new URL(databaseUrl).password);
  });
});

test("it is as strict in production as the API beside it", () => {
  expect(() => readSchedulerSettings({ ...good, PUBLIC_URL: "http://avances.example.org" })).toThrow("PUBLIC_URL");
  expect(() => readSchedulerSettings({ ...good, TICKET_KEY: "k".repeat(43) })).toThrow("TICKET_KEY: is not random");
  expect(() => readSchedulerSettings({ ...good, DEMO: "on" })).toThrow("DEMO");
});
