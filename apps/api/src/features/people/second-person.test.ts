import {
  confirmRequest,
  endPerson,
  invitePerson,
  listPeople,
  type PersonView,
  resendInvitation,
  withdrawRequest,
} from "@avances/contracts";
import { listMails } from "@avances/db/queries/mail-queries";
import { runScheduler } from "@avances/notices";
import { auditEventsOf } from "@avances/testing";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { addAccount } from "#testing/add-account.ts";
import { startTestApi, type TestApi, type TestPerson } from "#testing/start-test-api.ts";
import { addSecretariatPerson } from "./add-secretariat-person.ts";

let api: TestApi;
let ana: TestPerson;
let eva: TestPerson;
let focalPoint: TestPerson;
let alternate: TestPerson;
let number = 0;

beforeEach(async () => {
  await api?.close();
  api = await startTestApi();
  ana = await addAccount(api, { role: "secretariat", email: "ana@ts.example" });
  eva = await addAccount(api, { role: "secretariat", email: "eva@ts.example" });
  focalPoint = await addAccount(api, { role: "focal_point", country: "CRI", email: "focal@cri.example" });
  alternate = await api.addPerson({ role: "alternate", country: "CRI", email: "alternate@cri.example" });
});
afterAll(() => api.close());

type View = z.output<typeof PersonView>;
const end = (as: TestPerson, { userId }: TestPerson) => api.call(endPerson, { as, params: { personId: userId } });
const decide = (contract: typeof confirmRequest | typeof withdrawRequest, as: TestPerson, { id, waiting }: View) =>
  api.call(contract, { as, params: { personId: id, requestId: waiting?.id ?? id } });
const invite = (as: TestPerson, role: "alternate" | "secretariat" = "alternate") => {
  number += 1;
  const country = role === "secretariat" ? null : "CRI";
  const body = {
    address: `new${number}@mp.example`,
    displayName: "Pat Example",
    role,
    country,
    language: "en",
  } as const;
  return api.call(invitePerson, { as, body });
};
const mails = async () => {
  const all = await api.db.asActor(ana, (tx) => listMails(tx, { limit: 200 }));
  return all.map(({ mail }) => `${mail.toAddress}: ${mail.subject}`).sort();
};
const recordOf = async (objectId: string) => {
  const events = await auditEventsOf(api.ownerUrl, objectId);
  return events.map(({ action, detail }) => `${action} ${detail.secondPerson ?? detail.act}`);
};

describe("once the secretariat had two people", () => {
  test("one who ends the other and then invites gets nowhere: ending takes two, and so does inviting with one left", async () => {
    const asked = (await end(ana, eva)).body;
    expect(asked).toMatchObject({ endedAt: null, waiting: { act: "end", askedBy: ana.userId } });
    expect((await decide(confirmRequest, ana, asked)).status).toBe(403);
    // Eva ends her account voluntarily, with two people acting. Ana is then alone, and still only one person.
    expect((await decide(confirmRequest, eva, asked)).body.endedAt).not.toBeNull();
    const planted = (await invite(ana)).body;
    expect(planted).toMatchObject({ invitation: "awaiting_second_person", waiting: { act: "open" } });
    expect((await decide(confirmRequest, ana, planted)).status).toBe(403);
    expect((await invite(ana, "secretariat")).body.invitation).toBe("awaiting_second_person");
    expect((await api.call(listPeople, { as: ana })).body.secondPerson).toBe("needed");
  });

  test("ending an account of a country takes two people; then it is out, and its country and its owner are told", async () => {
    const asked = (await end(ana, alternate)).body;
    expect((await api.call(listPeople, { as: alternate })).status).toBe(403);
    expect(await mails()).toEqual(["eva@ts.example: An account waits for your confirmation"]);
    expect((await end(eva, alternate)).problem).toMatchObject({
      code: "transition-refused",
      details: { reason: "already_asked" },
    });
    expect((await decide(confirmRequest, eva, asked)).body).toMatchObject({ waiting: null });
    expect((await api.call(listPeople, { as: alternate })).status).toBe(401);
    expect((await decide(confirmRequest, eva, asked)).problem?.code).toBe("transition-refused");
    expect((await mails()).slice(0, 2)).toEqual([
      "alternate@cri.example: Your account in the reporting portal has ended",
      "eva@ts.example: An account waits for your confirmation",
    ]);
    expect(await mails()).toContain("focal@cri.example: An account of your country in the reporting portal has ended");
    expect(await recordOf(alternate.userId)).toEqual(["user.end-asked needed", "user.confirmed end"]);

    const config = { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey };
    const stop = new AbortController();
    const scheduler = runScheduler({ ...api.deps, config }, stop.signal);
    await scheduler.runOnce();
    stop.abort();
    await scheduler.done;
    const kept = await api.db.asActor(ana, (tx) => listMails(tx, { limit: 50 }));
    // The mail that asked for the confirmation is stopped, because there is nothing left to confirm.
    expect(kept.map(({ mail }) => mail.state)).toEqual(
      kept.map(({ mail }) => (mail.requestId === null ? "kept" : "stopped")),
    );
  });

  test("a fresh link to an account of a country takes two people, and the country is told", async () => {
    const opened = (await invite(ana)).body;
    await decide(confirmRequest, eva, opened);
    api.clock.advance(80 * 3_600_000);
    const resend = (as: TestPerson) => api.call(resendInvitation, { as, params: { personId: opened.id } });
    const asked = (await resend(eva)).body;
    expect(asked).toMatchObject({ invitation: "expired", waiting: { act: "send_link", askedBy: eva.userId } });
    expect((await decide(confirmRequest, eva, asked)).status).toBe(403);
    expect((await decide(confirmRequest, ana, asked)).body.invitation).toBe("sent_not_used");
    expect(await mails()).toContain("focal@cri.example: A new sign-in link to an account of your country");
    expect(await recordOf(opened.id)).toEqual([
      "user.invited needed",
      "user.confirmed open",
      "user.link-asked needed",
      "user.confirmed send_link",
    ]);
  });

  test("what was asked for can be taken back or refused by anybody of the secretariat, and lapses after a day", async () => {
    const asked = (await end(ana, focalPoint)).body;
    expect((await decide(withdrawRequest, eva, asked)).body).toMatchObject({ waiting: null, endedAt: null });
    expect((await decide(confirmRequest, eva, asked)).problem?.code).toBe("transition-refused");

    const given = (await invite(ana)).body;
    expect((await decide(withdrawRequest, ana, given)).body.endedAt).not.toBeNull();
    expect((await decide(confirmRequest, eva, given)).problem?.code).toBe("transition-refused");
    expect((await mails()).filter((mail) => mail.startsWith(given.address))).toEqual([]);

    const late = (await end(ana, focalPoint)).body;
    api.clock.advance(24 * 3_600_000);
    expect((await decide(confirmRequest, eva, late)).problem).toMatchObject({ details: { reason: "expired" } });
    expect((await end(eva, focalPoint)).body.waiting).toMatchObject({ askedBy: eva.userId });
    expect((await decide(confirmRequest, eva, late)).problem?.code).toBe("transition-refused");
  });

  test("an account that was asked for and never opened is given up by one, in silence; nothing that waited for it is done", async () => {
    const asked = (await invite(ana)).body;
    const before = await mails();
    const given = await api.call(endPerson, { as: ana, params: { personId: asked.id } });
    expect(given.body).toMatchObject({ waiting: null });
    expect(given.body.endedAt).not.toBeNull();
    expect(await mails()).toEqual(before);
    expect((await decide(confirmRequest, eva, asked)).problem?.code).toBe("transition-refused");
  });

  test("of two who confirm at once one does, and one message goes out", async () => {
    const third = await api.addPerson({ role: "secretariat", email: "third@ts.example" });
    const asked = (await end(ana, alternate)).body;
    const replies = await Promise.all([eva, third, eva, third].map((as) => decide(confirmRequest, as, asked)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await mails()).filter((mail) => mail.startsWith("alternate@cri"))).toHaveLength(1);
  });
});

describe("the host adds a person", () => {
  const rosa = { address: "rosa@ts.example", displayName: "Rosa", language: "es" } as const;

  test("to a secretariat of one or none: on the machine, in the record, and told to its people and the Presidency", async () => {
    await api.addPerson({ role: "presidency", email: "ppt@example.org" });
    const added = await addSecretariatPerson(api.deps, rosa);
    expect(added).toMatchObject({ address: "rosa@ts.example", told: 3 });
    const told = (await mails()).filter((mail) => /host of the portal/.test(mail));
    expect(told.map((mail) => mail.split(":")[0])).toEqual(["ana@ts.example", "eva@ts.example", "ppt@example.org"]);
    const { people } = (await api.call(listPeople, { as: ana })).body;
    const id = people.find(({ address }) => address === rosa.address)?.id ?? "";
    expect(await recordOf(id)).toEqual(["user.added-by-host undefined"]);

    const [, token = ""] = added.link.split("#");
    const again = await addSecretariatPerson(api.deps, rosa);
    const accept = (one: string) =>
      api.app.inject({
        method: "POST",
        url: "/api/v1/invitations/accept",
        headers: { origin: api.deps.config.publicUrl, "x-requested-with": "rcm" },
        payload: { token: one, password: "nueve barcos salen del puerto" },
      });
    expect((await accept(token)).statusCode).toBe(410);
    expect((await accept(again.link.split("#")[1] ?? "")).statusCode).toBe(204);
    await expect(addSecretariatPerson(api.deps, rosa)).rejects.toThrow("can sign in already");
  });

  test("with a name of one line, as everybody else has: it stands in mails to others", async () => {
    for (const displayName of ["Rosa\nThe portal is closed", "R", "Ro\u202esa", "x".repeat(400)]) {
      const person = { ...rosa, address: "line@ts.example", displayName };
      await expect(addSecretariatPerson(api.deps, person)).rejects.toThrow("not a name in one line");
    }
    const { people } = (await api.call(listPeople, { as: ana })).body;
    expect(people.some(({ address }) => address === "line@ts.example")).toBe(false);
  });

  test("and takes over no other account, opened or requested", async () => {
    const asked = (await invite(ana, "secretariat")).body;
    for (const [address, reason] of [
      ["focal@cri.example", "another account"],
      [asked.address, "waits for a second person"],
      ["rosa", "mail address"],
    ] as const)
      await expect(addSecretariatPerson(api.deps, { ...rosa, address })).rejects.toThrow(reason);
  });
});
