import {
  acceptSubmission,
  consentToPublication,
  getIndex,
  getPublicationPreview,
  getPublicCountry,
  getReviewPreview,
  getSubmission,
  listReviews,
  publishSubmission,
  returnSubmission,
} from "@avances/contracts";
import { insertNotices } from "@avances/db/queries/notice-queries";
import { findVersion } from "@avances/db/queries/version-queries";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { found } from "#features/shared/allow.ts";
import { agree, aRound, auditOf, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

/** The time between acceptance and publication: five working days in the country, or its agreement; and the preview. */
let api: TestApi;
let year = 2027;
let id: string;
const country = "focal_point:CRI" as const;

const params = () => ({ submissionId: id });
const act = <const T extends object>(more: T) => ({ params: params(), ...more });
const view = async () => (await api.call(getSubmission, act({ as: country }))).body;
const publish = () => api.call(publishSubmission, act({ as: "secretariat" as const }));

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** A report of Costa Rica, accepted on Wednesday 5 May 2027. */
beforeEach(async () => {
  year += 1;
  api.clock.set("2027-05-05T16:00:00Z");
  id = (await aRound(api, year, ["CRI"], "2027-02-01")).CRI as string;
  await fill(api, country, id, {
    seed: year,
    // Several rounds in one spring, so everything changes and needs an explanation.
    but: (answers) => answers.map((answer) => ({ ...answer, comment: "Checked against the register" })),
  });
  await submit(api, country, id);
  await api.call(acceptSubmission, act({ as: "secretariat" as const }));
});

describe("publication waits", () => {
  test("for five full working days of the country's calendar, and says from which day on", async () => {
    for (const early of [
      "2027-05-05T16:00:01Z",
      "2027-05-10T15:00:00Z",
      "2027-05-12T06:00:00Z",
      "2027-05-13T05:59:59Z",
    ]) {
      api.clock.set(early);
      const refused = await publish();
      expect(refused).toMatchObject({
        status: 409,
        problem: { code: "publication-too-early", details: { earliest: "2027-05-13" } },
      });
      expect((await view()).publication).toMatchObject({ from: "2027-05-13", isOpen: false, consent: null });
    }
    api.clock.set("2027-05-13T06:00:00Z");
    expect((await view()).publication).toMatchObject({ isOpen: true });
    expect((await publish()).status).toBe(200);
    expect((await view()).publication).toBeNull();
  });

  test("or for the country's agreement, which is kept with who gave it and when", async () => {
    expect((await view()).may.consent).toBe(true);
    await agree(api, country, id);
    const { publication, may } = await view();
    expect(publication).toMatchObject({
      from: "2027-05-05",
      isOpen: true,
      consent: { at: "2027-05-05T16:00:00.000Z", byName: (await api.person(country)).displayName },
    });
    expect(may.consent).toBe(false);
    expect((await auditOf(api, id)).map(({ action }) => action)).toContain("submission.publication_consented");
    expect((await publish()).status).toBe(200);
  });

  test("agreement to one version is not agreement to another", async () => {
    await agree(api, country, id);
    const question = { comments: [{ indicatorCode: null, body: "Is this figure final?" }] };
    await api.call(returnSubmission, act({ as: "secretariat" as const, body: question }));
    await submit(api, country, id);
    await api.call(acceptSubmission, act({ as: "secretariat" as const }));
    expect((await view()).publication).toMatchObject({ version: 2, isOpen: false, consent: null });
    expect((await publish()).problem).toMatchObject({ code: "publication-too-early" });
  });

  test("only reporters can agree, to the accepted version, in the state that they saw", async () => {
    const body = { version: 1 };
    for (const as of ["secretariat", "approver:CRI", "contributor:CRI", "rcgm_delegate"] as const)
      expect((await api.call(consentToPublication, act({ as, body }))).status, as).toBe(403);
    expect((await api.call(consentToPublication, act({ as: "focal_point:GTM" as const, body }))).status).toBe(404);
    expect((await api.call(consentToPublication, act({ as: country, body: { version: 2 } }))).problem).toMatchObject({
      code: "not-available-now",
    });
    const stale = await api.call(consentToPublication, act({ as: country, body, revision: 1 }));
    expect(stale).toMatchObject({ status: 412, problem: { code: "revision-stale" } });
    expect((await view()).publication?.consent).toBeNull();
  });
});

describe("whether the country was told of the acceptance", () => {
  /** A letter in the state in which planner and outbox leave it. */
  async function letter(who: Who, state: "sent" | "kept" | "dead" | "queued", settledAt: string | null) {
    const person = await api.person(who);
    const secretariat = await api.person("secretariat");
    const { id: versionId } = found(await api.db.asActor(secretariat, (tx) => findVersion(tx, id, 1)));
    await api.db.asActor(secretariat, (tx) =>
      insertNotices(tx, [
        {
          id: api.deps.newId(),
          roundYear: year,
          countryCode: "CRI",
          userId: person.userId,
          step: "accepted",
          anchorDate: "2027-05-05",
          batchId: versionId,
          state,
          scheduledFor: api.clock.now(),
          createdAt: api.clock.now(),
          settledAt: settledAt === null ? null : new Date(settledAt),
        },
      ]),
    );
    return person.displayName;
  }
  const published = async () =>
    (await auditOf(api, id)).find(({ action }) => action === "submission.published")?.detail;

  test("is read from the ledger: what was kept, failed or waits told nobody, and publishing says so for the record", async () => {
    await letter(country, "kept", "2027-05-05T16:01:00Z");
    await letter("alternate:CRI", "dead", "2027-05-06T16:00:00Z");
    expect((await view()).publication?.told).toEqual([]);
    api.clock.set("2027-05-13T06:00:00Z");
    expect((await publish()).status).toBe(200);
    expect(await published()).toMatchObject({ told: 0, consented: false });
  });

  test("names everybody to whom it left, and when", async () => {
    const second = await letter("alternate:CRI", "sent", "2027-05-06T15:00:00Z");
    const first = await letter(country, "sent", "2027-05-05T16:01:00Z");
    const told = [
      { name: first, at: "2027-05-05T16:01:00.000Z" },
      { name: second, at: "2027-05-06T15:00:00.000Z" },
    ];
    expect((await view()).publication?.told).toEqual(told);
    const reviews = (await api.call(listReviews, { as: "secretariat" })).body.submissions;
    expect(reviews.find((one) => one.id === id)?.publication?.told).toEqual(told);
    api.clock.set("2027-05-13T06:00:00Z");
    await publish();
    expect(await published()).toMatchObject({ told: 2 });
  });

  test("of one version says nothing of the next", async () => {
    await letter(country, "sent", "2027-05-05T16:01:00Z");
    const comments = [{ indicatorCode: null, body: "Is this figure final?" }];
    await api.call(returnSubmission, act({ as: "secretariat" as const, body: { comments } }));
    await submit(api, country, id);
    await api.call(acceptSubmission, act({ as: "secretariat" as const }));
    expect((await view()).publication).toMatchObject({ version: 2, told: [] });
  });
});

describe("before that the country sees its public page", () => {
  const preview = (as: Parameters<TestApi["person"]>[0]) => api.call(getPublicationPreview, act({ as }));

  test("and it is, to the last figure, the page that the public then gets", async () => {
    const shown = (await preview(country)).body;
    expect(shown.publication).toMatchObject({ version: 1, from: "2027-05-13" });
    await agree(api, country, id);
    await publish();
    await vi.waitFor(
      async () => {
        const published = (await api.call(getPublicCountry, { params: { iso3: "CRI" } })).body;
        const thisRound = <T extends { roundYear: number }>(rows: readonly T[]) =>
          rows.filter(({ roundYear }) => roundYear === year);
        expect(thisRound(published.index)).toEqual(thisRound(shown.page.index));
        expect(thisRound(published.index)).toHaveLength(1);
        expect(published.indicators.map(({ rows }) => thisRound(rows))).toEqual(
          shown.page.indicators.map(({ rows }) => thisRound(rows)),
        );
      },
      { timeout: 20_000 },
    );
    const index = (await api.call(getIndex)).body.rows.find((row) => row.country === "CRI" && row.roundYear === year);
    expect(shown.page.index.find((row) => row.roundYear === year)?.overall).toEqual(index?.overall);
  });

  test("nobody else does, and the public file does not change", async () => {
    const before = (await api.call(getPublicCountry, { params: { iso3: "CRI" } })).text;
    for (const as of ["secretariat", "approver:CRI", "liaison_officer:CRI"] as const)
      expect((await preview(as)).status, as).toBe(200);
    for (const as of ["contributor:CRI", "rcgm_delegate", "observer"] as const)
      expect((await preview(as)).status, as).toBe(403);
    expect((await preview("focal_point:GTM")).status).toBe(404);
    expect((await api.call(getPublicCountry, { params: { iso3: "CRI" } })).text).toBe(before);
  });

  test("only while an accepted version waits", async () => {
    await agree(api, country, id);
    await publish();
    expect((await preview(country)).problem).toMatchObject({ code: "not-available-now" });
  });
});

describe("before the acceptance the secretariat sees the public page as it would be", () => {
  const preview = (as: Parameters<TestApi["person"]>[0], query: object = { version: "1" }) =>
    api.call(getReviewPreview, act({ as, query: query as { version: string } }));
  const declared = "TIP-PRV-06";

  /** A report of Guatemala that waits for its review, with one answer that the country declares not applicable. */
  beforeEach(async () => {
    year += 1;
    id = (await aRound(api, year, ["CRI", "GTM"], "2027-02-01")).GTM as string;
    await fill(api, "focal_point:GTM", id, {
      seed: year,
      but: (answers) =>
        answers.map((answer) => ({
          ...answer,
          comment: "Checked against the register",
          ...(answer.indicatorCode === declared && {
            ...{ state: "not_applicable" as const, value: null, reason: "Arises nowhere in the country", evidence: [] },
          }),
        })),
    });
    await submit(api, "focal_point:GTM", id);
  });
  const pageNow = async () => (await api.call(getPublicCountry, { params: { iso3: "GTM" } })).body;

  test("and it is, to the last figure, the page that the public gets after acceptance and publication", async () => {
    const before = await pageNow();
    const { page, confirmed } = (await preview("secretariat", { version: "1", confirmed: `${declared},TIP-LEG-01` }))
      .body;
    // Only what the country declares can be confirmed.
    expect(confirmed).toEqual([declared]);
    expect(page.reporting.find((cell) => cell.roundYear === year)?.state).toBe("published");
    expect(await pageNow()).toEqual(before);
    const body = { confirmNotApplicable: [declared, "TIP-LEG-01"] };
    await api.call(acceptSubmission, act({ as: "secretariat" as const, body }));
    await agree(api, "focal_point:GTM", id);
    expect((await publish()).status).toBe(200);
    const withoutMoment = ({ edition: _, mainRound: __, reporting, ...rest }: typeof page) => ({
      ...rest,
      reporting: reporting.map(
        ({ publishedAt: ___, ...cell }: (typeof reporting)[number] & { publishedAt?: unknown }) => cell,
      ),
    });
    await vi.waitFor(async () => expect(withoutMoment(await pageNow())).toEqual(withoutMoment(page)), {
      timeout: 20_000,
    });
    // Small counts are hidden in it, and the index counts the confirmed answer as it will. Which others are hidden with them differs.
    expect(JSON.stringify(page.indicators)).toContain('":"s"');
  });

  test("an answer that is not confirmed counts as missing in it", async () => {
    const coverage = async (query: object) =>
      (await preview("secretariat", query)).body.page.index.find((row) => row.roundYear === year)?.instruments.TIP
        .coverage;
    expect(await coverage({ version: "1" })).toBeLessThan(
      (await coverage({ version: "1", confirmed: declared })) as number,
    );
  });

  test("nobody else does, it is kept nowhere, and only for the version that waits", async () => {
    const shown = await preview("secretariat");
    expect(shown.headers["cache-control"]).toBe("no-store");
    expect(shown.headers.etag).toBeUndefined();
    for (const as of ["focal_point:GTM", "approver:GTM", "liaison_officer:GTM", "rcgm_delegate", "presidency"] as const)
      expect((await preview(as)).status, as).toBe(403);
    expect((await api.call(getReviewPreview, act({ query: { version: "1" } }))).status).toBe(401);
    expect((await preview("secretariat", { version: "2" })).problem?.code).toBe("not-available-now");
    expect((await api.call(getPublicationPreview, act({ as: "secretariat" as const }))).problem?.code).toBe(
      "not-available-now",
    );
    await api.call(acceptSubmission, act({ as: "secretariat" as const }));
    expect((await preview("secretariat")).problem?.code).toBe("not-available-now");
  });
});
