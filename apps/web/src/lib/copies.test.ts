import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FakeIndexedDb, fakeIndexedDb } from "#testing/indexed-db.ts";
import { memoryStorage } from "#testing/storage.ts";
import { forgetCopiesOfOthers } from "./forget-copies.ts";
import { hasCopies, markCopies } from "./has-copies.ts";
import { nobody, type PagePerson, type Person } from "./page-person.ts";

let indexed: FakeIndexedDb;
const mark = () => localStorage.getItem("avances.copies");

beforeEach(async () => {
  indexed = fakeIndexedDb();
  vi.stubGlobal("indexedDB", indexed.factory);
  vi.stubGlobal("localStorage", memoryStorage());
  // The store is made when it is first opened.
  markCopies("");
  await forgetCopiesOfOthers(nobody);
  expect(hasCopies()).toBe(false);
});
afterEach(() => vi.unstubAllGlobals());

const page = (id: string | null, more: Partial<PagePerson> = {}): PagePerson => ({
  ...nobody,
  person: person(id),
  ...more,
});
function person(id: string | null): Person | null {
  if (id === null) return null;
  const [role, country] = id === "desk" ? (["secretariat", null] as const) : (["focal_point", "CRI"] as const);
  return {
    ...{ id, displayName: id, email: `${id}@example.org`, role, country },
    ...{ organisation: null, assignedIndicators: null, language: "es", section: null },
  };
}
function holdsCopiesOf(...people: readonly string[]): void {
  for (const userId of people)
    for (const key of ['["home"]', '["session"]'])
      indexed.stores.get("copies")?.set(`${userId} ${key}`, { name: `${userId} ${key}`, userId });
  markCopies(people.length === 1 ? (people[0] as string) : "");
}
const owners = () => [...new Set([...(indexed.stores.get("copies")?.values() ?? [])].map(({ userId }) => userId))];

test("copies go as soon as the portal says that somebody else is signed in, also somebody for whom nothing is copied", async () => {
  for (const next of ["desk", "rosa", null]) {
    holdsCopiesOf("ana");
    await forgetCopiesOfOthers(page("ana"));
    expect([next, owners(), mark()]).toEqual([next, ["ana"], "ana"]);
    await forgetCopiesOfOthers(page(next));
    expect([next, owners(), mark()]).toEqual([next, [], null]);
  }
});

test("copies of several, as an earlier release may have left them, are reduced to those of whoever is signed in", async () => {
  holdsCopiesOf("ana", "rosa");
  await forgetCopiesOfOthers(page("rosa"));
  expect([owners(), mark()]).toEqual([["rosa"], "rosa"]);
});

test("on a page that still shows the one before, what counts is whose session it is", async () => {
  holdsCopiesOf("ana", "rosa");
  const other = (id: string | null) => page("ana", { standing: { kind: "other", person: person(id) } });
  await forgetCopiesOfOthers(other(null));
  expect(owners()).toEqual(["ana", "rosa"]);
  await forgetCopiesOfOthers(other("rosa"));
  expect(owners()).toEqual(["rosa"]);
  await forgetCopiesOfOthers(page("rosa", { standing: { kind: "signed-out" } }));
  expect([owners(), mark()]).toEqual([[], null]);
});

test("what cannot be removed now is tried again", async () => {
  holdsCopiesOf("ana");
  indexed.fault = new DOMException("", "AbortError");
  await forgetCopiesOfOthers(page("desk"));
  expect([owners(), mark()]).toEqual([["ana"], "ana"]);
  indexed.fault = null;
  await forgetCopiesOfOthers(page("desk"));
  expect([owners(), mark()]).toEqual([[], null]);
});
