import type { AskByMessage, AskEntry, AsksOfCountry } from "@avances/contracts";
import { type Actor, roleNames } from "@avances/domain/access";
import { type Language, regionLanguage } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import { askStepWords, localClock, localDate } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { askWords } from "#features/shared/ask-words.ts";
import { placeOf } from "#features/shared/clocks.ts";
import { readAsksOf } from "#features/shared/read-asks-of.ts";
import { csvFile, type Table, type TableCell, workbook } from "#features/shared/table-file.ts";
import { FileReply } from "#http/handler.ts";

interface Which {
  readonly country?: string | undefined;
  readonly language?: Language | undefined;
}

const fileNames: Readonly<Record<Language, string>> = { en: "requests", es: "solicitudes" };

/**
 * The requests to all countries, or to one, as a file for a meeting: CSV or a workbook. Somebody of a country gets its own; another country is
 * `not-found`.
 */
export async function asksFile(
  deps: Pick<Deps, "db" | "clock" | "reference" | "config">,
  actor: Actor,
  format: "csv" | "xlsx",
  { country: wanted, language: chosen }: Which,
): Promise<FileReply> {
  allow(actor, "notices.read");
  const only = wanted ?? actor.country ?? undefined;
  if (only !== undefined) allow(actor, "notices.read", { country: only });
  const place = only === undefined ? null : found(deps.reference.countries.find(({ alpha3 }) => alpha3 === only));
  const language = chosen ?? place?.workingLanguage ?? regionLanguage;
  const now = deps.clock.now();
  const byName = new Intl.Collator(language);
  const countries = (place === null ? [...deps.reference.countries] : [place]).sort((one, other) =>
    byName.compare(one.name[language], other.name[language]),
  );
  const asks = await deps.db.asActor(actor, (tx) => readAsksOf(tx, countries, only, now));
  const where = placeOf(deps, only ?? null);
  const about = { language, now, where, isOfOne: place !== null, isDemonstration: deps.config.demonstration };
  const table = asksTable(asks, about);
  const bytes = format === "csv" ? csvFile(table, language) : await workbook([table]);
  const day = localDate(now, where.timeZone);
  return new FileReply(bytes, [fileNames[language], only, day].filter(Boolean).join("-").concat(`.${format}`));
}

interface About {
  readonly language: Language;
  readonly now: Date;
  /** By whose clocks it says when it was made. */
  readonly where: Pick<Country, "timeZone" | "capital">;
  readonly isOfOne: boolean;
  readonly isDemonstration: boolean;
}

/** A line for each request and each answer, countries in the order given, oldest first. */
function asksTable(asks: readonly AsksOfCountry[], { language, now, where, isOfOne, isDemonstration }: About): Table {
  const words = askWords[language];
  const { columns } = words;
  const [only] = isOfOne ? asks : [];
  const [day, time] = localClock(now, where.timeZone).split(" ") as [string, string];
  return {
    name: only === undefined ? words.sheet : `${words.sheet} ${only.country}`,
    title: words.title(only?.name[language] ?? null, only?.rounds.at(-1)?.year ?? null),
    above: [
      ...(isDemonstration ? [words.demonstration] : []),
      words.made(day, time, words.clock(where.capital[language])),
      words.between,
    ],
    columns: [
      { head: columns.country, width: 18 },
      { head: columns.round, width: 8 },
      { head: columns.data, width: 8 },
      { head: columns.nth, width: 10 },
      { head: columns.day, width: 12 },
      { head: columns.time, width: 8 },
      { head: columns.zone, width: 14 },
      { head: columns.way, width: 20 },
      { head: columns.what, width: 26 },
      { head: columns.toWhom, width: 36 },
      { head: columns.became, width: 36 },
      { head: columns.cameBack, width: 36 },
      { head: columns.said, width: 24 },
      { head: columns.promised, width: 14 },
      { head: columns.words, width: 36 },
      { head: columns.by, width: 20 },
      { head: columns.withdrawn, width: 28 },
    ],
    lines: asks.flatMap((own) => own.entries.map((entry) => lineOf(own, entry, language))),
    below: words.notes,
  };
}

function lineOf(own: AsksOfCountry, entry: AskEntry, language: Language): readonly TableCell[] {
  const words = askWords[language];
  const dataYear = own.rounds.find(({ year }) => year === entry.round)?.referenceYear ?? null;
  const clock = words.clock(own.capital[language]);
  const head = [own.name[language], entry.round, dataYear, entry.nth, { day: entry.day }] as const;
  const cancelled = entry.ofCancelledRound ? words.ofCancelled : null;
  if (entry.kind === "message") {
    const people = entry.recipients
      .map(({ name, role }) => `${name} (${roleNames[language].recipient[role]})`)
      .join("; ");
    // One state for all of them is said once.
    const states = new Set(entry.recipients.map(({ state }) => state));
    const became =
      states.size === 1
        ? entry.recipients.slice(0, 1).map(({ state }) => words.states[state])
        : entry.recipients.map(({ name, state }) => `${name}: ${words.states[state]}`);
    return [
      ...head,
      localClock(new Date(entry.at), own.timeZone).slice(11),
      clock,
      words.ways[entry.step === "resend" ? "by_hand" : "automatic"],
      askStepWords[language][entry.step],
      people,
      became.join("; "),
      cameBackOf(entry.recipients, own.timeZone, language),
      ...[null, null, null],
      entry.byName,
      cancelled,
    ];
  }
  const { channel, isAsk, withWhom, said, promisedOn, detail, notedByName, withdrawn } = entry;
  const isAnswer = channel === "answer_link";
  return [
    ...head,
    ...[null, clock],
    entry.letter === null ? words.ways[channel] : `${words.ways[channel]} ${entry.letter}`,
    isAnswer ? words.answered : isAsk ? words.requested : words.informed,
    isAnswer ? notedByName : withWhom || null,
    ...[null, null],
    words.said[said],
    promisedOn === null ? null : { day: promisedOn },
    detail || null,
    notedByName,
    withdrawn === null ? cancelled : words.withdrawn(withdrawn.byName, withdrawn.reason),
  ];
}

/** What came back about the message to each recipient, by name where there are several; null = nothing did, or the reader may not know. */
function cameBackOf(recipients: AskByMessage["recipients"], timeZone: string, language: Language): string | null {
  const { cameBack } = askWords[language];
  const said = recipients.flatMap(({ name, reply }) => {
    if (reply === null) return [];
    const [day = ""] = localClock(new Date(reply.at), timeZone).split(" ");
    const words = cameBack[reply.kind](
      day,
      reply.reason === null ? null : cameBack.reasons[reply.reason],
      reply.awayUntil,
    );
    return [recipients.length === 1 ? words : `${name}: ${words}`];
  });
  return said.length === 0 ? null : said.join("; ");
}
