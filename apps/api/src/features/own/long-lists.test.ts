import {
  type ActivitySummary,
  type CommitmentSummary,
  getCommitmentsCsv,
  getMeetingPackHtml,
  getOwnNetwork,
  getRecommendationsCsv,
  getTimeline,
  listActivities,
  listCommitments,
  listDocuments,
  listMatterAsks,
  listMeetings,
  listVoices,
  type QueryInputOf,
  type ReplyOf,
} from "@avances/contracts";
import { activityListPlaces, isUnderWay, rowsOnPage, tallyOf } from "@avances/domain/network";
import { countStatements } from "@avances/testing";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, expect, test } from "vitest";
import { manySides, seedMany } from "#testing/many-matters.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

/*
 * Lists of a house that has stood for years (decision 72): what is asked of the database does not grow with the rows, each page holds what follows the
 * one before, and a file or a paper holds all.
 */

const few = { meetings: 60, commitments: 20, activities: 20, recommendations: 20 };
const many = { ...few, commitments: 620, activities: 160, recommendations: 620 };
let api: TestApi;
const as = "secretariat";
const asked = new Map<string, { readonly statements: number; readonly rows: number }>();

/** Each list of the Network, as it is asked when its page opens. */
const lists: Readonly<Record<string, () => Promise<{ readonly status: number }>>> = {
  listCommitments: () => api.call(listCommitments, { as }),
  listActivities: () => api.call(listActivities, { as }),
  listVoices: () => api.call(listVoices, { as, query: { kind: "recommendation" } }),
  listDocuments: () => api.call(listDocuments, { as, query: { q: "commitment" } }),
  listMatterAsks: () => api.call(listMatterAsks, { as, params: { country: "HND" } }),
  listMeetings: () => api.call(listMeetings, { as }),
  getTimeline: () => api.call(getTimeline, { as }),
  getOwnNetwork: () => api.call(getOwnNetwork, { as }),
};
const rowsGrow = ["getTimeline", "getOwnNetwork"];

beforeAll(async () => {
  api = await startTestApi();
  for (const role of ["focal_point", "liaison_officer"] as const)
    for (const country of ["HND", "MEX"]) await api.addPerson({ role, country });
  await seedMany(api.ownerUrl, few);
  for (const [name, list] of Object.entries(lists)) {
    // The first call loads and prepares what later ones find.
    await list();
    asked.set(name, (await countStatements(list))[0]);
  }
  await seedMany(api.ownerUrl, many, few);
}, 60_000);
afterAll(() => api?.close());

test.each(Object.entries(lists))(
  "%s asks no more of the database when there is thirty times as much",
  async (name, list) => {
    const [now, { status }] = await countStatements(list);
    expect([status, now.statements]).toEqual([200, asked.get(name)?.statements]);
    // A page of rows with what hangs on each, and the sixty meetings.
    if (!rowsGrow.includes(name)) expect(now.rows).toBeLessThan(rowsOnPage * 8);
  },
);

async function allPages<Row extends { readonly id: string }>(
  read: (page: string) => Promise<{ readonly rows: readonly Row[]; readonly total: number; readonly page: number }>,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (let page = 1; ; page += 1) {
    const reply = await read(String(page));
    expect(reply.page).toBe(page);
    all.push(...reply.rows);
    if (all.length >= reply.total || reply.rows.length === 0) {
      expect([all.length, new Set(all.map(({ id }) => id)).size]).toEqual([reply.total, reply.total]);
      // A page that is not there is the last one.
      expect((await read("999")).page).toBe(page);
      return all;
    }
    expect(reply.rows).toHaveLength(rowsOnPage);
  }
}

test("commitments: the pages hold each once, in one order; filters and counts say what the rules of the domain say", async () => {
  const pages = (query: QueryInputOf<typeof listCommitments>) =>
    allPages(async (page) => {
      const { body } = await api.call(listCommitments, { as, query: { ...query, page } });
      return { ...body, rows: body.commitments };
    });
  const all = await pages({});
  const { board, responsible } = (await api.call(listCommitments, { as, query: { show: "owed", page: "2" } })).body;
  // The Secretariat reads all of them: they are its own.
  expect(all).toHaveLength(many.commitments);
  expect(board).toEqual(tallyOf(all.filter(({ state }) => state === "filed")));
  expect(Object.values(board).every((count) => count > 0)).toBe(true);
  expect([...responsible].sort()).toEqual([...manySides].sort());
  const meeting = all.find((one) => one.outcome !== null)?.outcome?.meetingId ?? "";
  const filters: readonly (readonly [QueryInputOf<typeof listCommitments>, (one: CommitmentSummary) => boolean])[] = [
    [{ show: "owed" }, ({ stage }) => isUnderWay(stage)],
    [{ show: "overdue" }, ({ overdueDays }) => overdueDays !== null],
    [{ show: "carried" }, ({ carriedOver }) => carriedOver.length > 0],
    [
      { show: "closed", responsible: "HND" },
      (one) => ["done", "dropped"].includes(one.stage) && one.responsible === "HND",
    ],
    [{ meeting }, (one) => one.meetingId === meeting || one.outcome?.meetingId === meeting],
  ];
  for (const [query, fits] of filters) {
    const wanted = all.filter(fits).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(0);
    expect([query, (await pages(query)).map(({ id }) => id)]).toEqual([query, wanted]);
  }
});

test("a day ends by the clocks of whoever owes it, also in a filter", async () => {
  const before = api.clock.now();
  // From before the first midnight of a capital to after the last but those of the west.
  for (const at of ["2027-02-11T05:30:00Z", "2027-02-11T07:30:00Z"]) {
    api.clock.set(at);
    const { body } = await api.call(listCommitments, { as, query: { show: "overdue" } });
    const all = await allPages(async (page) => {
      const reply = await api.call(listCommitments, { as, query: { page } });
      return { ...reply.body, rows: reply.body.commitments };
    });
    expect([at, body.total]).toEqual([at, all.filter(({ overdueDays }) => overdueDays !== null).length]);
  }
  api.clock.set(before.toISOString());
});

test("activities: the pages hold each once, by where it stands; filters say what the rules of the domain say", async () => {
  const who = "focal_point:CRI";
  const pages = (query: QueryInputOf<typeof listActivities>) =>
    allPages(async (page) => {
      const { body } = await api.call(listActivities, { as: who, query: { ...query, page } });
      return { ...body, rows: body.activities };
    });
  const all = await pages({});
  const { offered } = (await api.call(listActivities, { as: who })).body;
  const placeOf = ({ state, standing }: ActivitySummary) => (state === "filed" ? standing : state);
  const dayOf = ({ held, startsOn }: ActivitySummary) => held?.fromOn ?? startsOn ?? "9999";
  const inOrder = activityListPlaces.flatMap((place) => {
    const own = all.filter((one) => placeOf(one) === place);
    return own.toSorted((one, other) =>
      place === "held" ? dayOf(other).localeCompare(dayOf(one)) : dayOf(one).localeCompare(dayOf(other)),
    );
  });
  expect(all.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
  expect(offered.places).toEqual(activityListPlaces.filter((place) => all.some((one) => placeOf(one) === place)));
  expect(offered.places.length).toBe(activityListPlaces.length);
  expect(offered.actors).toEqual([...new Set(all.flatMap((one) => [one.author, ...one.supporters]))].sort());
  const meeting = all.find(({ endorsement }) => endorsement !== null)?.endorsement?.meetingId ?? "";
  const yearOf = (one: ActivitySummary) => dayOf(one).slice(0, 4);
  const filters: readonly (readonly [QueryInputOf<typeof listActivities>, (one: ActivitySummary) => boolean])[] = [
    ...activityListPlaces.map((place) => [{ place }, (one: ActivitySummary) => placeOf(one) === place] as const),
    [{ actor: "MEX" }, (one) => one.author === "MEX" || one.supporters.includes("MEX")],
    [{ instrument: "SOM" }, (one) => one.aims.some(({ code }) => code.startsWith("SOM-"))],
    [{ about: "TIP-PRO-01", place: "held" }, (one) => one.aims[0]?.code === "TIP-PRO-01" && placeOf(one) === "held"],
    [{ year: "2026" }, (one) => yearOf(one) === "2026"],
    [{ meeting }, (one) => one.meetingId === meeting || one.endorsement?.meetingId === meeting],
  ];
  for (const [query, fits] of filters) {
    const wanted = all.filter(fits).map(({ id }) => id);
    expect([query, wanted.length > 0]).toEqual([query, true]);
    expect([query, (await pages(query)).map(({ id }) => id)]).toEqual([query, wanted]);
  }
});

test("messages and requests to one side: a step or an act once, the latest first, each thing counting its own over all pages", async () => {
  type Asks = ReplyOf<typeof listMatterAsks>;
  const rowsOf = <Row>(rows: readonly Row[], idOf: (row: Row) => string) =>
    rows.map((row) => ({ ...row, id: idOf(row) }));
  const pages = async (who: typeof as | "focal_point:HND") => {
    const read = async (pages: QueryInputOf<typeof listMatterAsks>): Promise<Asks> =>
      (await api.call(listMatterAsks, { as: who, params: { country: "HND" }, query: pages })).body;
    return {
      messages: await allPages(async (page) => {
        const { asks, ...told } = await read({ page });
        return { ...told, rows: rowsOf(asks, ({ matterId, nth }) => `${matterId} ${nth}`) };
      }),
      requests: await allPages(async (progressPage) => {
        const { asks, ...told } = (await read({ progressPage })).progress;
        return { ...told, rows: rowsOf(asks, ({ meetingId, nth }) => `${meetingId} ${nth}`) };
      }),
    };
  };
  const all = await pages(as);
  const written = await query<{ about: string; step: string; at: Date; people: number }>(
    api.ownerUrl,
    `select matter_id as about, step, min(created_at) as at, count(*)::int as people from app.matter_request
       where participant_code = 'HND' and superseded is null group by matter_id, step, anchor_date, batch_id
     union all select meeting_id, step, min(created_at), count(*)::int from app.progress_request
       where participant_code = 'HND' and superseded is null group by meeting_id, step, day_known_at, batch_id`,
  );
  const inText = (rows: readonly string[]) => [...rows].sort();
  const told = [
    ...all.messages.map((one) => ({ about: one.matterId, ...one })),
    ...all.requests.map((one) => ({ about: one.meetingId, ...one })),
  ];
  expect(inText(told.map(({ about, step, at, recipients }) => `${about} ${step} ${at} ${recipients.length}`))).toEqual(
    inText(written.map(({ about, step, at, people }) => `${about} ${step} ${at.toISOString()} ${people}`)),
  );
  expect(all.messages.length).toBeGreaterThan(rowsOnPage * 4);
  expect(all.requests).toHaveLength(many.meetings * 2);
  for (const rows of [all.messages, all.requests]) {
    const times = rows.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect(rows.every(({ recipients }) => recipients.length === 2)).toBe(true);
  }
  for (const own of Map.groupBy(told, ({ about }) => about).values())
    expect(own.map(({ nth }) => nth).sort()).toEqual(own.map((_, index) => index + 1));
  // Its own side reads those about what it may read, and nobody else any.
  const readable = await allPages(async (page) => {
    const { body } = await api.call(listCommitments, { as: "focal_point:HND", query: { page } });
    return { ...body, rows: body.commitments };
  });
  const ids = new Set(readable.map(({ id }) => id));
  const own = await pages("focal_point:HND");
  expect(own).toEqual({ ...all, messages: all.messages.filter(({ matterId }) => ids.has(matterId)) });
  expect(own.messages.length).toBeLessThan(all.messages.length);
  const mexico = await api.call(listMatterAsks, { as: "focal_point:MEX", params: { country: "HND" } });
  expect(mexico.status).toBe(404);
});

test("a file holds every row, in the order of the list", async () => {
  const linesOf = (text: string) =>
    text
      .split("\r\n")
      .filter((line) => line !== "")
      .slice(1);
  const commitments = linesOf((await api.call(getCommitmentsCsv, { as, query: { language: "en" } })).text);
  expect(commitments).toHaveLength(many.commitments);
  const { total } = (await api.call(listVoices, { as, query: { kind: "recommendation" } })).body;
  const recommendations = linesOf((await api.call(getRecommendationsCsv, { as, query: { language: "en" } })).text);
  const named = new Set(recommendations.map((line) => /recommendations\/([\w-]{36})/.exec(line)?.[1]));
  expect([total > 500, named.size]).toEqual([true, total]);
});

test("the papers of a meeting hold all that is open", async () => {
  const { meetings } = (await api.call(listMeetings, { as })).body;
  const meetingId = meetings.find(({ state, body }) => state === "planned" && body === "LON")?.id ?? "";
  const reply = await api.call(getMeetingPackHtml, {
    ...{ as, params: { meetingId }, query: { language: "es", audience: "members" } },
  });
  expect(reply.status).toBe(200);
  const { body } = await api.call(listCommitments, { as });
  const rows = (text: string, kind: string) => new Set(text.match(new RegExp(`${kind} \\d+`, "g"))).size;
  expect(rows(reply.text, "commitment")).toBeGreaterThanOrEqual(body.board.owed);
  // All of them: nobody has said that any is over.
  const filed = Array.from({ length: many.recommendations }, (_, index) => index + 1).filter((g) => g % 7 < 5);
  expect(rows(reply.text, "recommendation")).toBe(filed.length);
});
