import type { SavedAnswer, SubmissionView } from "@avances/contracts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiProblem } from "#lib/api-client.ts";
import { eventsIn } from "#lib/event-stream.ts";
import { stayConnected } from "#lib/stay-connected.ts";
import { emptyAnswer } from "../saving/answer-draft.ts";
import { startQueue } from "../saving/save-queue.ts";
import { changesBy, makeTold, toReadAnew } from "./changed-elsewhere.ts";
import { withPresent } from "./follow-report.ts";
import { placeOf } from "./place-of.ts";

const saved = (indicatorCode: string, revision: number, updatedByName: string): SavedAnswer => ({
  ...emptyAnswer,
  ...{ indicatorCode, revision, updatedByName, updatedAt: "2027-03-13T16:42:00.000Z" },
});

test("events come in pieces of any length; comments say nothing", () => {
  const sent = 'data: {"notes":1}\n\n: still here\n\ndata: {"notes":2}\n\n';
  for (let cut = 0; cut <= sent.length; cut += 1) {
    const one = eventsIn(sent.slice(0, cut));
    const other = eventsIn(one.rest + sent.slice(cut));
    expect([...one.data, ...other.data]).toEqual(['{"notes":1}', '{"notes":2}']);
    expect(other.rest).toBe("");
  }
});

test("read anew is what is newer than here; not what is being sent from here, nor what this person is not asked", () => {
  const queue = startQueue(emptyAnswer, saved("TIP-PRO-01", 3, "Ana"));
  const entries = new Map([
    ["TIP-PRO-01", { queue }],
    ["TIP-PRO-02", { queue: { ...queue, sending: emptyAnswer } }],
    ["TIP-PRO-03", { queue }],
  ]);
  expect(toReadAnew({ "TIP-PRO-01": 4, "TIP-PRO-02": 4, "TIP-PRO-03": 3, "TIP-PRO-04": 1 }, entries)).toEqual([
    "TIP-PRO-01",
  ]);
});

test("changes are told by person; one's own other tab is nobody else, also under the same name", () => {
  const read = [
    saved("A", 2, "Ana Solano"),
    saved("B", 2, "Esteban"),
    saved("C", 2, "Ana Solano"),
    saved("D", 2, "Esteban"),
  ];
  expect(changesBy(read, ["C"])).toEqual([
    { by: "Ana Solano", isOwn: false, codes: ["A"] },
    { by: "Esteban", isOwn: false, codes: ["B", "D"] },
    { by: "Ana Solano", isOwn: true, codes: ["C"] },
  ]);
});

test("a change is told once, whether the line told of it first or the whole report was read first", () => {
  const changes = makeTold();
  // The line was first.
  expect(changes.tell([saved("A", 2, "Esteban")], ["A"]).map(({ indicatorCode }) => indicatorCode)).toEqual(["A"]);
  changes.arrived([saved("A", 2, "Esteban")]);
  expect(changes.untold()).toEqual([]);
  // The report was first: it is untold until somebody is named, also after a try that failed, and the line adds nothing.
  changes.arrived([saved("A", 3, "Esteban"), saved("B", 1, "Esteban")]);
  for (const _ of ["try", "again"]) expect(changes.untold()).toEqual(["A", "B"]);
  const read = [saved("A", 4, "Marta"), saved("B", 1, "Esteban")];
  expect(changes.tell(read, ["A", "B"])).toEqual(read);
  expect([changes.untold(), changes.tell(read, ["A"])]).toEqual([[], []]);
  // What is not there any more is not asked for again and again.
  changes.arrived([saved("C", 1, "Esteban")]);
  expect(changes.tell([], ["C"])).toEqual([]);
  expect(changes.untold()).toEqual([]);
});

test("what was read does not replace what is newer in the page", () => {
  const view = {
    answers: [saved("A", 5, "Ana"), saved("B", 1, "Ana")],
    submission: { answered: 2, revision: 2 },
  } as unknown as SubmissionView;
  const next = withPresent(view, {
    answers: [saved("A", 4, "Esteban"), saved("B", 2, "Esteban"), saved("C", 1, "Esteban")],
    byReader: [],
    answered: 3,
    submissionRevision: 2,
  });
  expect(next.answers.map(({ indicatorCode, revision }) => [indicatorCode, revision])).toEqual([
    ["A", 5],
    ["B", 2],
    ["C", 1],
  ]);
  expect(next.submission.answered).toBe(3);
});

test("a place is the indicator with the focus, or the section in the address", () => {
  expect(placeOf("TIP-PRO-04", "?section=TIP-LEG")).toEqual({ section: "TIP-PRO", indicatorCode: "TIP-PRO-04" });
  expect(placeOf(null, "?section=TIP-LEG")).toEqual({ section: "TIP-LEG", indicatorCode: null });
  expect(placeOf(null, "?section=<script>")).toEqual({ section: null, indicatorCode: null });
});

describe("the line to the server", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function line() {
    const opened: { end: (error?: unknown) => void; told: () => void }[] = [];
    const state = { isWanted: true, look: () => undefined as unknown, lost: 0, refused: [] as string[] };
    const stop = stayConnected(
      {
        open: (told, signal) =>
          new Promise((resolve, reject) => {
            opened.push({ told, end: (error) => (error === undefined ? resolve() : reject(error)) });
            signal.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
          }),
        isWanted: () => state.isWanted,
        onChange: (look) => {
          state.look = look;
          return () => undefined;
        },
        lost: () => {
          state.lost += 1;
        },
        refused: ({ code }) => state.refused.push(code),
      },
      () => 0.5,
    );
    return { opened, state, stop };
  }
  const gone = new ApiProblem(0, "unreachable", null);
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  test("is remade after a while that doubles, up to half a minute, and at once when something changes", async () => {
    const { opened, state } = line();
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      const before = opened.length;
      opened.at(-1)?.end(gone);
      let waited = 0;
      await pass(0);
      for (; opened.length === before; waited += 500) await pass(500);
      waits.push(waited);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    opened.at(-1)?.end(gone);
    await pass(10);
    state.look();
    expect(opened).toHaveLength(10);
    // Once something was told, the next wait is short again.
    opened.at(-1)?.told();
    opened.at(-1)?.end();
    await pass(1_000);
    expect(opened).toHaveLength(11);
  });

  test("is let go when nobody looks, refused ones are told, and a report that is not theirs is given up", async () => {
    const { opened, state } = line();
    state.isWanted = false;
    state.look();
    await pass(60_000);
    expect([opened.length, state.lost]).toEqual([1, 1]);
    state.isWanted = true;
    state.look();
    opened.at(-1)?.end(new ApiProblem(401, "not-signed-in", null));
    await pass(2_000);
    expect([state.refused, opened.length]).toEqual([["not-signed-in"], 3]);
    opened.at(-1)?.end(new ApiProblem(404, "not-found", null));
    await pass(120_000);
    state.look();
    expect(opened).toHaveLength(3);
  });
});
