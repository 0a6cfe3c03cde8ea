import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/*
 * An instant becomes a day by somebody's clocks: those of a capital, of where the Secretariat works, or of the reader. Universal time is six hours ahead of
 * most of them, so that each evening it names a day that nobody has yet. Whoever needs it says why, here.
 */

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Ways in which an instant becomes a day of universal time, or of the machine's own clock. */
const patterns: readonly RegExp[] = [
  /toISOString\(\)\s*\.(?:slice|substring|substr|split)\(/,
  /\.slice\(0, 10\)/,
  /\.split\("T"\)/,
  /localDate\([^;\n]*"UTC"\)/,
  /"UTC"/,
  /\.getUTC(?:Date|Day|Month|FullYear)\(/,
  /\.get(?:Date|Day|Month|FullYear)\(\)/,
  /\.to(?:Locale)?DateString\(/,
  /::date\b/,
];

/** The kinds of reasons. */
const isDate = "a calendar date, which has no zone, is written or reckoned with as if it were universal time";
const isMargin = "a search in the database, a day wider than needed; the clocks of the capital decide afterwards";
const noCountry = "only where the country, or the session, is not known: it is never so for whoever reads the page";
const isEdition = "an edition is public and has one day for every reader, in pages drawn here and there alike";

const allowed: readonly (readonly [file: string, places: number, why: string])[] = [
  ["apps/api/src/features/files/announce-file.ts", 1, "the folder in which a file is kept, which nobody reads"],
  ["apps/api/src/features/letters/letter-file.ts", 2, isDate],
  ["apps/api/src/features/own/calendar-feed.ts", 4, isMargin],
  ["apps/api/src/features/published/why-anew.ts", 1, "whether a new edition is due, once a day; it is shown to nobody"],
  ["apps/api/src/features/rounds/closing-words.ts", 1, isDate],
  ["apps/api/src/features/rounds/desk.ts", 1, "the term of somebody who belongs to no country, as in the queries"],
  ["apps/api/src/features/rounds/meeting-file/meeting-words.ts", 1, isDate],
  ["apps/api/src/features/rounds/preparation/opening-facts.ts", 1, noCountry],
  ["apps/api/src/features/sessions/section-links.ts", 1, isMargin],
  ["apps/api/src/features/shared/long-date.ts", 2, isDate],
  ["apps/api/src/features/submissions/receipt-file/receipt-words.ts", 1, "a receipt says both times, each by its name"],
  ["apps/api/src/http/problem-details.ts", 1, "the first ten of a list"],
  ["apps/api/src/http/read-call.ts", 1, "the first ten of a list"],
  ["apps/local/src/bin/backup.ts", 1, "the name of a backup, for whoever runs the machine"],
  ["apps/web/src/charts/chart-frame.tsx", 1, isEdition],
  ["apps/web/src/features/countries/country-sheet.tsx", 1, isEdition],
  ["apps/web/src/features/countries/history-strip.tsx", 1, isEdition],
  [
    "apps/web/src/features/network/activities/outcome-forms.tsx",
    1,
    "the latest year that a result may be of, which is over sooner by no clock of the region",
  ],
  ["apps/web/src/features/network/timeline/timeline-entries.ts", 1, isEdition],
  ["apps/web/src/features/notices/later/change-reminder.tsx", 1, "the day of a local clock"],
  ["apps/web/src/features/notices/ledger.tsx", 1, noCountry],
  ["apps/web/src/features/notices/resend-panel.tsx", 1, noCountry],
  ["apps/web/src/features/notices/upcoming-days.ts", 1, noCountry],
  ["apps/web/src/features/review-desk/public-file-line.tsx", 1, isEdition],
  ["apps/web/src/features/review-desk/queue-table.tsx", 1, noCountry],
  ["apps/web/src/features/review-desk/today-overview.tsx", 1, noCountry],
  ["apps/web/src/features/rounds/delivery.ts", 1, "what belongs together; it is not shown"],
  ["apps/web/src/features/rounds/planned-events.ts", 1, noCountry],
  ["apps/web/src/features/rounds/prepare/step-mails.tsx", 1, noCountry],
  ["apps/web/src/features/rounds/rounds-page.tsx", 1, noCountry],
  ["apps/web/src/features/templates/message-preview.tsx", 1, noCountry],
  ["apps/web/src/lib/format.ts", 4, isDate],
  ["apps/web/src/lib/session.ts", 1, noCountry],
  ["apps/web/src/ui/page-source.tsx", 1, isEdition],
  ["packages/db/src/patient-lock.ts", 1, "for whoever runs the machine, and says its zone"],
  ["packages/db/src/queries/activity-queries.ts", 1, isDate],
  ["packages/db/src/queries/calendar-queries.ts", 1, isMargin],
  ["packages/db/src/queries/hold-queries.ts", 2, isMargin],
  ["packages/db/src/queries/list-pages.ts", 1, isDate],
  ["packages/db/src/queries/matter-news-queries.ts", 1, isMargin],
  ["packages/db/src/queries/matter-request-queries.ts", 2, isMargin],
  ["packages/db/src/queries/progress-request-queries.ts", 1, isMargin],
  ["packages/db/src/queries/quiet-queries.ts", 1, isMargin],
  ["packages/db/src/queries/recipient-queries.ts", 1, "the day of the person's capital; of universal time without one"],
  ["packages/db/src/queries/section-reminder-queries.ts", 1, isMargin],
  ["packages/domain/src/access/people-file.ts", 2, isDate],
  ["packages/domain/src/answer/parse-date.ts", 1, isDate],
  ["packages/domain/src/round/calendar-date.ts", 2, isDate],
  ["packages/domain/src/round/deadline.ts", 2, "here an instant becomes a day by the clocks of a zone"],
  ["packages/domain/src/round/digest.ts", 1, isDate],
  ["packages/domain/src/round/round-correction.ts", 1, noCountry],
  ["packages/domain/src/round/working-days.ts", 1, isDate],
  [
    "packages/local-postgres/src/postmaster.ts",
    2,
    "a setting of the database, in which instants are told with their zone",
  ],
  ["packages/notices/src/calendar/digests.ts", 4, isMargin],
  ["packages/notices/src/calendar/matter-news.ts", 1, isMargin],
  [
    "packages/notices/src/calendar/matter-requests.ts",
    2,
    "a margin; and a side that is not known, which is written to by nobody",
  ],
  ["packages/notices/src/calendar/matter-sides.ts", 1, noCountry],
  ["packages/notices/src/calendar/progress-requests.ts", 1, isMargin],
  ["packages/notices/src/calendar/progress-state.ts", 1, noCountry],
  ["packages/notices/src/calendar/section-reminders.ts", 1, isMargin],
  ["packages/notices/src/letters/account.ts", 3, "to somebody without a country a time is told with its zone, UTC"],
  ["packages/notices/src/letters/calendar-file.ts", 1, "calendar files name instants in universal time"],
  ["packages/notices/src/letters/dates.ts", 3, isDate],
  ["packages/notices/src/letters/decision.ts", 2, "a receipt says both times, each by its name"],
  ["packages/notices/src/letters/matter-news.ts", 3, noCountry],
  ["packages/notices/src/letters/matter-request.ts", 3, noCountry],
  ["packages/notices/src/letters/progress-request.ts", 3, noCountry],
  ["packages/notices/src/letters/section-reminder.ts", 1, noCountry],
  ["packages/notices/src/replies/away-until.ts", 2, isDate],
  ["packages/notices/src/replies/note-reply.ts", 1, "a message to somebody without a country"],
];

function sources(): string[] {
  return ["apps", "packages"].flatMap((kind) =>
    readdirSync(`${root}${kind}`).flatMap((name) => {
      // Only our own sources: the folders of packages also hold links to all others.
      const folder = `${kind}/${name}/src`;
      return readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
        .filter((file) => /(?<!\.test|\.fixture)\.tsx?$/.test(file))
        .map((file) => `${folder}/${file.replaceAll("\\", "/")}`);
    }),
  );
}

const isComment = (line: string) => /^\s*(?:\/\/|\/?\*)/.test(line);
const placesIn = (text: string) =>
  text.split("\n").filter((line) => !isComment(line) && patterns.some((pattern) => pattern.test(line)));

test("the ways in which an instant becomes a day of universal time are all found", () => {
  const planted = [
    "const day = at.toISOString().slice(0, 10);",
    "return board.generatedAt.slice(0, 10) >= closesOn;",
    'const [day] = at.toISOString().split("T");',
    'localDate(now, "UTC")',
    'const zone = country?.timeZone ?? "UTC";',
    "now.getUTCDate()",
    "new Date().getDay()",
    "at.toLocaleDateString(language)",
    "sql`now()::date - 1`",
  ];
  expect(planted.filter((line) => placesIn(line).length === 0)).toEqual([]);
  expect(placesIn("// The day of `at.toISOString().slice(0, 10)`\nlocalDate(at, country.timeZone)")).toEqual([]);
});

test("no instant becomes a day by a clock that is nobody's, but where it says why", () => {
  const files = sources();
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) => {
    const places = placesIn(readFileSync(`${root}${file}`, "utf8"));
    return places.length === 0 ? [] : [{ file, places }];
  });
  const reasons = new Map(allowed.map(([file, count]) => [file, count]));
  const unexplained = found
    .filter(({ file, places }) => reasons.get(file) !== places.length)
    .map(({ file, places }) => [file, ...places.map((line) => line.trim())]);
  expect(unexplained).toEqual([]);
  // A reason whose place is gone would allow another one there.
  const present = new Set(found.map(({ file }) => file));
  expect(allowed.map(([file]) => file).filter((file) => !present.has(file))).toEqual([]);
});
