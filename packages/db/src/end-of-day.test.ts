import { endOfDay } from "@avances/domain/round";
import { createTestDatabase, type TestDatabase, testClient } from "@avances/testing";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadReferenceFile } from "./load-reference.ts";

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = testClient({ connectionString: database.ownerUrl });
  await client.connect();
});

afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const zones = loadReferenceFile().countries.map((country) => country.timeZone);

/** Days on which clocks change somewhere, a leap day, ends of years, and a due date; Mexico gave up summer time in October 2022. */
const days = [
  "2022-04-02",
  "2022-04-03",
  "2022-10-29",
  "2022-10-30",
  "2023-04-01",
  "2023-04-02",
  "2026-03-07",
  "2026-03-08",
  "2026-10-31",
  "2026-11-01",
  "2027-03-13",
  "2027-03-14",
  "2028-02-28",
  "2028-02-29",
  "2026-12-31",
  "2027-01-01",
  "2027-04-30",
];

test("eleven capitals have their zones", () => {
  expect(zones).toHaveLength(11);
});

test("PostgreSQL and Node agree on the first instant after a day, in every capital", async () => {
  const answer = await client.query<{ day: string; zone: string; instant: Date }>(
    "select d::text as day, zone, app.end_of_day(d, zone) as instant from unnest($1::date[]) d cross join unnest($2::text[]) zone",
    [days, zones],
  );
  expect(answer.rows).toHaveLength(days.length * zones.length);
  const differing = answer.rows.filter(({ day, zone, instant }) => instant.getTime() !== endOfDay(day, zone).getTime());
  expect(differing).toEqual([]);
});

test("30 April 2027 in Costa Rica ends at six in the morning of the next day, Greenwich", async () => {
  const answer = await client.query("select app.end_of_day('2027-04-30', 'America/Costa_Rica') as instant");
  expect(answer.rows[0].instant.toISOString()).toBe("2027-05-01T06:00:00.000Z");
});
