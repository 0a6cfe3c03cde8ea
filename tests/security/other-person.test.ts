import { endSession } from "@avances/contracts";
import { rolesFor, scopeOf } from "@avances/domain/access";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Operation, operations, type Targets } from "./support/operations.ts";
import { own, type TwoCountries, twoCountries } from "./support/two-countries.ts";

// Two people use one browser. The cookies belong to whoever signed in last; a tab may still show the other.

let world: TwoCountries;
beforeAll(async () => {
  world = await twoCountries();
}, 120_000);
afterAll(() => world?.close());

const personal = operations.filter(
  ({ contract }) => contract.operationId === endSession.operationId || !rolesFor(contract.action).includes("public"),
);

function ask(operation: Operation, as: TwoCountries["people"][number], targets: Targets, shown: string) {
  return world.api.call(operation.contract, {
    as,
    ...(operation.params && { params: operation.params(targets) }),
    ...(operation.query && { query: operation.query(targets) as never }),
    ...(operation.body && { body: operation.body(targets) as never }),
    ...(operation.revision !== undefined && { revision: operation.revision }),
    headers: { "x-acting-as": shown },
  });
}

test("no operation is done for the session of one person while the page shows another", async () => {
  const before = await world.content();
  const wrong: string[] = [];
  let calls = 0;
  for (const operation of personal) {
    for (const person of world.people) {
      // Even for a person without the right, and before the body or the thing is looked at.
      const shown = world.people.find(({ userId }) => userId !== person.userId)?.userId ?? "";
      for (const [targets, claim] of [
        [world.targets[own], shown],
        [world.missing, "00000000-0000-4000-8000-000000000000"],
      ] as const) {
        const { status, problem } = await ask(operation, person, targets, claim);
        calls += 1;
        if (`${status} ${problem?.code}` !== "409 other-person")
          wrong.push(`${operation.contract.operationId} as ${person.role}: ${status} ${problem?.code}`);
        if (problem?.details !== undefined) wrong.push(`${operation.contract.operationId}: tells ${problem.details}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(calls).toBeGreaterThan(500);
  expect(await world.content()).toEqual(before);
}, 300_000);

test("a page that shows the person whose session it is gets what a program without the header gets", async () => {
  const reading = personal.filter(({ contract }) => contract.method === "GET");
  for (const operation of reading) {
    for (const person of world.people.filter(({ role }) => scopeOf(role, operation.contract.action) !== null)) {
      const { status, text } = await ask(operation, person, world.targets[own], person.userId);
      const without = await world.api.call(operation.contract, {
        as: person,
        ...(operation.params && { params: operation.params(world.targets[own]) }),
        ...(operation.query && { query: operation.query(world.targets[own]) as never }),
      });
      expect(status, `${operation.contract.operationId} as ${person.role}`).toBe(without.status);
      expect(text).not.toContain("other-person");
    }
  }
});

test("signing out under the name of one person does not sign the other out", async () => {
  const [ana, esteban] = world.people;
  if (ana === undefined || esteban === undefined) throw new Error("nobody is there");
  expect((await world.api.call(endSession, { as: esteban, headers: { "x-acting-as": ana.userId } })).status).toBe(409);
  const own = operations.find(({ contract }) => contract.operationId === "getRoundStatus");
  if (own === undefined) throw new Error("the board is gone");
  expect((await ask(own, esteban, world.missing, esteban.userId)).status).not.toBe(401);
});
