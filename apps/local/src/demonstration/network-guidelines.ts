import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import {
  fileGuidelineStatement,
  renewEdition,
  replyToMatter,
  saveGuidelineStatement,
  saveGuidelineSteps,
} from "@avances/api/use-cases";
import type { Actor } from "@avances/domain/access";
import type { Text } from "@avances/domain/catalogue";
import type { GuidelineAnswer, ParticipantCode, VisibilityChoice } from "@avances/domain/network";
import { addDays, localDate } from "@avances/domain/round";

const once = (operation: string) => ({ operation, key: randomUUID(), bodyHash: "demonstration" });

/** What is asked of each country, as the report of 2013 suggests it; the names are nobody's official ones. */
const steps: readonly (readonly [es: string, en: string, indicators: readonly string[]])[] = [
  ["Adoptados como norma", "Adopted as a norm", ["TIP-PRO-03"]],
  ["Procedimiento de referencia vigente", "Referral procedure in force", ["TIP-PRO-03", "SOM-PRO-04"]],
  ["Personal formado", "Staff trained", []],
  ["Aplicados en los puntos de entrada", "Applied at points of entry", ["SOM-PRO-04"]],
];
const source: Text = {
  es: "ejemplo inventado para esta demostración; no son los pasos de ningún documento",
  en: "example invented for this demonstration; these are the steps of no document",
};

interface Said {
  readonly country: ParticipantCode;
  readonly step: string;
  readonly said: GuidelineAnswer;
  readonly daysAgo: number;
  readonly subject: string;
  readonly translation: string | null;
  readonly visibility: VisibilityChoice;
  /** Of a view: what its country answers; "" = without comment. Absent: nothing yet. */
  readonly answer?: string;
}

const ofThemselves: readonly Said[] = [
  {
    ...{ country: "CRI", step: "G1", said: "yes", daysAgo: 400, visibility: "network" },
    ...{ subject: "Protocolo nacional de identificación", translation: "National protocol on identification" },
  },
  {
    ...{ country: "CRI", step: "G3", said: "partly", daysAgo: 60, visibility: "network" },
    ...{ subject: "Formación en dos de cuatro direcciones", translation: null },
  },
  {
    ...{ country: "HND", step: "G1", said: "partly", daysAgo: 120, visibility: "members" },
    ...{ subject: "Lineamientos incluidos en una instrucción interna", translation: null },
  },
  {
    ...{ country: "GTM", step: "G2", said: "no", daysAgo: 90, visibility: "network" },
    ...{ subject: "Procedimiento en elaboración", translation: "Procedure being drafted" },
  },
];
const views: readonly Said[] = [
  {
    ...{ country: "CRI", step: "G1", said: "partly", daysAgo: 30, visibility: "network" },
    ...{
      subject: "El protocolo no cubre la referencia de personas adultas",
      translation: "The protocol does not cover referral of adults",
    },
    answer: "La referencia de personas adultas se regula en un reglamento aparte, vigente.",
  },
  {
    ...{ country: "GTM", step: "G4", said: "not_known", daysAgo: 30, visibility: "members" },
    ...{ subject: "No se visitaron los puntos de entrada este año", translation: null },
    answer: "",
  },
  {
    ...{ country: "HND", step: "G1", said: "yes", daysAgo: 20, visibility: "members" },
    ...{ subject: "Instrucción interna aplicada en las oficinas visitadas", translation: null },
  },
];

/** Lets countries say how they apply the Regional Guidelines, and IOM give its views: one answered, one without comment, and one that only its country reads. */
export async function tellGuidelines(
  deps: Deps,
  {
    secretariat,
    iom,
    focalPoint,
  }: {
    readonly secretariat: Actor;
    readonly iom: Actor;
    readonly focalPoint: (country: ParticipantCode) => Actor;
  },
): Promise<void> {
  await saveGuidelineSteps(deps, secretariat, {
    ...{ revision: 0, idempotency: once("saveGuidelineSteps") },
    written: { source, steps: steps.map(([es, en, indicators]) => ({ code: null, name: { es, en }, indicators })) },
  });
  // A day that has come where the country is.
  const clocksOf = (code: ParticipantCode) => {
    const country = deps.reference.countries.find(({ alpha3 }) => alpha3 === code);
    if (country === undefined) throw new Error(`${code} is no member`);
    return country.timeZone;
  };
  const state = async (
    speaker: Actor,
    { daysAgo, subject, translation, answer: _, ...said }: Said,
    isView: boolean,
  ) => {
    const matterId = deps.newId();
    const written = {
      ...{ ...said, language: "es" as const, subject, body: "", files: [], overruled: [] },
      ...{
        asOf: addDays(localDate(deps.clock.now(), clocksOf(said.country)), -daysAgo),
        replyDays: isView ? 14 : null,
        meetingId: null,
      },
      translation: translation === null ? null : { subject: translation, body: "" },
    };
    const decided = (operation: string, revision: number) => ({ matterId, revision, idempotency: once(operation) });
    const { revision } = await saveGuidelineStatement(deps, speaker, {
      written,
      ...decided("saveGuidelineStatement", 0),
    });
    await fileGuidelineStatement(deps, speaker, decided("fileGuidelineStatement", revision));
    return matterId;
  };
  for (const said of ofThemselves) await state(focalPoint(said.country), said, false);
  for (const said of views) {
    const matterId = await state(iom, said, true);
    if (said.answer === undefined) continue;
    const reply = {
      ...{ language: "es" as const, text: said.answer, files: [], overruled: [] },
      said: said.answer === "" ? ("no_comment" as const) : ("reply" as const),
    };
    await replyToMatter(
      { ...deps, renewEdition },
      focalPoint(said.country),
      { matterId, reply },
      once("replyToMatter"),
    );
  }
}
