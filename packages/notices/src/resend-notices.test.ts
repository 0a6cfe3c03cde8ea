import { randomUUID } from "node:crypto";
import { createTestDatabase, type FixedClock, fixedClock } from "@avances/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { planRound } from "./plan-notices.ts";
import { previewResend, type ResendRequest, sendResend } from "./resend-notices.ts";
import { simulateNotices } from "./simulate-notices.ts";
import { createTestRegion, type TestRegion, testLog } from "./test-region.ts";

let region: TestRegion<FixedClock>;
beforeEach(async () => {
  region = await createTestRegion(await createTestDatabase(), fixedClock("2027-02-01T15:00:00Z"));
  await region.openRound({ year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" });
  await region.addPerson({ role: "focal_point", country: "CRI", language: "es", email: "ana@cri.example" });
  await region.addPerson({ role: "alternate", country: "CRI", language: "en", email: "bob@cri.example" });
  await region.addPerson({ role: "focal_point", country: "GTM", language: "es", email: "eva@gtm.example" });
  await region.addPerson({ role: "focal_point", country: "BLZ", language: "en", email: "joe@blz.example" });
  await planRound({ ...region, newId: randomUUID, log: testLog });
  region.clock.set("2027-05-03T18:00:00Z");
  await region.change(2027, "GTM", { status: "accepted", firstSubmittedAt: region.clock.now() });
  await region.change(2027, "BLZ", { status: "exempt" });
});
afterEach(() => region.close());

const context = () => ({ now: region.clock.now(), newId: randomUUID, config: region.config });
const preview = (request: Omit<ResendRequest, "roundYear">) =>
  region.db.asActor(region.secretary, (tx) => previewResend(tx, { roundYear: 2027, ...request }, context()));
const send = (request: Omit<ResendRequest, "roundYear">) =>
  region.db.asActor(region.secretary, (tx) =>
    sendResend(tx, region.secretary, { roundYear: 2027, ...request }, context()),
  );

describe("resend", () => {
  test("what is sent is what the preview showed, word by word", async () => {
    const request = { group: "CA-MEX", text: { es: "Estimada colega: <quedamos atentos>.", en: "Dear colleague." } };
    const shown = await preview(request);
    const before = (await region.mails()).length;
    const sent = await send(request);
    expect(sent.messages).toEqual(shown.messages);
    expect(sent.leftOut).toEqual(shown.leftOut);
    const queued = (await region.mails()).slice(before);
    const word = (mail: { subject: string; bodyText: string }, address: string) => [
      address,
      mail.subject,
      mail.bodyText,
    ];
    expect(queued.map((mail) => word(mail, mail.toAddress)).sort()).toEqual(
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

  test("it says which ask it is and when the first went out", async () => {
    const [first] = (await send({ countries: ["CRI"] })).messages;
    expect(first).toMatchObject({ ordinal: 2, firstSentAt: new Date("2027-02-01T15:00:00Z") });
    expect(first?.bodyText).toContain(
      "Esta es la 2.ª comunicación relativa a esta ronda; la primera se envió el 1 de febrero de 2027.",
    );
    const [, second] = (await send({ countries: ["CRI"] })).messages;
    expect(second?.subject).toBe("2027 reporting round: reminder to Costa Rica (3rd communication)");
    const batches = (await region.notices()).filter((each) => each.step === "resend").map((each) => each.batchId);
    expect([batches.length, new Set(batches).size]).toEqual([4, 2]);
  });

  test("nothing to send is refused and leaves nothing", async () => {
    const before = (await region.notices()).length;
    await expect(send({ countries: ["GTM", "CAN"] })).rejects.toMatchObject({
      code: "nothing-to-send",
      details: {
        leftOut: [
          { country: "CAN", reason: "not_expected" },
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
      "escalation_30 2027-05-30T15:00:00.000Z",
      "closing_45 2027-06-14T15:00:00.000Z",
    ]);
    expect(steps.some(({ country }) => country === "GTM" || country === "BLZ")).toBe(false);
    expect(await region.notices()).toHaveLength(before);
  });
});
