import { expect, test } from "vitest";
import { z } from "zod";
import type { Contract } from "../contract.ts";
import * as network from "./index.ts";

/*
 * What the Network has grows with the years. What lists it is asked page by page (`page`, `total`), or is named here with the reason why it is read at
 * once: decision 72.
 */
const ofOne = "of one thing: as much as was written to it";
const oneMeeting = "of one meeting: its sides, its points, what was done to it";
const readAtOnce: Readonly<Record<string, string>> = {
  listParticipants: "the countries and organisations of the reference data",
  listMeetings: "a line each of some meetings a year; everything that names one looks for it here",
  getTimeline:
    "a line each of what has a day: it says of which years nothing is on record, and counts over all of them",
  getOwnNetwork: "what waits for one side, until it is done, and the six latest",
  getBody: "the terms of one body, which change when its offices do",
  getGuidelines: "a line each of what stands: countries by steps, with what waits for one side",
  listNarratives: "the latest forty",
  getProgressAsks: oneMeeting,
  getProgressOfMeeting: oneMeeting,
  getMeeting: oneMeeting,
  getReport: oneMeeting,
  getReportFigures: oneMeeting,
  ...{ getActivity: ofOne, getCommitment: ofOne, getDocument: ofOne, getVoice: ofOne },
  ...{ getNarrative: ofOne, getGuidelineStatement: ofOne },
};

const contracts = Object.values<unknown>(network).filter(
  (one): one is Contract => typeof one === "object" && one !== null && "operationId" in one && "method" in one,
);
const holdsList = (part: unknown) =>
  z.toJSONSchema(part as z.ZodType, { unrepresentable: "any", io: "output" }).type === "array";
const lists = contracts.filter(
  ({ method, response }) =>
    method === "GET" && response instanceof z.ZodObject && Object.values(response.shape).some(holdsList),
);
const isPaged = ({ query }: Contract) => query instanceof z.ZodObject && "page" in query.shape;

test("what lists something of the Network is asked page by page, or is named with the reason why it is read at once", () => {
  const whole = lists.filter((one) => !isPaged(one)).map(({ operationId }) => operationId);
  expect(whole.sort()).toEqual(Object.keys(readAtOnce).sort());
  const paged = lists.filter(isPaged);
  expect(paged.map(({ operationId }) => operationId).sort()).toEqual([
    ...["listActivities", "listCommitments", "listDocuments", "listMatterAsks", "listVoices"],
  ]);
  for (const { operationId, response } of paged)
    expect([operationId, Object.keys((response as z.ZodObject).shape)]).toEqual([
      operationId,
      expect.arrayContaining(["total", "page"]),
    ]);
});
