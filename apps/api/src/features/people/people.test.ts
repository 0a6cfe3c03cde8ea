import {
  confirmRequest,
  endPerson,
  getRoundStatus,
  getSubmission,
  invitePerson,
  listPeople,
  openRound,
  type PersonView,
  resendInvitation,
} from "@avances/contracts";
import { listMails } from "@avances/db/queries/mail-queries";
import { listRecipients } from "@avances/db/queries/recipient-queries";
import { audienceFacts, noticeAudiences } from "@avances/domain/round";
import { peopleOf, ticketToken } from "@avances/notices";
import { auditEventsOf } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { addAccount, goodPassword } from "#testing/add-account.ts";
import { openBrowser } from "#testing/browser.ts";
import { startTestApi, type TestApi, type TestPerson, type Who } from "#testing/start-test-api.ts";
import { type FirstPerson, inviteFirstSecretariat } from "./invite-first-secretariat.ts";

let api: TestApi;
let first: TestPerson;
let second: TestPerson;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const mailsOf = async (address: string) => {
  const all = await api.db.asActor(await api.person("secretariat"), (tx) => listMails(tx, { limit: 200 }));
  return all.map(({ mail }) => mail).filter((mail) => mail.toAddress === address);
};
/** The token in the newest mail with a link to this address. */
const tokenFor = async (address: string) => {
  const mail = (await mailsOf(address)).find(({ ticketId }) => ticketId !== null);
  return mail?.ticketId ? ticketToken(api.deps.config.secrets.ticketKey, mail.ticketId) : "";
};
const accept = (path: "invitations" | "password-resets", token: string, password = "nueve barcos salen del puerto") =>
  openBrowser(api).send("POST", `/api/v1/${path}/accept`, { token, password });
const confirm = (as: TestPerson | Who, { id, waiting }: z.output<typeof PersonView>) =>
  api.call(confirmRequest, { as, params: { personId: id, requestId: waiting?.id ?? id } });
const invitation = (address: string, more: object = {}) => ({
  address,
  displayName: "María Núñez",
  role: "focal_point" as const,
  country: "CRI",
  language: "es" as const,
  ...more,
});

describe("the first account of the secretariat", () => {
  const first: FirstPerson = { address: "First@Example.org", displayName: "Primera", language: "es" };
  const linkFor = async (person: FirstPerson | null) => {
    const invited = await inviteFirstSecretariat(api.deps, person);
    return invited.state === "invited" ? invited : Promise.reject(new Error(invited.state));
  };
  const tokenOf = ({ link }: { link: string }) => link.split("#")[1] ?? "";

  test("does not exist until somebody is named", async () => {
    expect(await inviteFirstSecretariat(api.deps, null)).toEqual({ state: "nobody-named" });
    await expect(inviteFirstSecretariat(api.deps, { ...first, address: "first" })).rejects.toThrow("mail address");
    for (const displayName of ["Ana\nSolano", "anA\u202e", " a "])
      await expect(inviteFirstSecretariat(api.deps, { ...first, displayName })).rejects.toThrow("name");
  });

  test("opens itself with a link that is shown once; a repeated command voids it; a used one ends the command", async () => {
    const mistyped = await linkFor({ ...first, address: "frist@example.org" });
    const one = await linkFor({ ...first, address: "FIRST@example.ORG" });
    const two = await linkFor(null);
    expect(two.link).toMatch(/^https:\/\/avances\.example\.org\/es\/invitation#[A-Za-z0-9_-]{43}$/);
    expect(two.address).toBe("first@example.org");
    for (const old of [mistyped, one]) expect((await accept("invitations", tokenOf(old))).statusCode).toBe(410);
    expect((await accept("invitations", tokenOf(two))).statusCode).toBe(204);
    expect(await inviteFirstSecretariat(api.deps, first)).toEqual({ state: "in-use" });
    const signedIn = await openBrowser(api).signIn("first@example.org", "nueve barcos salen del puerto");
    expect(signedIn.json().person.role).toBe("secretariat");
  });

  test("alone, it needs no second person, and the record says so", async () => {
    const browser = openBrowser(api);
    await browser.signIn("first@example.org", "nueve barcos salen del puerto");
    const reply = await browser.send("POST", "/api/v1/people", invitation("alone@mp.example.org"), {
      "idempotency-key": "first-invite",
    });
    expect(reply.json()).toMatchObject({
      invitation: "sent_not_used",
      address: "alone@mp.example.org",
      openedAlone: true,
      waiting: null,
    });
    const events = await auditEventsOf(api.ownerUrl, reply.json().id);
    expect(events.map(({ action, detail }) => [action, detail.secondPerson])).toEqual([["user.invited", "exempt"]]);
  });
});

describe("inviting", () => {
  beforeAll(async () => {
    first = await addAccount(api, { role: "secretariat", email: "ts1@example.org" });
    second = await addAccount(api, { role: "secretariat", email: "ts2@example.org" });
  });

  test("an account in a country waits for a second person, who is not the first; then its link goes out and its country hears of it", async () => {
    await addAccount(api, { role: "focal_point", country: "CRI", email: "colleague@mp.example.org" });
    const body = invitation("Nueva@MP.example.org", { salutation: "Dear Dr. Núñez" });
    const asked = (await api.call(invitePerson, { as: first, body })).body;
    expect(asked).toMatchObject({
      salutation: "Dear Dr. Núñez",
      invitation: "awaiting_second_person",
      address: "nueva@mp.example.org",
      invitedByName: "secretariat",
    });
    expect(await mailsOf("nueva@mp.example.org")).toEqual([]);

    expect(asked.waiting).toMatchObject({ act: "open", askedBy: first.userId, lapsesAt: "2027-02-11T15:00:00.000Z" });
    expect((await mailsOf("ts2@example.org")).map(({ subject }) => subject)).toEqual([
      "An account waits for your confirmation",
    ]);
    expect((await confirm(first, asked)).problem).toMatchObject({
      code: "not-allowed",
      details: { reason: "second_person_needed" },
    });
    expect((await confirm("focal_point:CRI", asked)).status).toBe(403);
    const confirmed = await confirm(second, asked);
    expect(confirmed.body).toMatchObject({ invitation: "sent_not_used", waiting: null });
    expect((await confirm(second, asked)).problem?.code).toBe("transition-refused");

    const [mail] = await mailsOf("nueva@mp.example.org");
    expect(mail?.bodyText).toContain("{{ticket}}");
    expect(mail?.bodyText).toMatch(/^(DEMO.*\n\n)?Dear Dr\. Núñez:\n/);
    expect((await mailsOf("colleague@mp.example.org")).map(({ subject }) => subject)).toEqual([
      "A new account of your country in the reporting portal",
    ]);

    const token = await tokenFor("nueva@mp.example.org");
    expect((await accept("password-resets", token)).statusCode).toBe(410);
    expect((await accept("invitations", token, "maria nunez 2027 cri")).json()).toMatchObject({
      code: "password-refused",
      details: { reason: "personal" },
    });
    const both = await Promise.all([accept("invitations", token), accept("invitations", token)]);
    expect(both.map((reply) => reply.statusCode).sort()).toEqual([204, 410]);
    expect((await accept("invitations", token)).statusCode).toBe(410);
    const listed = (await api.call(listPeople, { as: first })).body.people.find(({ id }) => id === asked.id);
    expect(listed).toMatchObject({ invitation: "used", invitedByName: "secretariat" });
  });

  test.each([
    ["displayName", "Ana\nhttps://evil.example"],
    ["displayName", "Ana\u202eonaloS"],
    ["displayName", "Ana\u200b Solano"],
    ["institution", "Fiscalía\r\nPanamá"],
    ["salutation", "Estimada\nhttps://evil.example"],
  ])("a %s that is more than one line, or reads otherwise than it is, is refused: %j", async (field, text) => {
    const reply = await api.call(invitePerson, {
      as: first,
      body: invitation("line@mp.example.org", { [field]: text }),
    });
    expect(reply.status).toBe(400);
    expect(reply.problem?.errors).toEqual([{ pointer: `/${field}`, message: "not_one_line" }]);
    expect((await api.call(listPeople, { as: first })).body.people.map(({ address }) => address)).not.toContain(
      "line@mp.example.org",
    );
  });

  test("opening the link changes nothing; after 72 hours, and after a newer one, it no longer works", async () => {
    const asked = (
      await api.call(invitePerson, {
        as: first,
        body: invitation("rncom@example.org", { role: "rcgm_delegate", country: null }),
      })
    ).body;
    expect(asked.invitation).toBe("sent_not_used");
    const old = await tokenFor("rncom@example.org");
    expect((await openBrowser(api).send("GET", `/api/v1/invitations/accept?token=${old}`)).statusCode).toBe(405);
    // Anybody who holds the link can read the address for signing in, as often as they like.
    const show = (token: string) => openBrowser(api).send("POST", "/api/v1/invitations/show", { token });
    for (const _ of [1, 2]) expect((await show(old)).json()).toEqual({ email: "rncom@example.org" });
    api.clock.advance(1_000);
    await api.call(resendInvitation, { as: second, params: { personId: asked.id } });
    const fresh = await tokenFor("rncom@example.org");
    expect(fresh).not.toBe(old);
    for (const dead of [old, "nobodys-token-of-forty-three-characters-xxx"]) {
      expect((await accept("invitations", dead)).statusCode).toBe(410);
      expect((await show(dead)).json()).toMatchObject({ status: 410, code: "ticket-refused" });
    }
    expect((await show(fresh)).json()).toEqual({ email: "rncom@example.org" });
    api.clock.advance(73 * 3_600_000);
    expect((await accept("invitations", fresh)).statusCode).toBe(410);
    expect((await show(fresh)).statusCode).toBe(410);
    const listed = (await api.call(listPeople, { as: first })).body.people.find(({ id }) => id === asked.id);
    expect(listed?.invitation).toBe("expired");
  });

  test("a day later nobody confirms any more; asked for again, the other one does", async () => {
    const asked = (await api.call(invitePerson, { as: first, body: invitation("late@mp.example.org") })).body;
    api.clock.advance(25 * 3_600_000);
    expect((await confirm(second, asked)).problem).toMatchObject({
      code: "transition-refused",
      details: { reason: "expired" },
    });
    const listed = (await api.call(listPeople, { as: first })).body.people.find(({ id }) => id === asked.id);
    expect(listed).toMatchObject({ invitation: "awaiting_second_person", waiting: null });
    const again = (await api.call(resendInvitation, { as: second, params: { personId: asked.id } })).body;
    expect(again).toMatchObject({ invitation: "awaiting_second_person", waiting: { askedBy: second.userId } });
    expect((await confirm(first, asked)).problem?.code).toBe("transition-refused");
    expect((await confirm(second, again)).status).toBe(403);
    expect((await confirm(first, again)).body.invitation).toBe("sent_not_used");
  });

  test("an address belongs to one account; the same key is one invitation", async () => {
    const body = invitation("twice@mp.example.org");
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => api.call(invitePerson, { as: first, body, idempotencyKey: "same-key-1" })),
    );
    expect(replies.map((reply) => reply.status)).toEqual(Array(6).fill(201));
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1);
    expect((await api.call(invitePerson, { as: first, body, idempotencyKey: "other-key-1" })).problem?.code).toBe(
      "address-taken",
    );
    const other = { ...body, displayName: "Otra Persona" };
    expect((await api.call(invitePerson, { as: first, body: other, idempotencyKey: "same-key-1" })).problem?.code).toBe(
      "idempotency-key-reused",
    );
    expect((await api.call(invitePerson, { as: first, body, idempotencyKey: null })).problem?.code).toBe(
      "idempotency-key-required",
    );
    expect((await api.call(invitePerson, { as: first, body, idempotencyKey: "short" })).problem?.code).toBe(
      "idempotency-key-required",
    );
  });

  test.each(["o'neill.pat@state.example", "research&analysis@state.example", "d'angelo+trata@state.example"])(
    "%s is an address like any other: invited, once however it is spelled, and the owner signs in",
    async (address) => {
      const body = { ...invitation(address), role: "rcgm_delegate" as const, country: null };
      expect((await api.call(invitePerson, { as: first, body })).body.address).toBe(address);
      const shouted = { ...body, address: address.toUpperCase() };
      expect((await api.call(invitePerson, { as: first, body: shouted })).problem?.code).toBe("address-taken");
      expect((await accept("invitations", await tokenFor(address))).statusCode).toBe(204);
      const signedIn = await openBrowser(api).signIn(` ${address.toUpperCase()}`, "nueve barcos salen del puerto");
      expect(signedIn.statusCode).toBe(200);
    },
  );

  test.each([
    ["a focal point without a country", { country: null }],
    ["an observer with a country", { role: "observer" }],
    ["a country that is no member", { country: "FRA" }],
    ["a contributor without indicators", { role: "contributor" }],
    ["a contributor with an unknown indicator", { role: "contributor", assignedIndicators: ["TIP-LEG-99"] }],
    ["an address with a display name", { address: "María <maria@mp.example.org>" }],
    ["two addresses", { address: "a@mp.example.org,b@mp.example.org" }],
    ["an address with a route", { address: "a%elsewhere.example@mp.example.org" }],
    ["an unknown property", { isAdministrator: true }],
  ])("%s is refused", async (_case, more) => {
    const reply = await api.call(invitePerson, {
      as: first,
      body: invitation(`misfit${Math.random().toString(36).slice(2)}@mp.example.org`, more),
    });
    expect(reply.status).toBe(400);
    expect(reply.problem?.errors?.length).toBeGreaterThan(0);
  });

  test.each(noticeAudiences)("everybody whom notices are written to can be invited: %s", async (audience) => {
    const { role, ofCountry } = audienceFacts[audience];
    const country = ofCountry ? "GTM" : null;
    const address = `${audience.replaceAll("_", ".")}@mp.example.org`;
    const asked = await api.call(invitePerson, { as: first, body: invitation(address, { role, country }) });
    expect([asked.status, asked.body.country]).toEqual([201, country]);
    if (asked.body.waiting !== null) await confirm(second, asked.body);
    const everybody = await api.db.asActor(await api.person("secretariat"), listRecipients);
    expect(peopleOf([audience], "GTM", everybody).map(({ email }) => email)).toContain(address);
    expect(peopleOf([audience], "HND", everybody).some(({ email }) => email === address)).toBe(!ofCountry);
  });

  test("a delegate who was named for a country reads what other delegates read, and nothing of that country more", async () => {
    await api.call(openRound, {
      as: "secretariat",
      body: { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" },
    });
    const delegate = await addAccount(api, { role: "rcgm_delegate", country: "CRI", email: "delegate@mp.example.org" });
    const [named, other] = [
      await api.call(getRoundStatus, { as: delegate, params: { year: "2027" } as never }),
      await api.call(getRoundStatus, { as: "rcgm_delegate", params: { year: "2027" } as never }),
    ];
    expect(named.body).toEqual(other.body);
    const own = named.body.countries.find(({ country }) => country === "CRI");
    expect(own?.answered).toBeNull();
    const foreign = { as: delegate, params: { submissionId: own?.submissionId ?? "" } } as const;
    expect((await api.call(getSubmission, foreign)).status).toBe(403);
    const session = await openBrowser(api).signIn("delegate@mp.example.org", goodPassword);
    expect(session.json().person).toMatchObject({ role: "rcgm_delegate", country: null });
  });

  test("an ended account is out at once, once, and nobody ends their own", async () => {
    const person = await api.addPerson({ role: "rcgm_delegate" });
    const end = (personId: string) => api.call(endPerson, { as: second, params: { personId } });
    expect((await end(person.userId)).body.endedAt).not.toBeNull();
    expect((await api.call(listPeople, { as: person })).status).toBe(401);
    expect((await end(person.userId)).problem?.code).toBe("transition-refused");
    expect((await end(second.userId)).problem?.code).toBe("transition-refused");
    expect((await end("00000000-0000-4000-8000-000000000000")).status).toBe(404);
  });

  test("the address of an ended account can be invited again: a new account, and the old name stays in the record", async () => {
    const body = { ...invitation("back@example.org"), role: "rcgm_delegate" as const, country: null };
    const old = (await api.call(invitePerson, { as: first, body: { ...body, displayName: "Nombre Anterior" } })).body;
    await accept("invitations", await tokenFor("back@example.org"), "siete lunas sobre la laguna");
    await api.call(endPerson, { as: first, params: { personId: old.id } });
    expect((await openBrowser(api).signIn("back@example.org", "siete lunas sobre la laguna")).statusCode).toBe(401);

    api.clock.advance(1_000);
    const replies = await Promise.all([1, 2, 3].map(() => api.call(invitePerson, { as: first, body })));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const fresh = replies.find(({ status }) => status === 201)?.body;
    expect(fresh?.id).not.toBe(old.id);
    await accept("invitations", await tokenFor("back@example.org"));
    const browser = openBrowser(api);
    const signedIn = await browser.signIn("back@example.org", "nueve barcos salen del puerto");
    expect(signedIn.json().person.id).toBe(fresh?.id);
    await openBrowser(api).send("POST", "/api/v1/password-resets", { email: "back@example.org" });
    expect((await accept("password-resets", await tokenFor("back@example.org"))).statusCode).toBe(204);
    const { people } = (await api.call(listPeople, { as: first })).body;
    expect(
      people.filter(({ address }) => address === "back@example.org").map(({ displayName }) => displayName),
    ).toEqual(expect.arrayContaining(["Nombre Anterior", "María Núñez"]));
  });
});

describe("a forgotten password", () => {
  test("the answer is the same for everybody; the link goes to the stored address, works once, and ends all sessions", async () => {
    await addAccount(api, { role: "focal_point", country: "MEX", email: "forgot@mp.example.org" });
    const inside = openBrowser(api);
    await inside.signIn("forgot@mp.example.org", goodPassword);
    const ask = (email: string) => openBrowser(api).send("POST", "/api/v1/password-resets", { email });
    const known = await ask(" FORGOT@mp.example.org");
    const unknown = await ask("nobody@mp.example.org");
    expect([known.statusCode, unknown.statusCode, known.body, unknown.body]).toEqual([202, 202, "", ""]);

    const [mail] = await mailsOf("forgot@mp.example.org");
    expect(mail).toMatchObject({ kind: "password_reset", toAddress: "forgot@mp.example.org" });
    const token = await tokenFor("forgot@mp.example.org");
    expect((await accept("invitations", token)).statusCode).toBe(410);
    expect((await accept("password-resets", token, "avances demonstration")).json().code).toBe("password-refused");
    expect((await accept("password-resets", token)).statusCode).toBe(204);
    expect((await accept("password-resets", token)).statusCode).toBe(410);
    expect((await inside.send("GET", "/api/v1/submissions")).statusCode).toBe(401);
    expect((await openBrowser(api).signIn("forgot@mp.example.org", goodPassword)).statusCode).toBe(401);
    expect((await openBrowser(api).signIn("forgot@mp.example.org", "nueve barcos salen del puerto")).statusCode).toBe(
      200,
    );
  });

  test("one link at a time, mailed up to three times; it lives thirty minutes, and then there is a new one", async () => {
    await addAccount(api, { role: "focal_point", country: "PAN", email: "often@mp.example.org" });
    for (let count = 0; count < 5; count += 1)
      await openBrowser(api).send("POST", "/api/v1/password-resets", { email: "often@mp.example.org" });
    expect(await mailsOf("often@mp.example.org")).toHaveLength(3);
    const first = await tokenFor("often@mp.example.org");
    expect(new Set((await mailsOf("often@mp.example.org")).map(({ ticketId }) => ticketId)).size).toBe(1);
    api.clock.advance(30 * 60_000);
    expect((await accept("password-resets", first)).statusCode).toBe(410);
    // However often strangers asked before, the owner gets a link that works.
    await openBrowser(api).send("POST", "/api/v1/password-resets", { email: "often@mp.example.org" });
    expect(await mailsOf("often@mp.example.org")).toHaveLength(4);
    expect((await accept("password-resets", await tokenFor("often@mp.example.org"))).statusCode).toBe(204);
  });
});
