import type { AnswerInput, SavedAnswer } from "@avances/contracts";
import { findIndicator, type Indicator, type IndicatorCode } from "@avances/domain/catalogue";
import { catalogue } from "@avances/domain/testing/catalogue";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { makeShelf } from "#lib/shelf.ts";
import { junkTexts } from "#testing/junk.ts";
import { closedStorage, memoryStorage } from "#testing/storage.ts";
import {
  type AnswerStore,
  type AnswerStoreInput,
  type AnswerToSend,
  fillWith,
  isOpen,
  makeAnswerStore,
} from "./answer-store.ts";
import type { SaveTrouble } from "./save-queue.ts";

const format = formatsFor("en");
const [count, yesNo] = ["TIP-PRV-02", "TIP-COO-05"];
const indicatorOf = (code: string) => findIndicator(catalogue, code) as Indicator;

const evidence = [{ title: "Registry", url: null, locator: null }];
const answered: AnswerInput = {
  state: "reported",
  value: { type: "count", total: 5, breakdowns: { sex: { female: 2, male: 2 } }, crossTabs: {} },
  reason: "",
  comment: "Counted twice.",
  evidence,
};
const value = (total: number) => ({ type: "count" as const, total, breakdowns: {}, crossTabs: {} });
const savedAs = (code: string, input: AnswerInput, revision: number): SavedAnswer => ({
  ...input,
  indicatorCode: code,
  revision,
  updatedAt: "2027-03-13T16:42:00.000Z",
  updatedByName: "Ana",
});

/** Plays the server: keeps what it is sent, unless it is told to refuse. */
function makeServer(answers: readonly SavedAnswer[] = []) {
  const held = new Map(answers.map((answer) => [answer.indicatorCode, answer]));
  const server = {
    trouble: null as SaveTrouble | null,
    held,
    sent: [] as string[],
    send: async (code: IndicatorCode, input: AnswerInput, revision: number) => {
      server.sent.push(code);
      if (server.trouble !== null) throw server.trouble;
      const saved = savedAs(code, input, revision + 1);
      held.set(code, saved);
      return saved;
    },
    together: [] as string[][],
    sendMany: async (answers: readonly AnswerToSend[]) => {
      server.together.push(answers.map(({ code }) => code));
      const stale = answers.some(({ code, revision }) => (held.get(code)?.revision ?? 0) !== revision);
      if (server.trouble !== null) throw server.trouble;
      if (stale) throw { kind: "conflict", theirs: null } satisfies SaveTrouble;
      const saved = answers.map(({ code, input, revision }) => savedAs(code, input, revision + 1));
      for (const answer of saved) held.set(answer.indicatorCode, answer);
      return saved;
    },
  };
  return server;
}

interface Setting extends Partial<AnswerStoreInput> {
  readonly storage?: () => Storage;
  readonly server?: ReturnType<typeof makeServer>;
}

/** The form when this person opens it (again) in this browser. */
function open({ storage = () => memoryStorage(), server = makeServer(), ...more }: Setting = {}): AnswerStore {
  return makeAnswerStore({
    userId: "ana",
    submissionId: "s1",
    shelf: makeShelf(storage),
    catalogue,
    indicators: [indicatorOf(count), indicatorOf(yesNo)],
    answers: [...server.held.values()],
    format,
    currency: "CRC",
    send: server.send,
    sendMany: server.sendMany,
    sourcesOf: () => [],
    troubleOf: (error) => error as SaveTrouble,
    ...more,
  });
}

const entryOf = (store: AnswerStore, code = count) => {
  const entry = store.entries().get(code);
  if (entry === undefined) throw new Error(code);
  return entry;
};
const typeTotal = (store: AnswerStore, text: string) =>
  store.edit(count, (draft) => ({ ...draft, fields: { ...draft.fields, total: text } }));

test("a change of one answer is told to those who show it and to those who look at all, and to nobody else", async () => {
  const store = open();
  const calls = { count: 0, yesNo: 0, all: 0 };
  const heard = (what: keyof typeof calls) => () => {
    calls[what] += 1;
  };
  store.subscribeTo(count, heard("count"));
  const stop = store.subscribeTo(yesNo, heard("yesNo"));
  store.subscribe(heard("all"));
  store.edit(count, (draft) => ({ ...draft, fields: { ...draft.fields, total: "5" } }));
  expect(calls).toEqual({ count: 1, yesNo: 0, all: 1 });
  store.commit(count);
  expect(store.entries().get(count)?.queue.sending).not.toBeNull();
  expect(calls).toEqual({ count: 3, yesNo: 0, all: 3 });
  await store.settled();
  expect(calls).toEqual({ count: 4, yesNo: 0, all: 4 });
  stop();
  store.edit(yesNo, (draft) => ({ ...draft, yes: true }));
  expect(calls).toEqual({ count: 4, yesNo: 0, all: 5 });
});

test("what one tab has not saved stays kept when another tab of the same person reads a newer answer, or saves another one", async () => {
  const [storage, server] = [memoryStorage(), makeServer()];
  const kept = () => Object.keys(storage.all());
  const [one, other] = [open({ storage: () => storage, server }), open({ storage: () => storage, server })];
  server.trouble = { kind: "offline" };
  typeTotal(one, "7");
  one.commit(count);
  await one.settled();
  expect([kept(), one.keptIn(count)]).toEqual([[`avances.kept.ana.answer.s1.${count}`], "device"]);
  // A colleague has saved it meanwhile, which arrives in the other tab.
  other.read([savedAs(count, { ...entryOf(other).queue.saved, comment: "Of the registry" }, 3)]);
  server.trouble = null;
  other.edit(yesNo, (draft) => ({ ...draft, yes: true }));
  await other.settled();
  expect(kept()).toEqual([`avances.kept.ana.answer.s1.${count}`]);
  expect(entryOf(open({ storage: () => storage, server })).draft.fields.total).toBe("7");
});

describe("what is typed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("is kept from the first key, sent after a quiet moment, and then no longer kept", async () => {
    const [storage, server] = [memoryStorage(), makeServer()];
    const store = open({ storage: () => storage, server });
    typeTotal(store, "7");
    expect(Object.keys(storage.all())).toEqual([`avances.kept.ana.answer.s1.${count}`]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.held.get(count)?.value).toMatchObject({ total: 7 });
    expect(storage.length).toBe(0);
  });

  test("is there again after a crash, with the revision it was typed on; another person finds and sends nothing of it", async () => {
    const [storage, server] = [memoryStorage(), makeServer([savedAs(count, answered, 3)])];
    typeTotal(open({ storage: () => storage, server }), "1.2.3");
    const esteban = open({ storage: () => storage, server, userId: "esteban" });
    expect(entryOf(esteban).draft.fields.total).toBe("5");
    esteban.commitAll();
    expect(server.sent).toEqual([]);

    const again = open({ storage: () => storage, server });
    expect(entryOf(again)).toMatchObject({ typing: true, queue: { revision: 3 } });
    expect(entryOf(again).draft).toMatchObject({ comment: "Counted twice.", fields: { total: "1.2.3" } });
    // Unreadable text is not sent, and stays kept.
    await again.settled();
    expect(server.sent).toEqual([]);
    expect(isOpen(entryOf(again))).toBe(true);
    expect(Object.keys(storage.all())).toEqual([`avances.kept.ana.answer.s1.${count}`]);
  });

  test("without a network each waits, and goes out in the order in which it was begun, until one cannot be sent", async () => {
    const [storage, server] = [memoryStorage(), makeServer()];
    server.trouble = { kind: "offline" };
    const store = open({ storage: () => storage, server });
    store.edit(yesNo, (draft) => ({ ...draft, yes: true }));
    await vi.advanceTimersByTimeAsync(1_000);
    typeTotal(store, "7");
    await store.settled();
    const since = [yesNo, count].map((code) => entryOf(store, code).openSince ?? 0);
    expect((since[1] ?? 0) - (since[0] ?? 0)).toBe(1_000);
    server.sent.length = 0;
    await store.sendWaiting();
    expect(server.sent).toEqual([yesNo]);

    // The same after a new load, with the moment in which it was begun.
    await vi.advanceTimersByTimeAsync(3_600_000);
    server.trouble = null;
    server.sent.length = 0;
    const again = open({ storage: () => storage, server });
    expect([yesNo, count].map((code) => entryOf(again, code).openSince)).toEqual(since);
    await again.sendKept();
    expect(server.sent).toEqual([yesNo, count]);
    expect([entryOf(again).openSince, storage.length]).toEqual([null, 0]);
  });

  test("a clash after a new load compares with what it was typed over: what only the other changed stays as the other has it", async () => {
    const [storage, server] = [memoryStorage(), makeServer([savedAs(count, answered, 3)])];
    const store = open({ storage: () => storage, server });
    store.edit(count, (draft) => ({ ...draft, fields: { ...draft.fields, total: "9", "b/sex/female": "6" } }));
    const theirs = { ...answered, value: { ...value(5), breakdowns: { sex: { female: 2, male: 2, other: 0 } } } };
    server.held.set(count, { ...savedAs(count, { ...theirs, comment: "Counted once." }, 4), updatedByName: "Esteban" });
    const again = open({ storage: () => storage, server });
    server.trouble = { kind: "conflict", theirs: server.held.get(count) ?? null };
    await again.settled();
    expect(entryOf(again).queue.saved.comment).toBe("Counted twice.");
    server.trouble = null;
    again.combine(count, new Map([["b/sex/other", "theirs"]]));
    await again.settled();
    expect(server.held.get(count)).toMatchObject({
      comment: "Counted once.",
      value: { total: 9, breakdowns: { sex: { female: 6, male: 2, other: 0 } } },
      revision: 5,
    });
    // Both are still there.
    again.reconsider(count, "theirs");
    await again.settled();
    expect(server.held.get(count)?.value).toMatchObject({ total: 5 });
    again.undo(count);
    await again.settled();
    expect(server.held.get(count)?.value).toMatchObject({ total: 9 });
    again.reconsider(count, "mine");
    await again.settled();
    expect(server.held.get(count)?.value).toMatchObject({ total: 9, breakdowns: { sex: { female: 6, male: 2 } } });
  });

  test("a comment that both changed stands as it was chosen, whichever figure stands", async () => {
    for (const side of ["mine", "theirs"] as const) {
      const server = makeServer([savedAs(count, answered, 3)]);
      const store = open({ server });
      store.edit(count, (draft) => ({ ...draft, comment: "Mine.", fields: { ...draft.fields, total: "9" } }));
      const theirs = savedAs(count, { ...answered, value: value(5), comment: "Theirs." }, 4);
      server.held.set(count, theirs);
      server.trouble = { kind: "conflict", theirs };
      await store.settled();
      server.trouble = null;
      store.combine(
        count,
        new Map([
          ["total", "mine"],
          ["comment", side],
        ]),
      );
      await store.settled();
      expect(server.held.get(count)).toMatchObject({
        comment: side === "mine" ? "Mine." : "Theirs.",
        value: { total: 9 },
      });
    }
  });

  test("what an earlier release kept, without what it was typed over, is taken as before", () => {
    const kept = { draft: entryOf(open({ server: makeServer([savedAs(count, answered, 3)]) })).draft, revision: 2 };
    const text = JSON.stringify({ shape: 1, release: "0.1.0", data: kept });
    const storage = memoryStorage({ [`avances.kept.ana.answer.s1.${count}`]: text });
    expect(
      entryOf(open({ storage: () => storage, server: makeServer([savedAs(count, answered, 3)]) })).queue.revision,
    ).toBe(2);
  });

  test("waits for its person when somebody else has signed in, and goes out when they are back", async () => {
    const [storage, server] = [memoryStorage(), makeServer()];
    const store = open({ storage: () => storage, server });
    server.trouble = { kind: "other-person" };
    typeTotal(store, "7");
    await store.settled();
    expect(entryOf(store).queue.trouble).toEqual({ kind: "other-person" });
    // It is not tried again automatically, however long it takes.
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.sent).toEqual([count]);
    expect(storage.length).toBe(1);
    server.trouble = null;
    store.retry();
    await store.settled();
    expect(server.held.get(count)?.value).toMatchObject({ total: 7 });
    expect(storage.length).toBe(0);
  });

  test("is held by the page when the browser keeps nothing", async () => {
    const server = makeServer();
    server.trouble = { kind: "offline" };
    const shelf = makeShelf(closedStorage);
    typeTotal(open({ shelf, server }), "7");
    expect(shelf.stateOf("ana")).toMatchObject({ trouble: "closed", isHeld: true });
    expect(entryOf(open({ shelf, server })).draft.fields.total).toBe("7");
  });

  test("whatever stands in the browser's storage, the form opens and every unusable text is set aside", () => {
    fc.assert(
      fc.property(junkTexts, junkTexts, (draft, before) => {
        const storage = memoryStorage({
          [`avances.kept.ana.answer.s1.${count}`]: draft,
          [`avances.kept.ana.before.s1.${count}`]: before,
        });
        const shelf = makeShelf(() => storage);
        const store = open({ shelf, server: makeServer([savedAs(count, answered, 1)]) });
        expect(entryOf(store).draft.fields.total).toBe("5");
        expect(
          shelf
            .stateOf("ana")
            .aside.map(({ raw }) => raw)
            .sort(),
        ).toEqual([draft, before].sort());
      }),
      { numRuns: 100 },
    );
  });

  test("what is kept for a question that is no longer asked of this person is set aside, not forgotten", () => {
    const storage = memoryStorage();
    typeTotal(open({ storage: () => storage }), "7");
    const shelf = makeShelf(() => storage);
    open({ shelf, indicators: [indicatorOf(yesNo)] });
    expect(shelf.stateOf("ana")).toMatchObject({ places: [], aside: [{ name: `answer.s1.${count}` }] });
  });
});

describe("an act that replaces what stands in the form", () => {
  const server = () => makeServer([savedAs(count, answered, 1)]);
  const lastRound: AnswerInput = {
    state: "reported",
    value: { type: "count", total: 9, breakdowns: {}, crossTabs: {} },
    reason: "",
    comment: "",
    evidence: [],
  };
  const same = fillWith(indicatorOf(count), lastRound, format, "CRC");

  test("'same as last year' over value, table, evidence and comment is taken back whole, and done again", async () => {
    const side = server();
    const store = open({ server: side });
    const before = entryOf(store).draft;
    store.replace(count, "last-round", same);
    await store.settled();
    expect(side.held.get(count)).toMatchObject({ value: { total: 9 }, evidence: [] });
    expect(entryOf(store).replaced).toMatchObject({ act: "last-round", isFresh: true, isUndone: false });
    store.undo(count);
    await store.settled();
    expect(entryOf(store).draft).toEqual(before);
    expect(side.held.get(count)).toMatchObject(answered);
    expect(entryOf(store).replaced?.isUndone).toBe(true);
    store.undo(count);
    await store.settled();
    expect(side.held.get(count)?.value).toMatchObject({ total: 9 });
  });

  test("an unreadable text that was replaced comes back as it was typed", () => {
    const store = open({ server: server() });
    typeTotal(store, "1.2.3");
    store.replace(count, "last-round", same);
    expect(entryOf(store).draft.fields.total).toBe("9");
    store.undo(count);
    expect(entryOf(store).draft.fields.total).toBe("1.2.3");
  });

  test("a slip on 'not available' empties nothing: back at 'reported' the value and the table are there, also after the page was left", async () => {
    const [storage, side] = [memoryStorage(), server()];
    const store = open({ storage: () => storage, server: side });
    store.replace(count, "state", (draft) => ({ ...draft, state: "not_available" }));
    await store.settled();
    expect(side.held.get(count)).toMatchObject({ state: "not_available", value: null });

    const again = open({ storage: () => storage, server: side });
    expect(entryOf(again).draft.state).toBe("not_available");
    expect(isOpen(entryOf(again))).toBe(false);
    expect(entryOf(again).replaced?.isFresh).toBe(false);
    // Even after another mistake and a reason in between.
    again.edit(count, (draft) => ({ ...draft, reason: "Nobody counts them in this country." }));
    again.replace(count, "state", (draft) => ({ ...draft, state: "not_applicable" }));
    await again.settled();
    const third = open({ storage: () => storage, server: side });
    third.replace(count, "state", (draft) => ({ ...draft, state: "reported" }));
    await third.settled();
    expect(side.held.get(count)).toMatchObject({ ...answered, reason: "" });
  });

  test("taking the colleague's answer puts one's own aside", async () => {
    const side = server();
    const store = open({ server: side });
    typeTotal(store, "7");
    side.trouble = { kind: "conflict", theirs: savedAs(count, { ...answered, comment: "Final." }, 4) };
    await store.settled();
    side.trouble = null;
    store.takeTheirs(count);
    expect(entryOf(store).draft).toMatchObject({ comment: "Final.", fields: { total: "5" } });
    store.undo(count);
    await store.settled();
    expect(side.held.get(count)).toMatchObject({ revision: 5, value: { total: 7 }, comment: "Counted twice." });
  });

  test("over an empty form there is nothing to undo", () => {
    const store = open();
    store.replace(count, "last-round", same);
    expect(entryOf(store).replaced).toBeNull();
    // A cleared choice counts as a change.
    store.edit(yesNo, (draft) => ({ ...draft, yes: true }));
    store.replace(yesNo, "cleared", (draft) => ({ ...draft, yes: null }));
    store.undo(yesNo);
    expect(entryOf(store, yesNo).draft.yes).toBe(true);
    expect(entryOf(store, yesNo).replaced).toMatchObject({ isUndone: true, draft: { yes: null } });
  });
});

describe("many answers as one act", () => {
  const yes: AnswerInput = { ...answered, value: { type: "boolean", value: true }, comment: "" };
  const confirm = (store: AnswerStore) =>
    store.replaceMany(
      "last-round",
      new Map([
        [count, fillWith(indicatorOf(count), answered, format, "CRC")],
        [yesNo, fillWith(indicatorOf(yesNo), yes, format, "CRC")],
      ]),
    );

  test("are sent together, told once, and undone together; the page says nothing is left to undo", async () => {
    const server = makeServer();
    const store = open({ server });
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    confirm(store);
    expect(told).toBe(1);
    await store.settled();
    expect(server.together).toEqual([[count, yesNo]]);
    expect(server.sent).toEqual([]);
    expect(server.held.get(yesNo)).toMatchObject({ state: "reported", value: { value: true }, evidence });

    expect(store.undoLast()).toEqual({ restored: [count, yesNo], kept: [] });
    await store.settled();
    expect(server.held.get(count)).toMatchObject({ state: "not_reported", value: null });
    expect(server.held.get(yesNo)).toMatchObject({ state: "not_reported", revision: 2 });
    expect([store.lastAct(), store.undoLast()]).toEqual([null, null]);
  });

  test("what was changed since the act stays as it is when the act is undone", async () => {
    const server = makeServer();
    const store = open({ server });
    confirm(store);
    typeTotal(store, "9");
    await store.settled();
    expect(store.undoLast()).toEqual({ restored: [yesNo], kept: [count] });
    await store.settled();
    expect(server.held.get(count)?.value).toMatchObject({ total: 9 });
    expect(server.held.get(yesNo)?.state).toBe("not_reported");
  });

  test("one that somebody else saved meanwhile keeps no other from being saved, and is asked about", async () => {
    const server = makeServer();
    const theirs: SaveTrouble = { kind: "conflict", theirs: savedAs(count, { ...answered, comment: "Mine" }, 1) };
    const store = open({
      server,
      send: async (code, input, revision) => {
        if (code === count) throw theirs;
        return server.send(code, input, revision);
      },
    });
    server.held.set(count, savedAs(count, answered, 1));
    confirm(store);
    await store.settled();
    expect(server.sent).toEqual([yesNo]);
    expect(server.held.get(yesNo)).toMatchObject({ value: { value: true } });
    expect(entryOf(store).queue.trouble).toEqual(theirs);
  });

  test("without a connection all of them are kept and sent later", async () => {
    const [storage, server] = [memoryStorage(), makeServer()];
    server.trouble = { kind: "offline" };
    const store = open({ storage: () => storage, server });
    confirm(store);
    await store.settled();
    expect(Object.keys(storage.all())).toHaveLength(2);
    server.trouble = null;
    store.retry();
    await store.settled();
    expect([...server.held.keys()].sort()).toEqual([yesNo, count].sort());
    expect(storage.length).toBe(0);
  });
});

describe("the source of the round before", () => {
  const sources = [{ title: "Registry", url: "", locator: "" }];

  test("comes with the first figure, not before it, and not again once it was removed", async () => {
    const server = makeServer();
    const store = open({ server, sourcesOf: (code) => (code === count ? sources : []) });
    store.edit(count, (draft) => ({ ...draft, comment: "Still counting" }));
    await store.settled();
    expect(server.held.get(count)?.evidence).toEqual([]);
    typeTotal(store, "7");
    await store.settled();
    expect(server.held.get(count)).toMatchObject({ value: { total: 7 }, evidence });
    store.replace(count, "evidence", (draft) => ({ ...draft, evidence: [] }));
    typeTotal(store, "8");
    await store.settled();
    expect(server.held.get(count)).toMatchObject({ value: { total: 8 }, evidence: [] });
  });

  test("does not come where it was declined, nor beside one that was given", async () => {
    const server = makeServer();
    const store = open({ server, sourcesOf: () => sources });
    store.declineSources(count);
    typeTotal(store, "7");
    store.edit(yesNo, (draft) => ({ ...draft, yes: true, evidence: [{ title: "Decree", url: "", locator: "" }] }));
    await store.settled();
    expect(server.held.get(count)?.evidence).toEqual([]);
    expect(server.held.get(yesNo)?.evidence).toMatchObject([{ title: "Decree" }]);
  });
});
