import { randomUUID } from "node:crypto";
import { type Actor, type Role, roles, scopeOf } from "@avances/domain/access";
import { expect, test } from "vitest";
import { colleaguesOf } from "./colleagues.ts";
import { type Presence, readNews } from "./live-news.ts";

const ids = { submission: randomUUID(), stream: randomUUID() };
const here = (user: string, more: Partial<Presence> = {}): Presence => ({
  ...{ stream: randomUUID(), submission: ids.submission, user, browser: user, name: `Name of ${user}` },
  ...{ bySection: false, section: "TIP-JUS", indicatorCode: "TIP-JUS-01" },
  ...more,
});
const reader = (role: Role): { actor: Actor; stream: string; browser: string } => ({
  actor: {
    ...{ userId: "reader", sessionId: "session", displayName: "Reader", role, country: "CRI" },
    organisation: null,
    assignedIndicators: scopeOf(role, "submission.read") === "assigned" ? ["TIP-JUS-01"] : null,
  },
  ...{ stream: ids.stream, browser: "reader" },
});

test("who came by a section link is named to those who report and to nobody else of the country", () => {
  const people = [here("account"), here("guest", { bySection: true })];
  const readers = roles.filter((role) => scopeOf(role, "submission.read") !== null);
  const named = readers.filter((role) =>
    colleaguesOf(people, reader(role)).some(({ name }) => name === "Name of guest"),
  );
  expect(named).toEqual(["focal_point", "alternate"]);
  // Colleagues with an account are named to all of them, so that the list above says something.
  for (const role of readers)
    expect([role, colleaguesOf(people, reader(role)).map(({ name }) => name)[0]]).toEqual([role, "Name of account"]);
});

test("an own other tab is always known, also to whoever came by a link", () => {
  const own = here("reader", { bySection: true });
  expect(colleaguesOf([own], reader("contributor"))).toMatchObject([{ who: "own-tab" }]);
});

test("what instances tell each other keeps by which way somebody came", () => {
  const guest = here(randomUUID(), { bySection: true });
  expect(readNews(JSON.stringify({ kind: "here", ...guest }))).toMatchObject({ bySection: true });
});
