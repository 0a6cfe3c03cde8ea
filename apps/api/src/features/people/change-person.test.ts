import {
  acceptInvitation,
  acceptPasswordReset,
  askForAddress,
  askForOwnAddress,
  askForRole,
  type BodyInputOf,
  changePassword,
  confirmRequest,
  createSession,
  editOwnEntry,
  editPerson,
  endPerson,
  getOwnEntry,
  getPersonHistory,
  invitePerson,
  listPeople,
  type PersonView,
  reopenPerson,
  requestPasswordReset,
  showAddressChange,
  useAddressChange,
} from "@avances/contracts";
import { listMails } from "@avances/db/queries/mail-queries";
import { ticketToken } from "@avances/notices";
import { auditEventsOf } from "@avances/testing";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { addAccount, goodPassword } from "#testing/add-account.ts";
import { startTestApi, type TestApi, type TestPerson } from "#testing/start-test-api.ts";

let api: TestApi;
let ana: TestPerson;
let eva: TestPerson;
let focalPoint: TestPerson;
let colleague: TestPerson;

beforeEach(async () => {
  await api?.close();
  api = await startTestApi();
  ana = await addAccount(api, { role: "secretariat", email: "ana@ts.example" });
  eva = await addAccount(api, { role: "secretariat", email: "eva@ts.example" });
  focalPoint = await addAccount(api, { role: "focal_point", country: "CRI", email: "focal@cri.example" });
  colleague = await addAccount(api, { role: "alternate", country: "CRI", email: "alternate@cri.example" });
});
afterAll(() => api.close());

type View = z.output<typeof PersonView>;
const of = ({ userId: personId }: TestPerson) => ({ params: { personId } });
const confirm = (as: TestPerson, { id, waiting }: View) =>
  api.call(confirmRequest, { as, params: { personId: id, requestId: waiting?.id ?? id } });
const edit = (as: TestPerson, who: TestPerson, body: BodyInputOf<typeof editPerson>) =>
  api.call(editPerson, { as, ...of(who), body });
const person = async ({ userId }: TestPerson) =>
  (await api.call(listPeople, { as: ana })).body.people.find(({ id }) => id === userId);
const allMails = async () => (await api.db.asActor(ana, (tx) => listMails(tx, { limit: 200 }))).map(({ mail }) => mail);
const told = async () => (await allMails()).map(({ toAddress, subject }) => `${toAddress}: ${subject}`).sort();
/** The token of the last link that was sent to this address. */
async function tokenTo(address: string): Promise<string> {
  const mail = (await allMails()).find(({ toAddress, ticketId }) => toAddress === address && ticketId !== null);
  return ticketToken(api.deps.config.secrets.ticketKey, mail?.ticketId ?? "");
}
const press = (token: string) => api.call(useAddressChange, { body: { token } });
const signIn = (email: string) => api.call(createSession, { body: { email, password: goodPassword } });

describe("what describes a person is edited by one of the secretariat", () => {
  test("and recorded by the names of what was changed, never by what it was", async () => {
    const view = (
      await edit(ana, focalPoint, {
        ...{ displayName: " Lucía Mora ", institution: "Fiscalía", salutation: "Estimada Lcda. Mora", language: "es" },
        ...{ phone: "+50622223333", validFrom: "2026-01-01", validUntil: "2028-12-31" },
      })
    ).body;
    expect(view).toMatchObject({ displayName: "Lucía Mora", phone: "+50622223333", validUntil: "2028-12-31" });
    expect((await edit(ana, focalPoint, { phone: "+50622223333" })).status).toBe(200);
    const events = await auditEventsOf(api.ownerUrl, focalPoint.userId);
    expect(events.filter(({ action }) => action === "user.edited")).toHaveLength(1);
    expect(JSON.stringify(events)).not.toMatch(/Mora|2222/);
    const { events: history } = (await api.call(getPersonHistory, { as: eva, ...of(focalPoint) })).body;
    expect(history[0]).toMatchObject({ action: "user.edited", isOwn: false });
    expect(history[0]?.fields).toEqual(expect.arrayContaining(["displayName", "phone", "validUntil"]));
    expect((await api.call(getPersonHistory, { as: focalPoint, ...of(focalPoint) })).status).toBe(403);
  });

  test.each([
    [{ displayName: "Ana\r\nBcc: x@y.example" }, "/displayName"],
    [{ phone: "2222-3333" }, "/phone"],
    [{ validFrom: "2027-03-01", validUntil: "2027-02-01" }, "/validUntil"],
    [{ isShared: true }, "/isShared"],
    [{ validUntil: "2027-02-30" }, "/validUntil"],
  ])("%j is refused at its field, and nothing is changed", async (body, pointer) => {
    const before = await person(focalPoint);
    const refused = await edit(ana, focalPoint, { institution: "Other", ...body });
    expect(refused.status).toBe(400);
    expect(refused.problem?.errors?.map((error) => error.pointer)).toEqual([pointer]);
    expect(await person(focalPoint)).toEqual(before);
  });

  test("of the own entry everybody edits what describes them; another's, and the role, nobody", async () => {
    const body = { displayName: "Ana Solano", phone: "+50688889999", language: "es" } as const;
    expect((await api.call(editOwnEntry, { as: colleague, body })).body).toMatchObject({ ...body, role: "alternate" });
    expect((await api.call(getOwnEntry, { as: colleague })).body.phone).toBe("+50688889999");
    expect((await edit(colleague, focalPoint, { displayName: "Other" })).status).toBe(403);
    const more = { ...body, role: "secretariat" } as never;
    expect((await api.call(editOwnEntry, { as: colleague, body: more })).status).toBe(400);
    expect((await api.call(getPersonHistory, { as: ana, ...of(colleague) })).body.events[0]).toMatchObject({
      ...{ action: "user.edited", isOwn: true },
      fields: expect.arrayContaining(["phone", "language"]),
    });
  });

  test("a shared mailbox gets no link with which somebody could sign in", async () => {
    const office = { address: "office@cri.example", displayName: "Office of the unit", isShared: true };
    const body = { ...office, role: "alternate" as const, country: "CRI", language: "es" as const };
    const asked = (await api.call(invitePerson, { as: ana, body })).body;
    expect((await confirm(eva, asked)).body).toMatchObject({ invitation: "not_needed", isShared: true });
    expect((await told()).filter((mail) => mail.startsWith("office@"))).toEqual([]);
  });
});

describe("another address", () => {
  const ask = (address: string, as = ana, who = focalPoint) =>
    api.call(askForAddress, { as, ...of(who), body: { address } });

  test("takes a second person, then a press by whoever reads it; the one before and the colleagues are told", async () => {
    const asked = (await ask("Lucia.Mora@MP.go.example")).body;
    expect(asked).toMatchObject({ address: "focal@cri.example", changing: null });
    expect(asked.waiting).toMatchObject({ act: "change_address", wanted: { address: "lucia.mora@mp.go.example" } });
    expect((await confirm(ana, asked)).status).toBe(403);
    expect((await confirm(eva, asked)).body).toMatchObject({
      ...{ address: "focal@cri.example", waiting: null },
      changing: { address: "lucia.mora@mp.go.example", expiresAt: "2027-02-11T15:00:00.000Z" },
    });
    expect(await told()).toEqual([
      "eva@ts.example: An account waits for your confirmation",
      "focal@cri.example: Another address was given for your account in the reporting portal",
      "lucia.mora@mp.go.example: Please confirm this address for the reporting portal",
    ]);
    const token = await tokenTo("lucia.mora@mp.go.example");
    // Whoever only opens the link, as mail scanners do, changes nothing.
    for (let time = 0; time < 2; time += 1)
      expect((await api.call(showAddressChange, { body: { token } })).body.address).toBe("lucia.mora@mp.go.example");
    expect((await person(focalPoint))?.address).toBe("focal@cri.example");
    const presses = await Promise.all([press(token), press(token)]);
    expect(presses.map(({ status }) => status).sort()).toEqual([204, 410]);
    expect(await person(focalPoint)).toMatchObject({ address: "lucia.mora@mp.go.example", changing: null });
    const news = (await told()).filter((mail) => /has changed|has another address/.test(mail));
    expect(news).toEqual([
      "alternate@cri.example: An account of your country in the reporting portal has another address",
      "focal@cri.example: The address of your account in the reporting portal has changed",
    ]);
    expect((await press(token)).status).toBe(410);
    // The person stays signed in, and from now on signs in with the new address alone.
    expect((await api.call(getOwnEntry, { as: focalPoint })).status).toBe(200);
    expect((await signIn("focal@cri.example")).status).toBe(401);
    expect((await signIn("lucia.mora@mp.go.example")).status).toBe(200);
  });

  test.each([
    ["a\r\nb@cri.example", 400],
    ["a@cri.example,b@cri.example", 400],
    ["a@cri.example b@cri.example", 400],
    ["Ana <a@cri.example>", 400],
    ["focal@cri.example", 400],
    ["alternate@cri.example", 409],
  ])("%j is refused", async (address, status) => {
    const refused = await ask(address);
    expect(refused.status).toBe(status);
    if (status === 400)
      expect(new Set(refused.problem?.errors?.map(({ pointer }) => pointer))).toEqual(new Set(["/address"]));
    else expect(refused.problem?.code).toBe("address-taken");
    expect(await told()).toEqual([]);
  });

  test("that expired, was replaced by a newer one or belongs to another account by now is not taken", async () => {
    const send = async (address: string) => {
      await confirm(eva, (await ask(address)).body);
      return tokenTo(address);
    };
    const first = await send("first@cri.example");
    const second = await send("second@cri.example");
    expect((await press(first)).status).toBe(410);
    await addAccount(api, { role: "observer", email: "second@cri.example" });
    expect((await press(second)).problem?.code).toBe("address-taken");
    const third = await send("third@cri.example");
    api.clock.advance(24 * 3_600_000);
    expect((await press(third)).status).toBe(410);
    expect((await person(focalPoint))?.address).toBe("focal@cri.example");
    expect((await press("A".repeat(43))).status).toBe(410);
  });

  test("of the own account is asked for with the password, and needs nobody else", async () => {
    const own = (password: string) =>
      api.call(askForOwnAddress, { as: colleague, body: { address: "new@cri.example", password } });
    expect((await own("another password of mine")).problem?.code).toBe("sign-in-refused");
    expect((await own(goodPassword)).body.changing?.address).toBe("new@cri.example");
    expect((await press(await tokenTo("new@cri.example"))).status).toBe(204);
    expect((await person(colleague))?.address).toBe("new@cri.example");
    expect((await told()).filter((mail) => mail.startsWith("alternate@"))).toHaveLength(2);
  });

  test("a link that somebody else asked for with the password dies with that password, however another one is chosen", async () => {
    const asked = async (address: string, password: string) => {
      await api.call(askForOwnAddress, { as: colleague, body: { address, password } });
      return tokenTo(address);
    };
    const first = await asked("thief@cri.example", goodPassword);
    const next = "cuatro lanchas cruzan la laguna";
    expect((await api.call(changePassword, { as: colleague, body: { current: goodPassword, next } })).status).toBe(204);
    expect((await press(first)).status).toBe(410);
    const second = await asked("thief@cri.example", next);
    await api.call(requestPasswordReset, { body: { email: colleague.email } });
    const reset = await tokenTo(colleague.email);
    const password = "cinco lanchas cruzan la laguna";
    expect((await api.call(acceptPasswordReset, { body: { token: reset, password } })).status).toBe(204);
    expect((await press(second)).status).toBe(410);
    expect((await person(colleague))?.address).toBe(colleague.email);
  });

  test("corrects a mistyped invitation: who confirms it is invited there, and the old link is dead", async () => {
    const body = {
      address: "mistyped@mp.example",
      displayName: "Pat",
      role: "approver",
      country: "CRI",
      language: "en",
    } as const;
    const invited = (await confirm(eva, (await api.call(invitePerson, { as: ana, body })).body)).body;
    const old = await tokenTo("mistyped@mp.example");
    const asked = await api.call(askForAddress, {
      as: ana,
      params: { personId: invited.id },
      body: { address: "pat@mp.example" },
    });
    await confirm(eva, asked.body);
    expect((await press(await tokenTo("pat@mp.example"))).status).toBe(204);
    const accept = (token: string) =>
      api.call(acceptInvitation, { body: { token, password: "nueve barcos salen del puerto" } });
    expect((await accept(old)).status).toBe(410);
    expect((await accept(await tokenTo("pat@mp.example"))).status).toBe(204);
  });
});

describe("another role", () => {
  const ask = (
    who: TestPerson,
    role: "alternate" | "observer" | "secretariat" | "contributor",
    country: string | null,
  ) => api.call(askForRole, { as: ana, ...of(who), body: { role, country } });

  test("takes two people, counts at once, and is told to the person and the colleagues", async () => {
    const asked = (await ask(focalPoint, "alternate", "CRI")).body;
    expect(asked.waiting?.wanted).toEqual({
      address: null,
      organisation: null,
      role: "alternate",
      country: "CRI",
      assignedIndicators: null,
    });
    expect((await person(focalPoint))?.role).toBe("focal_point");
    expect((await confirm(ana, asked)).status).toBe(403);
    expect((await confirm(eva, asked)).body.role).toBe("alternate");
    expect((await api.call(getOwnEntry, { as: focalPoint })).body.role).toBe("alternate");
    expect((await told()).slice(0, 1)).toEqual([
      "alternate@cri.example: An account of your country in the reporting portal has another role",
    ]);
    expect(await told()).toContain("focal@cri.example: Your account in the reporting portal was changed");
  });

  test("is refused at its field where it does not fit the account", async () => {
    for (const [role, country, pointer] of [
      ["alternate", "MEX", "/country"],
      ["secretariat", null, "/role"],
      ["observer", "CRI", "/country"],
      ["contributor", "CRI", "/assignedIndicators"],
    ] as const)
      expect((await ask(focalPoint, role, country)).problem?.errors?.[0]?.pointer).toBe(pointer);
    expect((await ask(ana, "observer", null)).status).toBe(409);
  });
});

test("who comes back has the same account and record, a new invitation and no old password; nobody alone lets them in", async () => {
  await confirm(eva, (await api.call(endPerson, { as: ana, ...of(colleague) })).body);
  expect((await signIn("alternate@cri.example")).status).toBe(401);
  const asked = (await api.call(reopenPerson, { as: ana, ...of(colleague) })).body;
  expect(asked).toMatchObject({ endedAt: expect.any(String), waiting: { act: "reopen" } });
  expect((await confirm(ana, asked)).status).toBe(403);
  expect((await confirm(eva, asked)).body).toMatchObject({
    id: colleague.userId,
    endedAt: null,
    invitation: "sent_not_used",
  });
  expect((await signIn("alternate@cri.example")).status).toBe(401);
  expect((await api.call(getOwnEntry, { as: colleague })).status).toBe(401);
  expect(await told()).toContain("focal@cri.example: An account of your country in the reporting portal is open again");
  const token = await tokenTo("alternate@cri.example");
  const accepted = await api.call(acceptInvitation, { body: { token, password: "nueve barcos salen del puerto" } });
  expect(accepted.status).toBe(204);
  const { events } = (await api.call(getPersonHistory, { as: ana, ...of(colleague) })).body;
  expect(events.map(({ action, act }) => [action, act])).toEqual([
    ["invitation.used", null],
    ["user.confirmed", "reopen"],
    ["user.reopen-asked", null],
    ["user.confirmed", "end"],
    ["user.end-asked", null],
  ]);
  expect((await api.call(reopenPerson, { as: ana, ...of(colleague) })).status).toBe(409);
});

test("an ended account whose address another one has by now does not come back", async () => {
  await confirm(eva, (await api.call(endPerson, { as: ana, ...of(colleague) })).body);
  await addAccount(api, { role: "observer", email: "alternate@cri.example" });
  expect((await api.call(reopenPerson, { as: ana, ...of(colleague) })).problem?.code).toBe("address-taken");
});
