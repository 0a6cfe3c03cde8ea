import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import type { TextTree } from "#i18n/i18n.ts";
import { makeQueryClient } from "#lib/query-client.ts";
import { sessionQuery } from "#lib/session.ts";
import { ToldByMail } from "./told-by-mail.tsx";

const features = fileURLToPath(new URL("../features", import.meta.url));

/** Words that promise a message to somebody. */
const promise = /(?:are|is) (?:then )?told(?: at once)?(?:[.,;]| by mail)|told by mail|se avisa/i;

/** Every text with its path; functions are left out. */
function textsIn(tree: TextTree, place: string): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = `${place}.${key}`;
    if (typeof value === "string") return [[here, value] as const];
    if (Array.isArray(value)) return value.map((one: string) => [here, one] as const);
    return typeof value === "object" ? textsIn(value as TextTree, here) : [];
  });
}

test("a page says that somebody is told only if it knows whether mail is sent", async () => {
  const files = readdirSync(features, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".texts.ts"),
  );
  expect(files.length).toBeGreaterThan(15);
  const found: (readonly [string, string])[] = [];
  for (const file of files) {
    const module = (await import(`${features}/${file}`)) as Record<string, TextTree>;
    for (const texts of Object.values(module)) found.push(...textsIn(texts, file));
  }
  const promising = found.filter(([, words]) => promise.test(words));
  expect(promising.filter(([place]) => !place.endsWith(".mail.sent"))).toEqual([]);
  expect(promising.length).toBeGreaterThanOrEqual(10);
});

test.each([
  ["live", "They are told."],
  ["capture", "Nobody is."],
] as const)("with MAIL_MODE=%s it says: %s", (mailMode, words) => {
  const client = makeQueryClient();
  const moment = { now: "2027-03-01T12:00:00.000Z", timeZone: "America/Costa_Rica", today: "2027-03-01" };
  const session = { person: null, demonstration: false, ...moment, mailMode };
  client.setQueryData(sessionQuery.queryKey, session);
  const note = createElement(ToldByMail, { words: { sent: "They are told.", kept: "Nobody is." } });
  expect(renderToString(createElement(QueryClientProvider, { client }, note))).toBe(words);
});
