import { askForSection, getOutgoingMail, listOutgoingMail } from "@avances/contracts";
import { expect, onTestFinished, test } from "vitest";
import { aRound } from "#testing/reporting-round.ts";
import { startTestApi, type TestApiOptions } from "#testing/start-test-api.ts";

/** A message to the person of a section, as the secretariat finds it. */
async function sectionMail(options: TestApiOptions) {
  const api = await startTestApi(options);
  onTestFinished(() => api.close());
  const submissionId = (await aRound(api, 2027, ["CRI"])).CRI as string;
  const asked = await api.call(askForSection, {
    as: "focal_point:CRI",
    params: { submissionId },
    body: {
      ...{ name: "Lucía Vega", institution: "Fiscalía", address: "vega@fiscalia.example", language: "es" },
      ...{ indicators: ["TIP-LEG-01"], dueOn: "2027-03-15", note: "canary-note" },
    },
  });
  expect(asked.status).toBe(201);
  const { messages } = (await api.call(listOutgoingMail, { as: "secretariat" })).body;
  const mail = messages.find(({ address }) => address === "vega@fiscalia.example");
  return api.call(getOutgoingMail, { as: "secretariat", params: { mailId: mail?.id ?? "" } });
}

test("of what is asked of a ministry the secretariat sees that it was written, and not what it says", async () => {
  const reply = await sectionMail({ now: "2027-02-10T15:00:00Z" });
  expect(reply.body).toMatchObject({ kind: "section_link", bodyText: null, address: "vega@fiscalia.example" });
  for (const word of ["canary-note", "Lucía", "TIP-LEG-01"]) expect(reply.text).not.toContain(word);
});

test("in a demonstration it is read there, because nothing is sent", async () => {
  const reply = await sectionMail({ now: "2027-02-10T15:00:00Z", demonstration: true });
  expect(reply.body.bodyText).toMatch(/section#[A-Za-z0-9_-]{43}\n/);
});
