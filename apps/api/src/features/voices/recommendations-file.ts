import type { getRecommendationsCsv, QueryOf, VoiceSummary } from "@avances/contracts";
import { listMeetings } from "@avances/db/queries/meeting-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import { listVoices } from "@avances/db/queries/voice-queries";
import type { Actor } from "@avances/domain/access";
import { type Language, regionLanguage } from "@avances/domain/catalogue";
import { type ParticipantCode, voiceWords } from "@avances/domain/network";
import { type CalendarDate, localClock, localDate } from "@avances/domain/round";
import { allow } from "#features/shared/allow.ts";
import { clocksOf, clockWords } from "#features/shared/clocks.ts";
import { inTurns } from "#features/shared/list-pages.ts";
import { csvFile, type Table, type TableCell, workbook } from "#features/shared/table-file.ts";
import { wordsInFile } from "#features/shared/words-in-file.ts";
import { FileReply } from "#http/handler.ts";
import { recommendationsWords } from "./recommendations-words.ts";
import { readOnVoices, type VoiceDeps, voiceSummary } from "./voice-view.ts";

/** All recommendations that this person may read, as they were asked for, as a file: CSV or a workbook. */
export async function recommendationsFile(
  deps: Pick<VoiceDeps, "db" | "clock" | "config" | "reference">,
  actor: Actor,
  format: "csv" | "xlsx",
  { language = regionLanguage, ...filter }: QueryOf<typeof getRecommendationsCsv>,
): Promise<FileReply> {
  allow(actor, "network.read");
  const now = deps.clock.now();
  const timeZone = clocksOf(deps, actor.country);
  const table = await deps.db.asActor(actor, async (tx) => {
    const rows = await listVoices(tx, { kind: "recommendation", ...filter }, null);
    const participants = await listParticipants(tx);
    const nameOf = (code: ParticipantCode) => participants.find((one) => one.code === code)?.name[language] ?? code;
    const meetings = new Map((await listMeetings(tx)).map(({ id, heldOn }) => [id, heldOn]));
    const summaries = await inTurns(rows, async (some) => {
      const ids = some.map(({ id }) => id);
      const all = await readOnVoices(tx, ids);
      return some.map((row) => voiceSummary(deps, actor, row, all));
    });
    const about = {
      language,
      nameOf,
      meetings,
      publicUrl: deps.config.publicUrl,
      isDemonstration: deps.config.demonstration,
      now,
      timeZone,
      clocks: clockWords(deps, timeZone, language),
    };
    return tableOf(summaries, about);
  });
  const bytes = format === "csv" ? csvFile(table, language) : await workbook([table]);
  return new FileReply(bytes, `${recommendationsWords[language].fileName}-${localDate(now, timeZone)}.${format}`);
}

interface About {
  readonly language: Language;
  readonly now: Date;
  /** By whose clocks it is written: the reader's capital, else where the Secretariat works. */
  readonly timeZone: string;
  /** The same in words. */
  readonly clocks: string;
  readonly nameOf: (code: ParticipantCode) => string;
  /** The first day of each meeting. */
  readonly meetings: ReadonlyMap<string, CalendarDate>;
  readonly publicUrl: string;
  readonly isDemonstration: boolean;
}

function tableOf(voices: readonly VoiceSummary[], about: About): Table {
  const words = recommendationsWords[about.language];
  const { columns } = words;
  return {
    name: words.sheet,
    title: words.title,
    above: [
      ...(about.isDemonstration ? [words.demonstration] : []),
      words.made(localClock(about.now, about.timeZone), about.clocks),
      words.whose,
    ],
    columns: [
      { head: columns.recommendation, width: 40 },
      { head: columns.words, width: 60 },
      { head: columns.writtenIn, width: 12 },
      { head: columns.author, width: 30 },
      { head: columns.source, width: 24 },
      { head: columns.document, width: 30 },
      { head: columns.meeting, width: 12 },
      { head: columns.filed, width: 12 },
      { head: columns.readers, width: 24 },
      { head: columns.about, width: 24 },
      { head: columns.owner, width: 24 },
      { head: columns.addressee, width: 24 },
      { head: columns.stance, width: 20 },
      { head: columns.stanceOn, width: 12 },
      { head: columns.stanceText, width: 40 },
      { head: columns.saidBy, width: 30 },
      { head: columns.step, width: 16 },
      { head: columns.stepOn, width: 12 },
      { head: columns.stepText, width: 40 },
      { head: columns.withdrawn, width: 30 },
      { head: columns.address, width: 40 },
    ],
    lines: voices.flatMap((voice) => linesOf(voice, about)),
    below: words.notes,
  };
}

/** A line for each addressee and each who speaks of it; one without a voice where nobody has spoken. */
function linesOf(
  voice: VoiceSummary,
  { language, nameOf, meetings, publicUrl, timeZone }: About,
): readonly (readonly TableCell[])[] {
  const dayOf = (at: string | null): TableCell => (at === null ? null : { day: localDate(new Date(at), timeZone) });
  const words = recommendationsWords[language];
  const spoken = voiceWords[language];
  const said = wordsInFile(voice.words, language);
  const heldOn = voice.meetingId === null ? undefined : meetings.get(voice.meetingId);
  const head: readonly TableCell[] = [
    said.subject,
    said.body || null,
    said.writtenIn,
    nameOf(voice.author),
    voice.source === null ? null : spoken.sourceKinds[voice.source.kind],
    voice.source?.name || null,
    heldOn === undefined ? null : { day: heldOn },
    voice.state === "draft" ? words.draft : dayOf(voice.filedAt),
    words.visibility[voice.visibility],
    voice.links.map(({ code }) => code).join(", ") || null,
    voice.owner === null ? null : nameOf(voice.owner),
  ];
  const { withdrawn } = voice;
  const tail: readonly TableCell[] = [
    withdrawn === null ? null : `${withdrawn.byName ?? nameOf(voice.author)}: ${withdrawn.reason}`,
    `${publicUrl}/${language}/network/recommendations/${voice.id}`,
  ];
  return voice.completion.flatMap(({ of, own, others }) => {
    const stance = voice.stances.find(({ participant }) => participant === of);
    const taken: readonly TableCell[] = [
      nameOf(of),
      stance === undefined ? words.noStance : spoken.stances[stance.said],
      dayOf(stance?.at ?? null),
      stance?.text || null,
    ];
    const voices = [...(own === null ? [] : [own]), ...others];
    if (voices.length === 0) return [[...head, ...taken, null, null, null, null, ...tail]];
    return voices.map((one) => [
      ...[...head, ...taken, nameOf(one.by), spoken.steps[one.step], dayOf(one.at), one.text || null],
      ...tail,
    ]);
  });
}
