import { randomUUID } from "node:crypto";
import { createTestDatabase, type FixedClock, fixedClock } from "@avances/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestRegion, sendAll, type TestRegion, testLog } from "../../testing/region.ts";
import { readBody } from "../letters/mail-body.ts";
import { planRound } from "./plan.ts";
import { previewResend, sendResend } from "./resend.ts";
import type { ResendRequest } from "./resend-choice.ts";
import { simulateNotices } from "./simulate.ts";

let region: TestRegion<FixedClock>;
beforeEach(async () => {
  region = await createTestRegion(await createTestDatabase(), fixedClock("2027-02-01T15:00:00Z"));
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
  await region.addPerson({ role: "focal_point", country: "CRI", language: "es", email: "ana@cri.example" });
  await region.addPerson({ role: "alternate", country: "CRI", language: "en", email: "bob@cri.example" });
  await region.addPerson({ role: "focal_point", country: "GTM", language: "es", email: "eva@gtm.example" });
  await region.addPerson({ role: "focal_point", country: "BLZ", language: "en", email: "joe@blz.example" });
  await planRound({ ...region, newId: randomUUID, log: testLog });
  await deliver();
  region.clock.set("2027-05-03T18:00:00Z");
  await region.change(2027, "GTM", { status: "accepted", firstSubmittedAt: region.clock.now() });
  await region.change(2027, "BLZ", { status: "exempt" });
});
afterEach(() => region.close());

const deliver = () => sendAll(region);
const context = () => ({
  now: region.clock.now(),
  newId: randomUUID,
  config: { ...region.config, demonstration: false },
});
const preview = (request: Omit<ResendRequest, "roundYear">) =>
  region.db.asActor(region.secretary, (tx) =>
    previewResend(tx, region.secretary, { roundYear: 2027, ...request }, context()),
  );
const send = async (request: Omit<ResendRequest, "roundYear">) => {
  const { countries: seen } = await preview(request);
  return region.db.asActor(region.secretary, (tx) =>
    sendResend(
      tx,
      region.secretary,
      { roundYear: 2027, ...request },
      { countries: seen, wordings: undefined },
      context(),
    ),
  );
};

describe("resend", () => {
  test("what is sent is what the preview showed, word by word", async () => {
    const request = { group: "CA-MEX", text: { es: "Estimada colega: <quedamos atentos>.", en: "Dear colleague." } };
    const shown = await preview(request);
    const before = (await region.mails()).length;
    const sent = await send(request);
    expect(sent.messages).toEqual(shown.messages);
    expect(sent.leftOut).toEqual(shown.leftOut);
    const queued = (await region.mails()).slice(before);
    const read = queued.map((mail) => ({ ...mail, bodyText: readBody(mail.bodyText, mail.language) }));
    const word = (mail: { subject: string; bodyText: string }, address: string) => [
      address,
      mail.subject,
      mail.bodyText,
    ];
    expect(read.map((mail) => word(mail, mail.toAddress)).sort()).toEqual(
      shown.messages.map((message) => word(message, message.address)).sort(),
    );
    expect(queued.every((mail) => mail.bodyHtml.includes("&lt;quedamos") === (mail.language === "es"))).toBe(true);
  });

  test("each reader gets the text of their language; who is left out is named with the reason", async () => {
    const { messages, leftOut } = await preview({ group: "CA-MEX", text: { en: "Only in English." } });
    expect(
      messages.map((message) => [message.address, message.language, message.bodyText.includes("Only in English.")]),
    ).toEqual([
      ["ana@cri.example", "es", false],
      ["bob@cri.example", "en", true],
    ]);
    expect(Object.fromEntries(leftOut.map(({ country, reason }) => [country, reason]))).toEqual({
      BLZ: "exempt",
      GTM: "accepted",
      HND: "nobody_to_write_to",
      MEX: "nobody_to_write_to",
      NIC: "nobody_to_write_to",
      PAN: "nobody_to_write_to",
      SLV: "nobody_to_write_to",
    });
  });

  test("it says which ask it is and when the first went out; while one is under way, nothing is counted", async () => {
    const [first] = (await send({ countries: ["CRI"] })).messages;
    expect(first?.ordinal).toBe(2);
    expect(first?.bodyText).toContain(
      "Este es el mensaje n.º 2 con una solicitud sobre esta ronda; el primero se envió el 1 de febrero de 2027.",
    );
    const [, second] = (await send({ countries: ["CRI"] })).messages;
    expect([second?.ordinal, second?.subject]).toEqual([
      3,
      "Reminder, not yet received, 3 days past due: report of Costa Rica, 2027 round",
    ]);
    await deliver();
    const [, third] = (await send({ countries: ["CRI"] })).messages;
    expect(third?.subject).toMatch(/^Request no\. 5, /);
    const batches = (await region.notices()).filter((each) => each.step === "resend").map((each) => each.batchId);
    expect([batches.length, new Set(batches).size]).toEqual([6, 3]);
  });

  test("a report that was received and taken back is never called unsent or not received", async () => {
    const on = async (now: string) => {
      region.clock.set(now);
      return (await preview({ countries: ["CRI"] })).messages.map(({ subject, bodyText }) => `${subject}\n${bodyText}`);
    };
    region.clock.set("2027-04-10T18:00:00Z");
    await region.change(
      2027,
      "CRI",
      { status: "submitted", version: 1, firstSubmittedAt: region.clock.now() },
      "submitted",
    );
    region.clock.set("2027-04-12T18:00:00Z");
    await region.change(2027, "CRI", { status: "draft" }, "withdrawn");
    for (const now of ["2027-04-23T18:00:00Z", "2027-04-30T18:00:00Z", "2027-05-06T18:00:00Z"]) {
      const [spanish, english] = await on(now);
      expect(spanish).toContain("El país retiró el 12 de abril de 2027 la versión 1; no se ha enviado de nuevo.");
      expect(english).toContain("was taken back by the country on 12 April 2027; it has not been submitted again.");
      expect(`${spanish}${english}`).not.toMatch(
        /not been submitted yet|not received|has not received|expected by|aún no (se ha enviado|lo ha recibido)|se esperaba|esperado/,
      );
    }
  });

  test("before, on and after its date, extended, returned and voluntary: each gets words that are true for it", async () => {
    const written = async (now: string, country: string, language: "en" | "es" = "es") => {
      region.clock.set(now);
      const { messages } = await preview({ countries: [country] });
      return messages.find((message) => message.language === language)?.bodyText ?? "";
    };
    const notLate = /aún no lo ha recibido|se esperaba|en cuanto le sea posible/i;
    const ahead = await written("2027-04-20T18:00:00Z", "CRI");
    expect(ahead).toContain(
      "a más tardar el viernes 30 de abril de 2027 a las 23:59, hora de San José. Faltan 10 días.",
    );
    expect(ahead).not.toMatch(notLate);
    const today = await written("2027-05-01T05:59:00Z", "CRI");
    expect(today).toContain("Hoy es la fecha límite: le rogamos enviar el informe de Costa Rica");
    expect(today).not.toMatch(notLate);
    const late = await written("2027-05-01T06:00:00Z", "CRI");
    expect(late).toContain(
      "Se esperaba a más tardar el viernes 30 de abril de 2027 a las 23:59, hora de San José, hace 1 día;",
    );
    expect(late).not.toMatch(/puede enviarse hasta|Faltan?/);

    await region.change(2027, "CRI", { dueOn: "2027-05-20", extensionGrantedAt: region.clock.now() });
    const extended = await written("2027-05-03T18:00:00Z", "CRI");
    expect(extended).toContain("jueves 20 de mayo de 2027");
    expect(extended).toContain("la prórroga concedida");
    expect(extended).not.toMatch(notLate);

    const submitted = {
      status: "returned",
      firstSubmittedAt: region.clock.now(),
      returnedAt: region.clock.now(),
      version: 1,
    } as const;
    await region.change(2027, "CRI", { ...submitted, returnDueOn: "2027-05-25" });
    const returned = await written("2027-05-10T18:00:00Z", "CRI");
    expect(returned).toContain(
      "y enviarlo de nuevo a más tardar el martes 25 de mayo de 2027 a las 23:59, hora de San José",
    );
    expect(returned).not.toMatch(/parcial|más tiempo|indicadores tienen/);
    const returnedLate = await written("2027-05-28T18:00:00Z", "CRI");
    expect(returnedLate).toContain("Le rogamos responder a las preguntas de la Secretaría Técnica");
    expect(returnedLate).toContain("hace 3 días; la Secretaría Técnica aún no las ha recibido");
    expect(returnedLate).not.toContain("puede enviarse de nuevo");
    await region.change(2027, "CRI", { returnDueOn: null });
    expect(await written("2027-05-28T18:00:00Z", "CRI")).toContain(
      "sobre el informe de Costa Rica para la ronda 2027 (datos de 2026) y enviarlo de nuevo.",
    );

    await region.addPerson({ role: "focal_point", country: "CAN", language: "en" });
    const invited = await written("2027-04-20T18:00:00Z", "CAN", "en");
    expect(invited).toContain("Canada is kindly invited to report, on a voluntary basis");
    const stillFree = await written("2027-05-20T18:00:00Z", "CAN", "en");
    expect(stillFree).toContain("Canada was invited to report, on a voluntary basis");
    expect(stillFree).not.toMatch(/expected|not received|grateful/);
  });

  test("a voluntary country is reminded when it is named or owes a clarification, never because of its group", async () => {
    await region.addPerson({ role: "focal_point", country: "DOM", language: "es" });
    const reasonFor = async (request: Omit<ResendRequest, "roundYear">) =>
      (await preview(request)).leftOut.find(({ country }) => country === "DOM")?.reason;
    expect(await reasonFor({ group: "RCM" })).toBe("not_expected");
    expect((await preview({ countries: ["DOM"] })).messages).toHaveLength(1);
    await region.change(2027, "DOM", {
      status: "returned",
      firstSubmittedAt: region.clock.now(),
      returnDueOn: "2027-05-20",
    });
    expect(await reasonFor({ group: "RCM" })).toBeUndefined();
  });

  test("the preview says how often and when each country was asked, what goes out by itself today, and its dates", async () => {
    const [costaRica] = (await preview({ group: "CA-MEX" })).countries;
    expect(costaRica).toEqual({
      country: "CRI",
      status: "not_started",
      dueOn: "2027-04-30",
      extended: false,
      returnDueOn: null,
      asks: 1,
      asksWritten: 1,
      firstAskOn: "2027-02-01",
      lastAskOn: "2027-02-01",
      lastAnswer: null,
      waiting: null,
      automaticToday: { step: "overdue_1", at: region.clock.now(), hasGone: false },
      hold: null,
      asksNoted: 0,
      promisedOn: null,
      scheduled: null,
    });
    await planRound({ ...region, newId: randomUUID, log: testLog });
    await region.change(2027, "CRI", { dueOn: "2027-05-20", extensionGrantedAt: region.clock.now() });
    const [later] = (await preview({ group: "CA-MEX" })).countries;
    expect(later).toMatchObject({ extended: true, automaticToday: { step: "overdue_1", hasGone: true } });
    // A decision is announced even on a day without a calendar step.
    region.clock.set("2027-05-05T18:00:00Z");
    expect((await preview({ countries: ["CRI"] })).countries[0]?.automaticToday).toBeNull();
    await region.change(2027, "CRI", { dueOn: "2027-05-27" });
    await planRound({ ...region, newId: randomUUID, log: testLog });
    expect((await preview({ countries: ["CRI"] })).countries[0]?.automaticToday).toEqual({
      step: "extended",
      at: region.clock.now(),
      hasGone: true,
    });
  });

  test("a country of the group can be left out", async () => {
    await region.addPerson({ role: "focal_point", country: "PAN" });
    const countries = (messages: readonly { country: string }[]) => [
      ...new Set(messages.map(({ country }) => country)),
    ];
    expect(countries((await preview({ group: "CA-MEX" })).messages)).toEqual(["CRI", "PAN"]);
    const sent = await send({ group: "CA-MEX", except: ["CRI"] });
    expect([countries(sent.messages), sent.leftOut.some(({ country }) => country === "CRI")]).toEqual([["PAN"], false]);
    expect(
      countries(
        (await region.notices())
          .filter(({ step }) => step === "resend")
          .map(({ countryCode }) => ({ country: countryCode })),
      ),
    ).toEqual(["PAN"]);
  });

  test("replies go to the sender", async () => {
    await region.addPerson({ role: "secretariat", displayName: "First Opened", email: "first@secretariat.example" });
    const id = await region.addPerson({
      role: "secretariat",
      displayName: "Paula Rivas",
      email: "paula@secretariat.example",
    });
    const { messages } = await region.db.asActor(region.secretary, (tx) =>
      previewResend(tx, { ...region.secretary, userId: id }, { roundYear: 2027, countries: ["CRI"] }, context()),
    );
    expect(messages[0]?.bodyText).toContain(
      "Preguntas: Paula Rivas, Secretaría Técnica, paula@secretariat.example, o responda",
    );
  });

  test("nothing to send is refused and leaves nothing", async () => {
    const before = (await region.notices()).length;
    await expect(send({ countries: ["GTM", "CAN"] })).rejects.toMatchObject({
      code: "nothing-to-send",
      details: {
        leftOut: [
          { country: "CAN", reason: "nobody_to_write_to" },
          { country: "GTM", reason: "accepted" },
        ],
      },
    });
    expect(await region.notices()).toHaveLength(before);
    await expect(preview({ group: "NOBODY" })).rejects.toMatchObject({ code: "not-found" });
  });

  test("a simulation tells what the planner would do, and sends nothing", async () => {
    const before = (await region.notices()).length;
    const steps = await region.db.asActor(region.secretary, (tx) =>
      simulateNotices(tx, 2027, region.clock.now(), "2027-06-30"),
    );
    expect(
      steps.filter(({ country }) => country === "CRI").map(({ step, at }) => `${step} ${at.toISOString()}`),
    ).toEqual([
      "overdue_1 2027-05-03T18:00:00.000Z",
      "overdue_7 2027-05-07T15:00:00.000Z",
      "escalation_14 2027-05-14T15:00:00.000Z",
      "escalation_30 2027-05-31T15:00:00.000Z",
      "closing_45 2027-06-14T15:00:00.000Z",
    ]);
    expect(steps.some(({ country }) => country === "GTM" || country === "BLZ")).toBe(false);
    expect(await region.notices()).toHaveLength(before);
  });
});
