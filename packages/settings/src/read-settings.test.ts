import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  oneOf,
  postgresUrl,
  proxies,
  publicUrl,
  readSettings,
  type SettingsRefused,
  scannerUrl,
  wholeNumber,
} from "./index.ts";
import { parseSender, parseSmtpUrl } from "./mail.ts";

const faultsOf = (read: () => unknown): readonly string[] => {
  try {
    read();
    return [];
  } catch (error) {
    return (error as SettingsRefused).faults;
  }
};

test("all faults are told at once, each with what to write, and no value", () => {
  const shape = { PORT: wholeNumber(1, 65_535, 3000), MODE: oneOf("capture", "live"), PUBLIC_URL: publicUrl() };
  expect(faultsOf(() => readSettings(shape, { PORT: "eighty-canary", MODE: " ", PUBLIC_URL: "http://x/y" }))).toEqual([
    "PORT: is not such a number; write a whole number from 1 to 65535, for example 3000",
    "MODE: is missing; write capture or live",
    "PUBLIC_URL: has a path, and the portal lives at the root of its host; write scheme and host only, for example http://avances.example.org",
  ]);
});

test("any setting may stand in a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "avances-settings-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "port"), "3001\n");
  const shape = { PORT: wholeNumber(1, 65_535, 3000) };
  expect(readSettings(shape, { PORT_FILE: join(folder, "port") })).toEqual({ PORT: 3001 });
  expect(faultsOf(() => readSettings(shape, { PORT_FILE: folder }))).toEqual([expect.stringMatching(/^PORT_FILE: /)]);
});

test.each([
  ["postgres://u@h/d", true],
  ["postgresql://u:p%25@[::1]:5432/d?sslmode=verify-full", true],
  ["postgres://u:p%@h/d", false],
  ["postgres://h/d", false],
  ["postgres://u@h", false],
  ["postgres://u@h/d?options=-c%20role%3Dx", false],
  ["postgres://u@h/d?sslrootcert=/nowhere/ca.pem", false],
])("%s is a database: %s", (text, isOne) => {
  expect(postgresUrl().safeParse(text).success).toBe(isOne);
});

test.each([
  ["clamd://scanner:3310", { host: "scanner", port: 3310 }],
  ["clamd://10.0.0.7", { host: "10.0.0.7", port: 3310 }],
  ["clamd://[fd00::7]:3311/", { host: "fd00::7", port: 3311 }],
  ["scanner:3310", null],
  ["tcp://scanner:3310", null],
  ["clamd://:3310", null],
  ["clamd://scanner:0", null],
  ["clamd://scanner:70000", null],
  ["clamd://user@scanner", null],
  ["clamd://scanner/a", null],
  ["clamd://a b", null],
])("%s is a scanner: %j", (text, found) => {
  expect(scannerUrl().safeParse(text).data ?? null).toEqual(found);
});

test.each([
  ["10.0.0.5", true],
  ["10.0.0.0/8, fd00::/8 ,::1", true],
  ["proxy", false],
  ["10.0.0.5,", false],
  ["0.0.0.0/0", false],
  ["10.0.0.0/33", false],
  ["10.0.0.0/8/8", false],
])("%s are proxies: %s", (text, areSome) => {
  expect(proxies().safeParse(text).success).toBe(areSome);
});

test("a sender is read as mail programs read one", () => {
  expect(parseSender('"Secretaría, Técnica" <st@example.org>')).toEqual({
    name: "Secretaría, Técnica",
    address: "st@example.org",
  });
  expect(parseSender("st@example.org")).toEqual({ name: "", address: "st@example.org" });
  expect(parseSender("Secretaría, Técnica <st@example.org>").name).toBe("Secretaría, Técnica");
  expect(() => parseSender("a@b.example, c@d.example")).toThrow("more than one sender");
  expect(() => parseSender("Team: a@b.example, c@d.example;")).toThrow("no mail address");
});

test("a mail server is read with its password, and nothing is passed over", () => {
  expect(parseSmtpUrl("smtps://u:p%25@mail.example.org")).toEqual({
    host: "mail.example.org",
    port: 465,
    secure: true,
    login: { user: "u", pass: "p%" },
  });
  expect(() => parseSmtpUrl("smtp://mail.example.org/?ignoreTLS=true")).toThrow("something after the server");
  expect(() => parseSmtpUrl("smtp://u:100%@mail.example.org")).toThrow("%25");
});
