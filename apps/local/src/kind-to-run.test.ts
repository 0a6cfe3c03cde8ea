import { expect, test } from "vitest";
import { readLocalConfig } from "./config.ts";
import { kindToRun } from "./kind-to-run.ts";

const runs = (state: Parameters<typeof kindToRun>[0], args: string[], env: Record<string, string> = {}) =>
  kindToRun(state, readLocalConfig(args, env));

test("an empty database becomes what the start asks for; a filled one is what it is", () => {
  expect(runs("empty", [])).toBe("demonstration");
  expect(runs("empty", ["--empty"])).toBe("real");
  expect(runs("empty", [], { DEMO: "off" })).toBe("real");
  expect(runs("real", [])).toBe("real");
  expect(runs("real", ["--empty"])).toBe("real");
  expect(runs("demonstration", [])).toBe("demonstration");
  expect(runs("demonstration", [], { DEMO: "on" })).toBe("demonstration");
});

test("a start that contradicts what the database says it is ends in words", () => {
  expect(() => runs("demonstration", ["--empty"])).toThrow("./data holds the demonstration region");
  expect(() => runs("demonstration", [], { DEMO: "off" })).toThrow("passwords that everybody knows");
  expect(() => runs("real", [], { DEMO: "on" })).toThrow("holds real work and gets no demonstration data");
  const DATABASE_OWNER_URL = "postgres://owner:word@db/avances";
  expect(() => runs("demonstration", ["--empty"], { DATABASE_OWNER_URL })).toThrow(
    /^The database holds .* DATABASE_OWNER_URL/,
  );
  for (const args of [[], ["--empty"]]) expect(() => runs("unfinished", args)).toThrow("half made");
});

test("a demonstration with its known passwords is not opened to the network by mistake, whatever the start calls it", () => {
  const HOST = "0.0.0.0";
  for (const state of ["empty", "demonstration"] as const) {
    expect(() => runs(state, [], { HOST })).toThrow("DEMO_HOST_OK");
    expect(runs(state, [], { HOST, DEMO_HOST_OK: "1" })).toBe("demonstration");
  }
  expect(() => runs("demonstration", ["--empty"], { HOST })).toThrow("passwords");
  expect(runs("empty", ["--empty"], { HOST })).toBe("real");
  expect(runs("real", [], { HOST })).toBe("real");
});
