import { expect, test } from "vitest";
import { parseInboxUrl } from "./mail.ts";

test("a mailbox is a server, a user, a password and a folder", () => {
  expect(parseInboxUrl("imaps://avances%40example.org:p%2Fw%25@mail.example.org/Entrada%2FRebotes")).toEqual({
    ...{ host: "mail.example.org", port: 993, secure: true, folder: "Entrada/Rebotes" },
    login: { user: "avances@example.org", pass: "p/w%" },
    name: "avances@example.org@mail.example.org:993/Entrada/Rebotes",
  });
  expect(parseInboxUrl("imap://a:b@[::1]:1143/")).toMatchObject({
    host: "::1",
    port: 1143,
    secure: false,
    folder: "INBOX",
  });
});

test.each([
  "https://a:b@mail.example.org",
  "imaps://mail.example.org",
  "imaps://a@mail.example.org",
  "imaps://a:b@mail.example.org:0",
  "imaps://a:b@mail.example.org/INBOX?x",
  "imaps://a:b@mail.example.org/%0d%0aDELETE",
  "imaps://a:b%zz@mail.example.org",
  "mail.example.org",
  "",
])("%s is none", (text) => {
  expect(() => parseInboxUrl(text)).toThrow();
});
