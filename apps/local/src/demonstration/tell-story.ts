import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import {
  acceptSubmission,
  addComment,
  exemptSubmission,
  extendSubmission,
  getSubmission,
  type Idempotency,
  listSubmissions,
  openRound,
  publishSubmission,
  renewEdition,
  resendNotices,
  returnSubmission,
  type Seen,
  saveAnswers,
  submitSubmission,
} from "@avances/api/use-cases";
import { generateAnswers } from "@avances/demonstration";
import type { Actor } from "@avances/domain/access";
import type { Answer, Answers } from "@avances/domain/answer";
import { regionLanguage } from "@avances/domain/catalogue";
import { addDays, addWorkingDays, localTime, noticeCalendar } from "@avances/domain/round";
import { revisionsOf } from "@avances/domain/submission";
import type { CountryStory, RoundStory } from "./story.ts";

export interface Cast {
  readonly secretariat: Actor;
  /** Focal point of a country. */
  focalPoint(country: string): Actor;
}

/** A moment of the story and what happens then. */
interface Moment {
  readonly at: Date;
  act(): Promise<unknown>;
}

export interface Teller {
  readonly deps: Deps;
  readonly cast: Cast;
  readonly seed: number;
  /** Sets the clock of `deps`; the story only moves forward. */
  setClock(now: Date): void;
  /** Plans and sends what is due at the clock's time. */
  runScheduler(): Promise<void>;
  /** Nothing happens after this instant: the present. */
  readonly now: Date;
  log(message: string): void;
}

const zone = "America/Costa_Rica";

/**
 * Plays the rounds, act by act, with the use cases that real people call, each act at its own time. If a rule
 * refuses an act, the seed stops here, so no demonstration figure exists that the portal would not have accepted.
 */
export async function tellStory(teller: Teller, rounds: readonly RoundStory[]): Promise<void> {
  const known = new Map<string, Answers>();
  for (const round of rounds) {
    teller.log(`  round ${round.year}`);
    const moments = momentsOf(teller, round, known)
      .filter((moment) => moment.at <= teller.now)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const moment of moments) {
      teller.setClock(moment.at);
      await moment.act();
    }
  }
  teller.setClock(teller.now);
  await teller.runScheduler();
}

function momentsOf(teller: Teller, round: RoundStory, known: Map<string, Answers>): Moment[] {
  const { cast } = teller;
  const deps = { ...teller.deps, renewEdition };
  const open: Moment = {
    at: at(round.opensOn, 0, "08:00"),
    act: () =>
      openRound(
        deps,
        cast.secretariat,
        { year: round.year, opensOn: round.opensOn, dueOn: round.dueOn, obligatedGroup: "CA-MEX" },
        once("openRound"),
      ),
  };
  const notices = noticeCalendar
    .filter((rule) => rule.anchor !== "return_due")
    .flatMap((rule): Moment[] => {
      const ownDay = addDays(rule.anchor === "opening" ? round.opensOn : round.dueOn, rule.offsetDays);
      // On a day off of a country its step waits for the next working day.
      return [ownDay, addWorkingDays(ownDay, 1)].map((day) => ({ at: at(day, 0, "09:30"), act: teller.runScheduler }));
    });
  const resends = round.resends.map(
    (day): Moment => ({
      at: at(round.dueOn, day, "11:00"),
      act: async () => {
        const body = { group: "CA-MEX", text: resendText };
        const remind = (rest: { preview: boolean; seen?: { country: string; asksWritten: number }[] }) =>
          resendNotices(deps, cast.secretariat, round.year, { ...body, ...rest }, once("resendNotices"));
        const { countries } = await remind({ preview: true });
        const seen = countries.map(({ country, asksWritten }) => ({ country, asksWritten }));
        await remind({ preview: false, seen });
        await teller.runScheduler();
      },
    }),
  );
  return [
    open,
    ...notices,
    ...resends,
    ...round.countries.flatMap((story) => countryMoments(teller, round, story, known)),
  ];
}

function countryMoments(teller: Teller, round: RoundStory, story: CountryStory, known: Map<string, Answers>): Moment[] {
  const { cast } = teller;
  const deps = { ...teller.deps, renewEdition };
  const { secretariat } = cast;
  const focalPoint = cast.focalPoint(story.country);
  const moment = (day: number | undefined, time: string, act: (seen: Seen) => Promise<unknown>): Moment[] =>
    day === undefined
      ? []
      : [
          {
            at: at(round.dueOn, day, time),
            act: async () => act(await look(teller, round.year, story.country)),
          },
        ];
  const answers = () =>
    generateAnswers(deps.catalogues.current, {
      country: story.country,
      language:
        deps.reference.countries.find(({ alpha3 }) => alpha3 === story.country)?.workingLanguage ?? regionLanguage,
      referenceYear: round.year - 1,
      seed: teller.seed,
      previous: known.get(story.country) ?? null,
      share: story.answers ?? 1,
    });
  const save = (submissionId: string, some: readonly Answer[], revision: number) =>
    saveAnswers(deps, focalPoint, {
      submissionId,
      answers: some.map(({ indicatorCode, state, value, reason, comment, evidence }) => ({
        indicatorCode,
        state,
        value,
        reason,
        comment,
        evidence,
        revision,
      })),
    });
  /** The state after the focal point has read it through. */
  const signOff = async (seen: Seen) => {
    const { answers: read } = await getSubmission(deps, focalPoint, seen);
    const idempotency = once("submitSubmission");
    await submitSubmission(deps, focalPoint, { ...seen, answers: revisionsOf(read), idempotency });
  };
  const written: Answer[] = [];
  const { returned, exempt, extended } = story;
  return [
    ...moment(story.starts, "10:00", async ({ submissionId }) => {
      written.push(...answers());
      await save(submissionId, written, 0);
    }),
    ...moment(extended?.day, "12:00", (seen) =>
      extendSubmission(deps, secretariat, {
        ...seen,
        extension: { dueOn: addDays(round.dueOn, extended?.to ?? 0), reason: extended?.reason ?? "" },
        idempotency: once("extendSubmission"),
      }),
    ),
    ...moment(exempt?.day, "12:00", (seen) =>
      exemptSubmission(deps, secretariat, {
        ...seen,
        reason: exempt?.reason ?? "",
        idempotency: once("exemptSubmission"),
      }),
    ),
    ...moment(story.submits, "15:00", async (seen) => {
      await signOff(seen);
      await teller.runScheduler();
    }),
    ...moment(returned?.day, "10:30", async (seen) => {
      const comments = (returned?.about ?? []).map((indicatorCode) => ({
        indicatorCode,
        body: questionAbout(indicatorCode),
      }));
      await returnSubmission(deps, secretariat, {
        ...seen,
        request: { comments },
        idempotency: once("returnSubmission"),
      });
      await teller.runScheduler();
    }),
    ...moment(returned?.answersQuestions, "16:00", async (seen) => {
      const questioned = written.filter(({ indicatorCode }) => returned?.about.includes(indicatorCode));
      await save(
        seen.submissionId,
        questioned.map((answer) => ({ ...answer, comment: clarification })),
        1,
      );
      for (const { indicatorCode } of questioned) {
        await addComment(deps, focalPoint, {
          ...seen,
          comment: { indicatorCode, audience: "shared", body: clarification },
          idempotency: null,
        });
      }
      await signOff(seen);
    }),
    ...moment(story.accepted, "11:00", async (seen) => {
      const declared = written
        .filter(({ state }) => state === "not_applicable")
        .map(({ indicatorCode }) => indicatorCode);
      await acceptSubmission(deps, secretariat, {
        ...seen,
        // A plan may have no end date; but whether nobody was returned has not been shown, so the demonstration has an open case.
        confirmNotApplicable: declared.filter((code) => code !== "TIP-PRO-10"),
        idempotency: once("acceptSubmission"),
      });
      known.set(story.country, new Map(written.map((answer) => [answer.indicatorCode, answer])));
    }),
    ...moment(story.published, "09:45", (seen) =>
      publishSubmission(deps, secretariat, { ...seen, idempotency: once("publishSubmission") }),
    ),
  ];
}

/** The present state of a report, on which the next act is decided. */
async function look(teller: Teller, year: number, country: string): Promise<Seen> {
  const { deps, cast } = teller;
  const { submissions } = await listSubmissions(deps, cast.secretariat, { round: year, country });
  const [submission] = submissions;
  if (!submission) throw new Error(`no submission of ${country} in ${year}`);
  return { submissionId: submission.id, revision: submission.revision };
}

function at(date: string, days: number, time: string): Date {
  return localTime(addDays(date, days), time, zone);
}

function once(operation: string): Idempotency {
  return { operation, key: randomUUID(), bodyHash: operation };
}

const resendText = {
  en: "The report to the Regional Consultation Group is being prepared; your figures would complete it.",
  es: "Se está preparando el informe para el Grupo Regional de Consulta; sus cifras lo completarían.",
};

const clarification = "Se verificó con la institución responsable; la cifra corresponde a personas y no a expedientes.";

function questionAbout(code: string): string {
  return `${code}: la cifra difiere de la que se presentó en la reunión de la Red. ¿Podrían confirmar la fuente y si se trata de personas o de casos?`;
}
