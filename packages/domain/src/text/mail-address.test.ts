import { expect, test } from "vitest";
import { isMailAddress } from "./mail-address.ts";

test.each([
  "o'neill.pat@state.example",
  "d'angelo@state.example",
  "research&analysis@state.example",
  "/g=pat/s=example/@gateway.example",
  "ana.mora+trata@migracion.go.cr",
  "a#b$c*d-e=f?g^h_i`j{k|l}m~n@x.example",
  "Ana.Mora@MIGRACION.GO.CR",
  "1@9.example",
  "ana@xn--seal-hqa.xn--p1ai",
  `${"a".repeat(64)}@state.example`,
])("%s is an address", (address) => {
  expect(isMailAddress(address)).toBe(true);
});

test.each([
  ["a quoted local part", '"ana mora"@state.example'],
  ["a quote inside", 'an"a@state.example'],
  ["two addresses", "ana@state.example,eva@state.example"],
  ["two addresses, the other way", "ana@state.example;eva@state.example"],
  ["a group", "team:ana@state.example;"],
  ["a display name", "Ana <ana@state.example>"],
  ["a comment", "ana(mora)@state.example"],
  ["a route by percent", "ana%state.example@relay.example"],
  ["a route by exclamation mark", "relay!ana@state.example"],
  ["a source route", "@relay.example:ana@state.example"],
  ["two at signs", "ana@state@state.example"],
  ["an encoded word", "=?utf-8?q?ana=40evil.example=2c?=@state.example"],
  ["a dot in front", ".ana@state.example"],
  ["a dot behind", "ana.@state.example"],
  ["two dots", "ana..mora@state.example"],
  ["two dots in the domain", "ana@state..example"],
  ["a domain of one label", "ana@localhost"],
  ["an address literal", "ana@[192.0.2.1]"],
  ["a number in place of a domain", "ana@192.0.2.1"],
  ["a hyphen in front of a label", "ana@-state.example"],
  ["a blank", "ana mora@state.example"],
  ["a line break", "ana@state.example\nBcc: eva@state.example"],
  ["a line break at the end", "ana@state.example\n"],
  ["a letter outside ASCII", "añá@state.example"],
  ["a full-width sign", "ana＠state.example"],
  ["an invisible character", "ana\u200b@state.example"],
  ["65 characters before the sign", `${"a".repeat(65)}@state.example`],
  ["255 characters", `ana@${"a".repeat(50)}.${`${"b".repeat(62)}.`.repeat(3)}example`.padStart(255, "x")],
])("%s is none", (_what, address) => {
  expect(isMailAddress(address)).toBe(false);
});

test("a long wrong text is refused at once", () => {
  expect(isMailAddress(`${"a.".repeat(50_000)}@`)).toBe(false);
  expect(isMailAddress(`a@${"a.".repeat(126)}!`)).toBe(false);
});
