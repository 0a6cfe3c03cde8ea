import { setTimeout as wait } from "node:timers/promises";
import type { SavedAnswer } from "@avances/contracts";
import { loadCatalogueFile } from "@avances/db";
import type { Answer, AnswerValue } from "@avances/domain/answer";
import { completeAnswers } from "@avances/testing";
import type { Child } from "./child.ts";
import { type Contestant, compare, type Pace } from "./load.ts";
import { compareWithPauses, type Save } from "./pauses.ts";
import { type Person, signIn } from "./person.ts";
import { startBare } from "./public-file.ts";
import type { Cluster } from "./region.ts";
import { type Measured, ms, percent, perSecond, times } from "./report.ts";

const countries = ["blz", "can", "cri", "dom", "slv", "gtm", "hnd", "mex"] as const;

/** Saving by eight countries at once, compared with a bare server, and by one country that sends everything at once. */
export async function measureSaving(cluster: Cluster, pace: Pace): Promise<readonly Measured[]> {
  const api = await cluster.startApi("region");
  const bare = await startBare("save", { BARE_DATABASE_URL: cluster.bareUrl });
  try {
    const answers = await answersToSave();
    const reports = await openReports(api);
    const saves = { portal: portalSaves(api, reports, answers), bare: bareSaves(bare, reports, answers) };
    const one = await compare(
      { portal: withoutPause(saves.portal), bare: withoutPause(saves.bare) },
      countries.length,
      pace,
    );
    const paused = await compareWithPauses(saves, { connections: countries.length, pauseMs: 40 }, pace);
    const [first] = reports;
    if (!first) throw new Error("There is no report to save");
    const alone = await compare(
      { whole: withoutPause(wholeSaves(api, first, answers)), bare: withoutPause(bareSaves(bare, [first], answers)) },
      1,
      pace,
    );
    const share = one.portal.requestsPerSecond / one.bare.requestsPerSecond;
    const slowest = paused.portal.p99 / paused.bare.p99;
    const whole = alone.whole.p50 / alone.bare.p50;
    return [
      {
        name: "Saving one answer (session, row-level security, lock, rules, audit), 8 countries, against an upsert and an insert with Drizzle",
        target: "≥ 35 %",
        measured: `${percent(share)} (${perSecond(one.portal.requestsPerSecond)}, bare ${perSecond(one.bare.requestsPerSecond)}; 99 of 100 within ${ms(one.portal.p99)}, bare ${ms(one.bare.p99)})`,
        reached: share >= 0.35,
      },
      {
        name: `The same with pauses, ${Math.round(paused.portal.requestsPerSecond / 10) * 10} saves a second: 99 of 100 within, against the bare one's at the same pace`,
        target: "≤ 1.5 ×",
        measured: `${times(slowest)} (${ms(paused.portal.p99)}, bare ${ms(paused.bare.p99)}; every second ${ms(paused.portal.p50)}, bare ${ms(paused.bare.p50)})`,
        reached: slowest <= 1.5,
      },
      {
        name: `A whole report in one request (${answers.length} answers, ${cellsOf(answers)} cells), 1 connection, every second within, against one bare save`,
        target: "≤ 5 ×",
        measured: `${times(whole)} (${ms(alone.whole.p50)}, bare ${ms(alone.bare.p50)}; 99 of 100: ${ms(alone.whole.p99)})`,
        reached: whole <= 5,
      },
    ];
  } finally {
    await Promise.all([api.stop(), bare.stop()]);
  }
}

/** A working copy that can be written, and the person who writes it. */
interface Report {
  readonly person: Person;
  readonly submissionId: string;
  /** Revision by indicator; absent = never saved. */
  readonly revisions: Map<string, number>;
}

interface Summary {
  readonly id: string;
  readonly year: number;
  readonly country: string;
}

/** Reports of a round after the demonstration region's last one, in which nobody has submitted anything. */
export async function openReports(api: Child): Promise<readonly Report[]> {
  const secretariat = await signIn(api, "ts");
  const { rounds } = await secretariat.get<{ rounds: readonly { readonly year: number }[] }>("/rounds");
  const year = Math.max(...rounds.map((round) => round.year)) + 1;
  const body = { year, opensOn: `${year}-02-01`, dueOn: `${year}-04-30`, obligatedGroup: "CA-MEX" };
  const status = await secretariat.post("/rounds", body);
  if (status !== 201 && status !== 409) throw new Error(`A round could not be opened: ${status}`);
  const reports: Report[] = [];
  for (const country of countries) {
    const path = `/submissions?round=${year}&country=${country.toUpperCase()}`;
    const [submission] = (await secretariat.get<{ submissions: readonly Summary[] }>(path)).submissions;
    if (!submission) throw new Error(`${country} has no report`);
    const person = await signIn(api, `focal.${country}`);
    reports.push({ person, submissionId: submission.id, revisions: new Map() });
  }
  return reports;
}

export async function answersToSave(): Promise<readonly Answer[]> {
  const { catalogue } = loadCatalogueFile("packages/domain/catalogue/2026.3.json");
  return completeAnswers(catalogue, { seed: 7 });
}

/** What several connections save, one after the other, each for its own report. */
interface Saving {
  readonly server: Child;
  /** Reads again what an interrupted round may have left behind. */
  readonly prepare?: () => Promise<void>;
  readonly ofConnection: (index: number) => Turns;
}

interface Turns {
  /** Called more than once for the same request. */
  readonly next: () => Save;
  readonly saved: () => void;
}

/** The portal: each save is based on the one before. */
export function portalSaves(api: Child, reports: readonly Report[], answers: readonly Answer[]): Saving {
  return {
    server: api,
    prepare: () => readRevisions(reports),
    ofConnection: (index) => {
      const { person, submissionId, revisions } = reports[index] as Report;
      return inTurn(
        answers,
        ({ indicatorCode, ...answer }) => ({
          path: `/api/v1/submissions/${submissionId}/answers/${indicatorCode}`,
          headers: { ...person.headers, "if-match": `"v${revisions.get(indicatorCode) ?? 0}"` },
          body: answer,
        }),
        ({ indicatorCode }) => revisions.set(indicatorCode, (revisions.get(indicatorCode) ?? 0) + 1),
      );
    },
  };
}

function bareSaves(bare: Child, reports: readonly Report[], answers: readonly Answer[]): Saving {
  return {
    server: bare,
    ofConnection: (index) => {
      const { submissionId } = reports[index] as Report;
      return inTurn(answers, ({ indicatorCode, ...answer }) => ({
        path: `/${submissionId}/${indicatorCode}`,
        headers: { "content-type": "application/json" },
        body: answer,
      }));
    },
  };
}

function wholeSaves(api: Child, report: Report, answers: readonly Answer[]): Saving {
  const { person, submissionId, revisions } = report;
  return {
    server: api,
    prepare: () => readRevisions([report]),
    ofConnection: () => ({
      next: () => ({
        path: `/api/v1/submissions/${submissionId}/answers`,
        headers: person.headers,
        body: {
          answers: answers.map((answer) => ({ ...answer, revision: revisions.get(answer.indicatorCode) ?? 0 })),
        },
      }),
      saved: () => {
        for (const { indicatorCode } of answers) revisions.set(indicatorCode, (revisions.get(indicatorCode) ?? 0) + 1);
      },
    }),
  };
}

/** Through all answers, and from the first one again. */
function inTurn(
  answers: readonly Answer[],
  saveOf: (answer: Answer) => Save,
  saved: (answer: Answer) => void = () => undefined,
): Turns {
  let at = 0;
  const current = () => answers[at % answers.length] as Answer;
  return {
    next: () => saveOf(current()),
    saved: () => {
      saved(current());
      at += 1;
    },
  };
}

/** As fast as the server answers. */
export function withoutPause({ server, prepare, ofConnection }: Saving): Contestant {
  return {
    server,
    ...(prepare && { prepare }),
    eachConnection: (client, index) => {
      const { next, saved } = ofConnection(index);
      client.setRequests([
        {
          method: "PUT",
          setupRequest: (request) => {
            const { path, headers, body } = next();
            return { ...request, method: "PUT", path, headers: { ...headers }, body: JSON.stringify(body) };
          },
          onResponse: (status) => {
            if (status === 200) saved();
          },
        },
      ]);
    },
  };
}

/** The last round was cut off between a save and its reply: waits for that save to arrive, then reads the revisions. */
async function readRevisions(reports: readonly Report[]): Promise<void> {
  await wait(500);
  for (const report of reports) {
    const { answers } = await report.person.get<{ answers: readonly SavedAnswer[] }>(
      `/submissions/${report.submissionId}`,
    );
    for (const { indicatorCode, revision } of answers) report.revisions.set(indicatorCode, revision);
  }
}

function cellsOf(answers: readonly Answer[]): number {
  return answers.reduce((sum, { value }) => sum + cellsOfValue(value as AnswerValue | null), 0);
}

function cellsOfValue(value: AnswerValue | null): number {
  if (value === null) return 0;
  if (value.type !== "count" && value.type !== "ratio") return 1;
  const inBreakdowns = Object.values(value.breakdowns).flatMap((breakdown) => Object.keys(breakdown));
  const inTables = Object.values(value.crossTabs).flatMap((table) =>
    Object.values(table).flatMap((row) => Object.keys(row)),
  );
  return (value.type === "ratio" ? 2 : 1) + inBreakdowns.length + inTables.length;
}
