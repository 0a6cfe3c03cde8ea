import { askForSection, getOutgoingMail, listOutgoingMail } from "@avances/contracts";
import { query } from "@avances/testing/query";
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
  await query(
    api.ownerUrl,
    "update app.outgoing_mail set state = 'dead', last_code = 550, last_answer = 'unknown: vega@fiscalia.example' where kind = 'section_link'",
  );
  const list = await api.call(listOutgoingMail, { as: "secretariat" });
  const mail = list.body.messages.find(({ kind }) => kind === "section_link");
  const one = await api.call(getOutgoingMail, { as: "secretariat", params: { mailId: mail?.id ?? "" } });
  return { list, one };
}

test("of what is asked of a ministry the secretariat sees that it was written and what became of it, and neither to whom nor what it says", async () => {
  const { list, one } = await sectionMail({ now: "2027-02-10T15:00:00Z" });
  const hidden = { recipient: null, address: null, subject: null, result: null };
  expect(one.body).toMatchObject({ kind: "section_link", country: "CRI", state: "dead", bodyText: null, ...hidden });
  for (const reply of [list, one])
    for (const word of ["canary-note", "Lucía", "TIP-LEG-01", "vega@", "Fiscalía"])
      expect(reply.text).not.toContain(word);
});

test("in a demonstration it is read there, because nothing is sent", async () => {
  const { one } = await sectionMail({ now: "2027-02-10T15:00:00Z", demonstration: true });
  expect(one.body.bodyText).toMatch(/section#[A-Za-z0-9_-]{43}\n/);
});
