import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import {
  arrangeReport,
  assembleReport,
  circulateReport,
  commentOnReport,
  considerReport,
  finaliseReport,
  newRelease,
  saveReportFigures,
  saveReportPoint,
} from "@avances/api/use-cases";
import type { ReportPoint } from "@avances/domain/network";
import { addDays, type CalendarDate, localDate } from "@avances/domain/round";
import { type NetworkCast, onDay, type ToldMeeting } from "./network-cast.ts";
import type { ToldVoices } from "./network-voices.ts";

const once = (operation: string) => ({ operation, key: randomUUID(), bodyHash: "demonstration" });

type Told = Pick<ReportPoint, "level" | "verb" | "speaker" | "words" | "voices">;
const point = (
  [level, verb, speaker]: readonly [Told["level"], Told["verb"], (Told["speaker"] | undefined)?],
  es: string,
  en: string,
  voices: readonly string[] = [],
): Told => ({ ...{ level, verb, speaker: speaker ?? null, words: { es, en } }, voices });

/** After the first, which thanks for progress: numbered as the agenda, because commitments and activities of the demonstration name these points. */
const points = ({ budget, shelters, challenge, progress }: ToldVoices): readonly Told[] => [
  point(
    [1, "agrees"],
    "que Guatemala comparta su protocolo de entrevista a víctimas.",
    "that Guatemala shares its protocol for interviewing victims.",
  ),
  point(
    ...([[1, "thanks"], "a Panamá por su presentación, y a la Coalición Regional por su informe de avances."] as const),
    ...(["Panama for its presentation, and the Regional Coalition for its progress report.", [progress]] as const),
  ),
  point(
    ...([[2, "agrees"], "mantener un directorio de puntos de contacto en fronteras, que prepara Panamá."] as const),
    "to keep a directory of contact points at borders, which Panama prepares.",
  ),
  point(
    ...([[2, "requests", "COALITION"], "un espacio permanente en cada reunión."] as const),
    "a permanent space in each meeting.",
  ),
  point([1, "thanks"], "a la RROCM por su presentación.", "RNCOM for its presentation."),
  point(
    ...([[2, "takes_note"], "de sus dos recomendaciones y del desafío que expuso."] as const),
    ...(["of its two recommendations and of the challenge that it described.", [budget, shelters, challenge]] as const),
  ),
  point(
    [1, "agrees"],
    "que México envíe la guía de referencia actualizada.",
    "that Mexico sends the updated referral guide.",
  ),
  point(
    [1, "endorses"],
    "el curso en línea para puestos fronterizos y el intercambio entre fiscalías especializadas; no avala el estudio regional sobre rutas.",
    "the online course for border posts and the exchange between specialised prosecutors; it does not endorse the regional study on routes.",
  ),
  point(
    [2, "proposes"],
    "un taller regional sobre la detección de la trata con fines de explotación laboral.",
    "a regional workshop on detecting trafficking for labour exploitation.",
  ),
  point(
    [2, "proposes"],
    "un taller regional sobre tráfico ilícito, que organiza Nicaragua.",
    "a regional workshop on migrant smuggling, which Nicaragua organises.",
  ),
];

/**
 * The report of the meeting that nobody held, with charts of what is published, from its first draft to its consideration. The portal marks it as
 * invented, and so do its files.
 */
export async function tellMeetingReport(
  portal: Deps,
  { secretariat, speaker }: NetworkCast,
  meeting: ToldMeeting,
  voices: ToldVoices,
): Promise<void> {
  const release = newRelease(portal);
  const on = (day: CalendarDate) => ({ ...onDay(portal, day), published: () => release });
  const after = (days: number) => on(addDays(meeting.heldOn, days));
  // Its charts show what is published now, so it is sent after the last report of the story was published.
  const today = localDate(portal.clock.now(), "America/Costa_Rica");
  const ago = (days: number) => on(addDays(today, -days));
  let report = await assembleReport(after(5), secretariat, meeting.id, once("assembleReport"));
  const seen = (operation: string) => ({
    ...{ reportId: report.id, revision: report.revision, idempotency: once(operation) },
  });
  // What comes from the agenda has titles alone: the points below say more.
  const kept = report.content.points.filter(({ source }) => source?.kind !== "matter");
  const arrangement = { points: kept.map(({ id, level }) => ({ id, level })), withSubmissions: true };
  report = await arrangeReport(after(5), secretariat, { arrangement, ...seen("arrangeReport") });
  for (const told of points(voices))
    report = await saveReportPoint(after(6), secretariat, {
      ...{ pointId: randomUUID(), point: { ...told, overruled: [] }, ...seen("saveReportPoint") },
    });
  const thanks = report.content.points.find(({ verb }) => verb === "thanks")?.id ?? null;
  const figure = { id: "", pointId: null, roundYear: null, countries: [] };
  report = await saveReportFigures(ago(13), secretariat, {
    figures: [
      { ...figure, id: randomUUID(), subject: "index", code: "", form: "bars", pointId: thanks },
      { ...figure, id: randomUUID(), subject: "instrument", code: "TIP", form: "lines", countries: ["CRI", "HND"] },
      { ...figure, id: randomUUID(), subject: "objective", code: "TIP-OBJ-03", form: "table" },
    ],
    ...seen("saveReportFigures"),
  });
  report = await circulateReport(ago(12), secretariat, seen("circulateReport"));
  const directory = report.content.points.find(({ words }) => words.en.includes("a directory of contact points"));
  if (directory === undefined) throw new Error("the demonstration's report lacks its directory");
  const comments = [
    ["HND", directory.id, "Honduras pide que se diga también cada cuánto se actualiza el directorio."],
    ["CRI", null, "Costa Rica no tiene observaciones."],
  ] as const;
  for (const [country, pointId, text] of comments)
    report = await commentOnReport(
      ago(9),
      speaker(country),
      report.id,
      { version: 1, pointId, language: "es", text, overruled: [] },
      once("commentOnReport"),
    );
  const { id: pointId, level, verb, speaker: saidBy, voices: named } = directory;
  report = await saveReportPoint(ago(7), secretariat, {
    pointId,
    point: {
      ...{ level, verb, speaker: saidBy, voices: named, overruled: [] },
      words: {
        es: "mantener un directorio de puntos de contacto en fronteras, que prepara Panamá y se actualiza cada año.",
        en: "to keep a directory of contact points at borders, which Panama prepares and which is updated each year.",
      },
    },
    ...seen("saveReportPoint"),
  });
  report = await finaliseReport(ago(5), secretariat, seen("finaliseReport"));
  await considerReport(ago(1), secretariat, {
    considered: {
      ...{ on: addDays(today, -2), language: "es", overruled: [] },
      response: "El grupo consideró el informe y pidió que la próxima reunión vuelva sobre el directorio.",
    },
    ...seen("considerReport"),
  });
}
