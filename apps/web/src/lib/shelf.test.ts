import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { junkTexts } from "#testing/junk.ts";
import { closedStorage, memoryStorage } from "#testing/storage.ts";
import { isNullOr, isNumber, isShape, isText } from "./read-kept.ts";
import { kinds, makeShelf, type Place } from "./shelf.ts";

interface Draft {
  readonly text: string;
  readonly level: number | null;
}
const isDraft = isShape<Draft>({ text: isText, level: isNullOr(isNumber) });
const place = (name: string, userId = "ana", kind: Place["kind"] = "answer"): Place => ({ userId, kind, name });
const draft: Draft = { text: "1.2.3", level: null };

describe("what the browser keeps", () => {
  test("comes back as it was, to the same person only, with its shape and release", () => {
    const storage = memoryStorage();
    const shelf = makeShelf(() => storage);
    shelf.keep(place("s1.TIP-JUS-01"), draft);
    expect(makeShelf(() => storage).read(place("s1.TIP-JUS-01"), isDraft)).toEqual(draft);
    expect([...shelf.readAll(place("s1."), isDraft)]).toEqual([["TIP-JUS-01", draft]]);
    expect(shelf.read(place("s1.TIP-JUS-01", "esteban"), isDraft)).toBeUndefined();
    expect(shelf.stateOf("esteban")).toEqual({ places: [], aside: [], trouble: null, isHeld: false });
    expect(JSON.parse(storage.getItem("avances.kept.ana.answer.s1.TIP-JUS-01") ?? "")).toEqual({
      shape: 1,
      release: expect.any(String),
      data: draft,
    });
  });

  test("whatever stands at any of its keys: read as it is, or set aside with its very text; never thrown, never lost", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds, "8a1e1f7c-3f0e"),
        fc.string({ maxLength: 8 }),
        junkTexts,
        (kind, name, raw) => {
          const key = `avances.kept.ana.${kind}.${name}`;
          const storage = memoryStorage({ [key]: raw });
          const shelf = makeShelf(() => storage);
          shelf.inspect("ana");
          const found = kinds.flatMap((one) => [...shelf.readAll(place("", "ana", one), isDraft).values()]);
          const aside = shelf.stateOf("ana").aside.map((one) => one.raw);
          if (found.length === 0) expect(aside).toEqual([raw]);
          else expect([found, aside]).toEqual([[(JSON.parse(raw) as { data: unknown }).data], []]);
          // The key is free for what is typed now, and no word of the old entry is overwritten.
          if (kind !== "8a1e1f7c-3f0e") {
            shelf.keep({ userId: "ana", kind, name }, draft);
            expect(shelf.read({ userId: "ana", kind, name }, isDraft)).toEqual(draft);
            if (found.length === 0) expect(shelf.stateOf("ana").aside.map((one) => one.raw)).toEqual([raw]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("entries of a release that wrote none of this are set aside and named, each with its text", () => {
    const old = JSON.stringify({ draft, revision: 3 });
    const storage = memoryStorage({ "avances.kept.ana.sub-1.TIP-JUS-01": old, "avances.kept.esteban.sub-1.X": old });
    const shelf = makeShelf(() => storage);
    shelf.inspect("ana");
    expect(shelf.stateOf("ana")).toEqual({
      places: [],
      aside: [{ key: "avances.aside.ana.sub-1.TIP-JUS-01", name: "sub-1.TIP-JUS-01", raw: old }],
      trouble: null,
      isHeld: false,
    });
    expect(shelf.stateOf("esteban").aside).toEqual([]);
    // The same key twice: both texts stay.
    storage.setItem("avances.kept.ana.sub-1.TIP-JUS-01", "another");
    shelf.inspect("ana");
    expect(shelf.stateOf("ana").aside.map(({ raw }) => raw)).toEqual([old, "another"]);
    for (const { key } of shelf.stateOf("ana").aside) shelf.dropAside(key);
    expect(shelf.stateOf("ana").aside).toEqual([]);
  });

  test("forgets one person and no other, and what an act replaced without what is still to be sent", () => {
    const shelf = makeShelf(() => memory);
    const memory = memoryStorage({ "avances.theme": "x", foreign: "y" });
    for (const userId of ["ana", "esteban"]) for (const kind of kinds) shelf.keep(place("s1.X", userId, kind), draft);
    shelf.forget("ana", ["before"]);
    expect(shelf.stateOf("ana").places.map(({ kind }) => kind)).toEqual(["answer", "text"]);
    expect(shelf.read(place("s1.X", "ana", "before"), isDraft)).toBeUndefined();
    shelf.forget("ana");
    expect(shelf.stateOf("ana").places).toEqual([]);
    expect(shelf.read(place("s1.X", "esteban", "before"), isDraft)).toEqual(draft);
    expect([memory.getItem("avances.theme"), memory.getItem("foreign")]).toEqual(["x", "y"]);
  });

  const none = memoryStorage({}, { room: 0 });
  const full = memoryStorage({ other: "x".repeat(90) }, { room: 100 });
  test.each([
    ["closed", () => closedStorage],
    ["closed", () => () => none],
    ["full", () => () => full],
  ] as const)("a storage that is %s is said, and the page holds the text meanwhile", (trouble, make) => {
    const storage = make();
    const shelf = makeShelf(storage);
    let told = 0;
    shelf.subscribe(() => (told += 1));
    shelf.inspect("ana");
    expect(shelf.stateOf("ana").trouble).toBeNull();
    shelf.keep(place("s1.X"), draft);
    expect(shelf.stateOf("ana")).toMatchObject({ trouble, places: [place("s1.X")], isHeld: true });
    expect(told).toBeGreaterThan(0);
    expect(shelf.read(place("s1.X"), isDraft)).toEqual(draft);
    shelf.keep(place("s1.X"), { ...draft, text: "4" });
    expect(shelf.read(place("s1.X"), isDraft)?.text).toBe("4");
    shelf.drop(place("s1.X"));
    // If the browser refused once, it will refuse again: the page goes on saying so until a write succeeds.
    expect(shelf.stateOf("ana")).toEqual({ places: [], aside: [], trouble, isHeld: false });
  });

  test("in a full storage an unreadable entry is set aside without losing its text", () => {
    const raw = "x".repeat(60);
    const storage = memoryStorage({ "avances.kept.ana.answer.s1.X": raw }, { room: 90 });
    const shelf = makeShelf(() => storage);
    expect(shelf.read(place("s1.X"), isDraft)).toBeUndefined();
    expect(shelf.stateOf("ana").aside).toMatchObject([{ raw }]);
    expect(Object.values(storage.all())).toContain(raw);
  });
});
