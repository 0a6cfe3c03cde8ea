import { builtWeb } from "@avances/api/testing/published/draw-pages";
import { agree, aRound, fill, submit } from "@avances/api/testing/reporting-round";
import { startTestApi, type TestApi, type TestPerson } from "@avances/api/testing/start-test-api";
import { acceptSubmission, publishSubmission } from "@avances/contracts";
import { isCountryRole, roles } from "@avances/domain/access";
import { afterAll, beforeAll, expect, test } from "vitest";

// Published figures look the same to everybody: whoever signed in reads the bytes that the public reads. So what is proved of the public pages
// (`tests/published`) holds for members, who besides know their own reports.

const addresses = [
  "/en",
  "/es?instrument=TIP&dimension=PRO&keep=CRI",
  "/en/index?instrument=TIP",
  "/en/indicators",
  "/es/indicators/TIP-PRO-01?view=panels&unit=rate&by=sex",
  "/en/countries",
  "/en/countries/CRI",
  "/es/countries/GTM?instrument=SOM",
  "/en/articles/tip-6",
  "/api/v1/public/matrix",
  "/api/v1/public/index",
  "/api/v1/public/indicators",
  "/api/v1/public/indicators/TIP-PRO-01",
  "/api/v1/public/countries/CRI",
  "/api/v1/public/data.csv",
  "/api/v1/public/index.csv",
];

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ config: { webRoot: await builtWeb() } });
  const ids = await aRound(api, 2027, ["CRI", "GTM"]);
  for (const [country, submissionId] of Object.entries(ids)) {
    const reporter = `focal_point:${country}` as const;
    await fill(api, reporter, submissionId, { seed: country === "CRI" ? 1 : 2 });
    await submit(api, reporter, submissionId);
    await api.call(acceptSubmission, { as: "secretariat", params: { submissionId } });
    await agree(api, reporter, submissionId);
    const reply = await api.call(publishSubmission, { as: "secretariat", params: { submissionId } });
    expect(reply.status).toBe(200);
  }
}, 120_000);
afterAll(() => api.close());

const read = async (url: string, person?: TestPerson) => {
  const headers = person === undefined ? {} : { cookie: person.cookie };
  const { statusCode, body } = await api.app.inject({ url, headers });
  return { statusCode, body };
};

test("a page or an answer with published figures is the same bytes for the public and for every role, also of the country it is about", async () => {
  const people = await Promise.all(roles.map((role) => api.person(isCountryRole(role) ? `${role}:CRI` : role)));
  expect(people.length).toBeGreaterThan(5);
  for (const url of addresses) {
    const open = await read(url);
    expect([url, open.statusCode]).toEqual([url, 200]);
    // Drawn by the server, not left to the browser.
    if (!url.startsWith("/api/")) expect([url, open.body.includes("<h1")]).toEqual([url, true]);
    for (const person of people) {
      const own = await read(url, person);
      expect([url, person.role, own.statusCode, own.body === open.body]).toEqual([url, person.role, 200, true]);
    }
  }
});

test("which includes figures that are hidden: the country itself reads no more there", async () => {
  const { body } = await read("/api/v1/public/countries/CRI", await api.person("focal_point:CRI"));
  expect(body).toMatch(/:"s"/);
});
