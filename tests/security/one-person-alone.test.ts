import { addAccount, goodPassword } from "@avances/api/testing/add-account";
import { startTestApi, type TestApi } from "@avances/api/testing/start-test-api";
import { reachesFar, roles } from "@avances/domain/access";
import { testClient } from "@avances/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accountOperations, LoneAttacker, ownDomain, type Try } from "./support/lone-attacker.ts";

const attackerAddress = `ana@${ownDomain}`;

test("the attacker knows how to try every operation on accounts, sessions and kept mail", () => {
  const known = Object.keys(LoneAttacker.tries);
  expect(accountOperations.map(({ operationId }) => operationId).filter((name) => !known.includes(name))).toEqual([]);
  expect(accountOperations.length).toBeGreaterThan(14);
});

/** A secretariat that has had two people: the other one at work, gone long ago, or only invited after a third one left. */
const colleagues = ["at work", "gone", "one gone, one invited"] as const;

async function world(colleague: (typeof colleagues)[number]): Promise<TestApi> {
  const api = await startTestApi();
  await addAccount(api, { role: "secretariat", email: attackerAddress });
  const eva = await addAccount(api, { role: "secretariat", email: "eva@ts.example" });
  await addAccount(api, { role: "focal_point", country: "CRI", email: "focal@cri.example" });
  await addAccount(api, { role: "alternate", country: "CRI", email: "left@cri.example" });
  await addAccount(api, { role: "civil_society", organisation: "RNCOM", email: "voice@rncom.example" });
  if (colleague === "one gone, one invited")
    await api.addPerson({ role: "secretariat", email: `planted@${ownDomain}` });
  // Reads the outbox for the attacker's mailbox; never acts.
  await api.person("secretariat");
  const gone = colleague === "at work" ? ["left@cri.example"] : ["left@cri.example", eva.email];
  const owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  await owner.query("update app.app_user set ended_at = $1 where email = any($2)", [api.clock.now(), gone]);
  await owner.end();
  return api;
}

/** What must not change: the accounts that reach far, and their passwords. */
async function standing(api: TestApi): Promise<readonly unknown[]> {
  const owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query(
      `select u.id, u.email, u.role, u.country_code, u.organisation_code, u.ended_at, c.password_hash
       from app.app_user u left join auth.credential c on c.user_id = u.id
       where (u.role = any($2) or u.country_code is not null) and u.confirmed_at is not null and u.email <> $1
       order by u.id`,
      [attackerAddress, roles.filter((role) => reachesFar({ role, country: null }))],
    );
    return rows;
  } finally {
    await owner.end();
  }
}

const tries = Object.keys(LoneAttacker.tries);
// Promising acts are tried more often than the others.
const promising = [
  "invitePerson",
  "endPerson",
  "resendInvitation",
  "confirmRequest",
  "acceptInvitation",
  "askForAddress",
  "useAddressChange",
  "askForRole",
  "reopenPerson",
  "time passes",
];
const oneTry: fc.Arbitrary<Try> = fc.record({
  what: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...promising) }, fc.constantFrom(...tries)),
  one: fc.nat(30),
  other: fc.nat(30),
  role: fc.constantFrom(...roles),
  hours: fc.constantFrom(0.1, 1, 23, 25, 80),
});

test("one person of a secretariat that had two reaches no country, no organisation and no second identity, whatever is tried in whatever order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...colleagues),
      fc.array(oneTry, { minLength: 20, maxLength: 30 }),
      async (colleague, walk) => {
        const api = await world(colleague);
        try {
          const before = await standing(api);
          const attacker = new LoneAttacker(api, attackerAddress, goodPassword);
          for (const given of walk) await attacker.attempt(given);
          await attacker.finish();
          const told = attacker.history.join("\n");
          expect(attacker.faults, told).toEqual([]);
          expect(await standing(api), told).toEqual(before);
          const wrong = attacker.identities.filter(reachesFar);
          expect(wrong, told).toEqual([]);
        } finally {
          await api.close();
        }
      },
    ),
    { numRuns: 6, endOnFailure: true },
  );
}, 240_000);
