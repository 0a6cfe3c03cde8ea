import { listSubmissions, submissionsOnPage } from "@avances/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRound } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

/** As many rounds and countries as a long-used portal has: more than fit on a page. */
let api: TestApi;
const countries = ["BLZ", "CAN", "CRI", "DOM", "GTM", "HND", "MEX", "NIC", "PAN", "SLV", "USA"];
const years = Array.from({ length: 10 }, (_, index) => 2027 - index);

beforeAll(async () => {
  api = await startTestApi();
  for (const year of years) await aRound(api, year, countries);
});
afterAll(() => api.close());

const read = async (
  as: Who,
  query: { readonly after?: string; readonly country?: string; readonly round?: string },
) => {
  const { submissions, next } = (await api.call(listSubmissions, { as, query })).body;
  return { places: submissions.map(({ year, country }) => `${year}-${country}`), next };
};

test("the secretariat reads all a page at a time: each once and in order, also when a newer round opens meanwhile", async () => {
  const first = await read("secretariat", {});
  await aRound(api, 2028, ["CRI"]);
  const second = await read("secretariat", { after: first.next ?? "" });
  expect([first.places.length, second.next]).toEqual([submissionsOnPage, null]);
  expect([...first.places, ...second.places]).toEqual(
    years.flatMap((year) => countries.map((country) => `${year}-${country}`)),
  );
});

test("a page that holds exactly what is left is the last", async () => {
  const all = years.flatMap((year) => countries.map((country) => `${year}-${country}`));
  const before = all[all.length - submissionsOnPage - 1] ?? "";
  const page = await read("secretariat", { after: before });
  expect(page).toEqual({ places: all.slice(-submissionsOnPage), next: null });
  expect(await read("secretariat", { after: all.at(-1) ?? "" })).toEqual({ places: [], next: null });
});

test("pages go together with a round or a country, and a country reads its own alone from wherever it begins", async () => {
  expect(await read("secretariat", { round: "2026", after: "2026-PAN" })).toEqual({
    places: ["2026-SLV", "2026-USA"],
    next: null,
  });
  expect((await read("secretariat", { country: "GTM", after: "2020-GTM" })).places).toEqual(["2019-GTM", "2018-GTM"]);
  expect((await read("focal_point:CRI", { after: "2020-GTM" })).places).toEqual(["2019-CRI", "2018-CRI"]);
});

test("an invalid place in the list is refused", async () => {
  for (const after of ["2063", "2063-cri", "2063-CRI-1", "x", ""])
    expect([after, (await api.call(listSubmissions, { as: "secretariat", query: { after } })).status]).toEqual([
      after,
      400,
    ]);
});
