import { type LiveNews, markAnswers } from "@avances/contracts";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type EventStream, openStream } from "#testing/event-stream.ts";
import { aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
let submissionId: string;
const streams: EventStream<LiveNews>[] = [];

beforeAll(async () => {
  api = await startTestApi({ config: { streamSeconds: 600 } });
  submissionId = (await aRound(api, 2027, ["CRI"])).CRI as string;
  await fill(api, "focal_point:CRI", submissionId);
  await submit(api, "focal_point:CRI", submissionId);
  await api.app.listen({ host: "127.0.0.1", port: 0 });
});
afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.leave();
});
afterAll(() => api?.close());

async function follow(who: Who): Promise<EventStream<LiveNews>> {
  const stream = await openStream<LiveNews>(api.app, await api.person(who), `/submissions/${submissionId}/live`);
  streams.push(stream);
  await stream.until((each) => each.stream !== undefined);
  return stream;
}

test("a mark is told to the colleagues of the office within two seconds, and to nobody of the country", async () => {
  const [colleague, country] = [await follow("secretariat#2"), await follow("focal_point:CRI")];
  const begun = performance.now();
  const marks = [{ indicatorCode: "TIP-LEG-01", verdict: "seen" as const, reason: null, words: "", revision: 0 }];
  await api.call(markAnswers, { as: "secretariat", params: { submissionId }, body: { version: 1, marks } });
  await colleague.until(({ verdicts, stream }) => verdicts === 1 && stream === undefined);
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(JSON.stringify(country.news)).not.toContain("verdicts");
});
