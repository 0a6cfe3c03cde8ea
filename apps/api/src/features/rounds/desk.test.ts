import {
  acceptSubmission,
  addComment,
  extendSubmission,
  getMeetingFile,
  getMeetingWorkbook,
  getRoundStatus,
  openRound,
  resendNotices,
  returnSubmission,
} from "@avances/contracts";
import { planRound } from "@avances/notices";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

/** What only the secretariat's board shows, from the first message to the accepted report. */
let api: TestApi;
const params = { year: 2027 };

beforeAll(async () => {
  api = await startTestApi({ now: "2027-02-10T15:00:00Z" });
  const body = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
  await api.call(openRound, { as: "secretariat", body });
  for (const who of ["focal_point:CRI", "alternate:CRI", "presidency"] as const) await api.person(who);
});
afterAll(() => api.close());

const rowOf = async (country: string) => {
  const { countries } = (await api.call(getRoundStatus, { as: "secretariat", params })).body;
  const row = countries.find((one) => one.country === country);
  if (row?.desk === undefined) throw new Error(`No row of ${country}`);
  return { ...row, desk: row.desk };
};
const deskOf = async (country: string) => (await rowOf(country)).desk;
const plan = () => planRound({ ...api.deps, config: api.deps.config });
const say = async (as: Who, body: string) => {
  const { submissionId } = await rowOf("CRI");
  const comment = { indicatorCode: null, audience: "shared", body } as const;
  expect((await api.call(addComment, { as, params: { submissionId }, body: comment })).status).toBe(201);
};

test("the last ask stands apart from the last other message, each with everybody it went to and what became of it", async () => {
  await plan();
  const at = api.clock.now().toISOString();
  const waiting = [
    { name: "alternate CRI", state: "queued" },
    { name: "focal_point CRI", state: "queued" },
  ];
  expect(await deskOf("CRI")).toMatchObject({
    asks: 0,
    lastAsk: { step: "opening", ordinal: 1, at, to: waiting },
    lastOther: null,
    unreached: [],
  });

  await query(
    api.ownerUrl,
    `update app.notice set state = 'sent', settled_at = '2027-02-10T15:01:00Z' where country_code = 'CRI';
     update app.outgoing_mail set state = 'sent', settled_at = '2027-02-10T15:01:00Z' where country_code = 'CRI'`,
  );
  api.clock.set("2027-02-12T16:00:00Z");
  const { submissionId } = await rowOf("CRI");
  const body = { dueOn: "2027-05-20", reason: "The new authorities take office" };
  await api.call(extendSubmission, { as: "secretariat", params: { submissionId }, body });
  await plan();
  const desk = await deskOf("CRI");
  expect(desk).toMatchObject({
    asks: 1,
    lastAsk: { step: "opening", ordinal: 1, at: "2027-02-10T15:01:00.000Z" },
    lastOther: { step: "extended", ordinal: 1, at: "2027-02-12T16:00:00.000Z", to: waiting },
  });
  expect(desk.lastAsk?.to.map(({ state }) => state)).toEqual(["sent", "sent"]);
  // A country without people was asked for nothing, and another country's messages are not its own.
  expect(await deskOf("GTM")).toMatchObject({ asks: 0, lastAsk: null, lastOther: null, unreached: [] });
});

test("whom mail does not reach is named until a message arrives or the address is another", async () => {
  const seen = [{ country: "CRI", asksWritten: 1 }];
  const request = { countries: ["CRI"], seen, preview: false };
  expect((await api.call(resendNotices, { as: "secretariat", params, body: request })).status).toBe(200);
  const focalPoint = (await api.person("focal_point:CRI")).userId;
  const failed = async (state: "dead" | "sent", at: string) =>
    query(
      api.ownerUrl,
      `with gone as (update app.outgoing_mail set state = '${state}', settled_at = '${at}'
         where user_id = '${focalPoint}' and kind = 'resend' returning notice_id)
       update app.notice set state = '${state}', settled_at = '${at}' where id in (select notice_id from gone)`,
    );
  await failed("dead", "2027-02-12T16:05:00Z");
  const unreached = [{ name: "focal_point CRI", at: "2027-02-12T16:05:00.000Z" }];
  expect(await deskOf("CRI")).toMatchObject({
    unreached,
    lastAsk: {
      ...{ step: "resend", ordinal: 2 },
      to: [
        { name: "alternate CRI", state: "queued" },
        { name: "focal_point CRI", state: "dead" },
      ],
    },
  });
  // An ask that left before the address failed proves nothing; one that left after it does.
  const opening = (at: string) =>
    query(
      api.ownerUrl,
      `update app.notice set settled_at = '${at}' where user_id = '${focalPoint}' and step = 'opening'`,
    );
  await opening("2027-02-12T16:06:00Z");
  expect((await deskOf("CRI")).unreached).toEqual([]);
  await opening("2027-02-10T15:01:00Z");
  expect((await deskOf("CRI")).unreached).toEqual(unreached);
  const address = (value: string) =>
    query(api.ownerUrl, `update app.app_user set email = ${value} where id = '${focalPoint}'`);
  await address("'new.' || email");
  expect((await deskOf("CRI")).unreached).toEqual([]);
  await address("substr(email, 5)");
  expect((await deskOf("CRI")).unreached).toEqual(unreached);
  await failed("sent", "2027-02-12T16:07:00Z");
});

test("a question of the country waits from the first word after the secretariat's last, and not once it was answered", async () => {
  expect((await deskOf("CRI")).questionSince).toBeNull();
  api.clock.set("2027-02-13T15:00:00Z");
  await say("focal_point:CRI", "May we report the figures of the fiscal year?");
  api.clock.set("2027-02-14T15:00:00Z");
  await say("alternate:CRI", "It ends in September.");
  expect((await deskOf("CRI")).questionSince).toBe("2027-02-13T15:00:00.000Z");
  await say("secretariat", "Yes, with a note.");
  expect((await deskOf("CRI")).questionSince).toBeNull();
  api.clock.set("2027-02-15T15:00:00Z");
  await say("focal_point:CRI", "And those of 2025?");
  expect((await deskOf("CRI")).questionSince).toBe("2027-02-15T15:00:00.000Z");
  // Who reads the board without being of the secretariat learns nothing of it.
  const others = await api.call(getRoundStatus, { as: "rcgm_delegate", params });
  expect(others.text).not.toContain("questionSince");
  await say("secretariat", "Please wait for the next round.");
});

test("the next step names who would get it now, and the roles that it needs and nobody holds", async () => {
  api.clock.set("2027-05-28T15:00:00Z");
  await plan();
  expect((await deskOf("CRI")).nextNotice).toMatchObject({
    step: "escalation_14",
    to: ["focal_point CRI", "alternate CRI"],
    missing: ["liaison_officer"],
  });
  await api.addPerson({ role: "liaison_officer", country: "CRI", displayName: "Mauricio Vargas" });
  expect((await deskOf("CRI")).nextNotice).toMatchObject({
    to: ["focal_point CRI", "alternate CRI", "Mauricio Vargas"],
    missing: [],
  });
  // Nobody reports for Guatemala: the step would reach nobody there, only the region.
  expect((await deskOf("GTM")).nextNotice).toMatchObject({
    ...{ step: "escalation_30", to: ["presidency"] },
    missing: ["liaison_officer", "rcgm_delegate"],
  });
});

test("an accepted report says from which day of the country's calendar it may be published", async () => {
  const { submissionId } = await rowOf("CRI");
  await fill(api, "focal_point:CRI", submissionId);
  await submit(api, "focal_point:CRI", submissionId);
  expect((await deskOf("CRI")).publicationFrom).toBeNull();
  // Friday afternoon in San José: five full working days after it end on the Friday after.
  api.clock.set("2027-05-28T23:00:00Z");
  expect((await api.call(acceptSubmission, { as: "secretariat", params: { submissionId } })).status).toBe(200);
  expect(await rowOf("CRI")).toMatchObject({
    status: "accepted",
    desk: { publicationFrom: "2027-06-05", nextNotice: null },
  });
  const comments = [{ indicatorCode: null, body: "Please look at this again" }];
  await api.call(returnSubmission, { as: "secretariat", params: { submissionId }, body: { comments } });
  expect((await deskOf("CRI")).publicationFrom).toBeNull();
});

test("the board is a file for a meeting: a tagged PDF and a workbook, for the secretariat alone", async () => {
  const query = { language: "es", timeZone: "America/Costa_Rica" } as const;
  const pdf = await api.call(getMeetingFile, { as: "secretariat", params, query });
  expect(pdf.headers["content-type"]).toBe("application/pdf");
  expect(pdf.headers["content-disposition"]).toBe('attachment; filename="ronda-2027-2027-05-28.pdf"');
  expect(pdf.text.startsWith("%PDF-1.7")).toBe(true);
  expect(pdf.text).toContain("/StructTreeRoot");
  // For the Conference it is one page.
  expect(pdf.text.match(/\/Type \/Page\b/g)).toHaveLength(1);
  const xlsx = await api.call(getMeetingWorkbook, { as: "secretariat", params, query: { language: "en" } });
  expect(xlsx.headers["content-disposition"]).toBe('attachment; filename="round-2027-2027-05-28.xlsx"');
  expect(xlsx.text.startsWith("PK")).toBe(true);
  for (const as of ["rcgm_delegate", "focal_point:CRI"] as const)
    expect((await api.call(getMeetingFile, { as, params, query })).problem?.code).toBe("not-allowed");
  const wrong = { language: "es", timeZone: "America/Atlantis" } as const;
  expect((await api.call(getMeetingFile, { as: "secretariat", params, query: wrong })).problem?.code).toBe(
    "invalid-input",
  );
  const unknown = await api.call(getMeetingWorkbook, {
    as: "secretariat",
    params: { year: 2031 },
    query: { language: "en" },
  });
  expect(unknown.problem?.code).toBe("not-found");
});
