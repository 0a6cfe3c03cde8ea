import { isCountryRole, mayDo, roleFacts, roleNames } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import { askStepWords, type CalendarDate, daysBetween, localDate } from "@avances/domain/round";
import { statusWords, type TimelinessKind } from "@avances/domain/submission";
import { dateInWords, pageLink, timeInWords, weekdayInWords } from "@avances/notices";
import { askWords } from "#features/shared/ask-words.ts";
import type { HandoverFacts, PartHolder, RoundFacts } from "./handover-facts.ts";
import { type HandoverTexts, handoverTexts } from "./handover-texts.ts";

/** Terms and what is so, under each other; a term stands once. */
export interface HandoverRow {
  readonly term: string;
  readonly value: string;
}

/** A part of the file under its heading. */
export interface HandoverPart {
  readonly heading: string;
  readonly rows: readonly HandoverRow[];
  readonly lines: readonly string[];
}

export interface HandoverDocument {
  readonly language: Language;
  readonly title: string;
  readonly lead: string;
  readonly warning: string | null;
  readonly asOf: string;
  readonly parts: readonly HandoverPart[];
}

/** The newest lines of the ledger of a round; the page of requests has all. */
const mostAsks = 14;
/** Of the words of a question; the whole stands in the report. */
const longestQuestion = 280;

interface Say {
  readonly t: HandoverTexts;
  readonly language: Language;
  readonly facts: HandoverFacts;
  readonly publicUrl: string;
}

/** The handover brief in words: facts as of the moment at which it is made. */
export function handoverDocument(facts: HandoverFacts, language: Language, publicUrl: string): HandoverDocument {
  const t = handoverTexts[language];
  const say = { t, language, facts, publicUrl };
  const { person, country, now, rounds } = facts;
  const role = roleNames[language].name[person.role];
  const today = localDate(now, country.timeZone);
  return {
    language,
    title: t.title,
    lead: `${person.displayName}. ${role}, ${country.name[language]}`,
    warning: facts.isDemonstration ? t.demonstration : null,
    asOf: t.asOf(dateInWords(today, language), timeInWords(now, country.timeZone), country.capital[language]),
    parts: [
      { heading: t.role.heading, rows: ownRows(say), lines: t.role.does[roleFacts[facts.role].standing] },
      ...(rounds.length === 0 ? [{ heading: t.round.none.heading, rows: [], lines: [t.round.none.words] }] : []),
      ...facts.cancelled.map((one) => ({
        heading: t.round.cancelled.heading(t.round.name(one.year, one.referenceYear)),
        rows: [],
        lines: [t.round.cancelled.words],
      })),
      ...rounds.flatMap((round) => roundParts(say, round)),
      peoplePart(say),
      ...(facts.isWholeReport && facts.earlier.length > 0 ? [earlierPart(say)] : []),
      contactPart(say),
    ],
  };
}

function ownRows({ t, language, facts: { person, before } }: Say): HandoverRow[] {
  const { from, until } = t.role;
  return [
    ...(person.validFrom === null ? [] : [{ term: from, value: dateInWords(person.validFrom, language) }]),
    ...(person.validUntil === null ? [] : [{ term: until, value: dateInWords(person.validUntil, language) }]),
    ...before.map(({ name, until: day }) => ({
      term: t.role.before,
      value: `${name}, ${t.role.left(dateInWords(day, language))}`,
    })),
  ];
}

function roundParts(say: Say, round: RoundFacts): HandoverPart[] {
  const { t, language, facts } = say;
  const { summary, questions, ownQuestions, holders, asks, parts } = round;
  const day = (date: CalendarDate) => dateInWords(date, language);
  const name = t.round.name(summary.year, summary.referenceYear);
  if (!round.hasOpened) {
    const rows = [
      { term: t.round.opens, value: weekdayInWords(round.opensOn, language) },
      { term: t.round.due, value: dueWords(say, summary.dueOn) },
    ];
    return [{ heading: t.round.planned(name), rows, lines: [] }];
  }
  return [
    { heading: name, rows: stateRows(say, round), lines: [] },
    ...(parts === null
      ? []
      : [
          {
            heading: t.parts.heading(summary.year),
            rows: parts.map(({ instrument, dimension, answered, of }) => ({
              term: `${instrument[language]}, ${dimension[language]}`,
              value: t.ofAll(answered, of),
            })),
            lines: [],
          },
        ]),
    ...(parts === null && facts.isWholeReport
      ? [{ heading: t.parts.heading(summary.year), rows: [], lines: [t.parts.notTold] }]
      : []),
    {
      heading: t.questions.heading(summary.year),
      rows: questions.map(({ code, indicator, on, words }) => ({
        term: `${code ?? t.questions.whole}, ${day(on)}`,
        value: `${indicator === null ? "" : `${indicator[language]}: `}“${shortened(words)}”`,
      })),
      lines: [
        ...(questions.length === 0 ? [t.questions.none] : []),
        ...(ownQuestions === 0 ? [] : [t.questions.own(ownQuestions)]),
      ],
    },
    ...(mayDo(facts.role, "section.manage") ? [holdersPart(say, round, holders)] : []),
    ...(asks === null ? [] : [asksPart(say, round, asks)]),
  ];
}

function stateRows(say: Say, round: RoundFacts): HandoverRow[] {
  const { t, language, facts, publicUrl } = say;
  const { summary, expected, assigned } = round;
  const { timeZone } = facts.country;
  const at = (iso: string) =>
    `${dateInWords(localDate(new Date(iso), timeZone), language)}, ${timeInWords(new Date(iso), timeZone)}`;
  const isExempt = summary.exempt;
  const since = {
    submitted: summary.submittedAt,
    returned: summary.returnedAt,
    accepted: summary.acceptedAt,
    published: summary.publishedAt,
  };
  const from = (since as Partial<Record<string, string | null>>)[expected] ?? null;
  return [
    { term: t.round.standing.term, value: standingWords(say, round) },
    {
      term: t.round.expects,
      value: isExempt ? t.round.exempt : summary.obligated ? t.round.obligated : t.round.voluntary,
    },
    {
      term: t.round.state,
      value: `${statusWords[language][expected]}${from === null ? "" : ` (${t.since(at(from))})`}`,
    },
    ...(isExempt
      ? []
      : [
          {
            term: t.round.due,
            value: `${dueWords(say, summary.dueOn, summary.firstSubmittedAt === null)}${
              summary.extended && round.roundDueOn < summary.dueOn
                ? `. ${t.round.extended(dateInWords(round.roundDueOn, language))}`
                : ""
            }`,
          },
        ]),
    ...(summary.returnDueOn !== null && expected === "returned"
      ? [{ term: t.round.clarifications, value: dueWords(say, summary.returnDueOn) }]
      : []),
    ...(summary.firstSubmittedAt === null
      ? []
      : [{ term: t.round.received, value: `${at(summary.firstSubmittedAt)}${lateness(say, summary)}` }]),
    ...(summary.version > 0 && facts.isWholeReport ? [{ term: t.round.version, value: String(summary.version) }] : []),
    assigned === null
      ? { term: t.round.answers, value: t.withAnswer(summary.answered, summary.expected) }
      : { term: t.round.assigned, value: `${assigned.length}: ${assigned.join(", ")}` },
    ...(round.needsSignature ? [{ term: t.round.signature, value: t.round.signatureWords }] : []),
    { term: t.round.page, value: pageLink(publicUrl, language, "report", { submissionId: summary.id }) },
  ];
}

/** Is the round open or closed for the country, and may its report still be sent where it has not been? */
function standingWords({ t, language }: Say, { standing, expected }: RoundFacts): string {
  const words = t.round.standing;
  const day = (date: CalendarDate) => dateInWords(date, language);
  if (standing.kind === "open") {
    const closes = day(standing.closesOn);
    return standing.againOn === null ? words.open(closes) : words.openAgain(day(standing.againOn), closes);
  }
  return [
    words.closed[standing.by](day(standing.on)),
    ...(standing.extendedTo === null ? [] : [words.extendedTo(day(standing.extendedTo))]),
    ...(expected === "not_started" || expected === "draft" ? [words.mayBeSent] : []),
  ].join("; ");
}

/** The day and the hour at which it ends there, and how far away that is. */
function dueWords({ t, language, facts: { country, now } }: Say, date: CalendarDate, isAwaited = true): string {
  const end = t.endOf(weekdayInWords(date, language), country.capital[language]);
  return isAwaited ? `${end} (${t.left(daysBetween(localDate(now, country.timeZone), date))})` : end;
}

/** Said of a report that was received. */
function lateness({ t }: Say, { timeliness: { kind, daysLate } }: RoundFacts["summary"]): string {
  const words: Readonly<Record<TimelinessKind, string>> = {
    on_time: `, ${t.round.onTime}`,
    received_late: `, ${t.round.late(daysLate)}`,
    ...{ not_due: "", due_today: "", overdue: "", exempt: "", voluntary: "" },
  };
  return words[kind];
}

function holdersPart(
  { t, language }: Say,
  { summary }: RoundFacts,
  holders: readonly PartHolder[] | null,
): HandoverPart {
  const day = (date: CalendarDate) => dateInWords(date, language);
  const became = ({ link }: PartHolder) =>
    link === null
      ? t.holders.account
      : [
          t.holders.due(day(link.dueOn)),
          link.handedInOn !== null
            ? t.holders.handedIn(day(link.handedInOn))
            : link.openedOn !== null
              ? t.holders.opened(day(link.openedOn))
              : t.holders.neverOpened,
        ].join(", ");
  return {
    heading: t.holders.heading(summary.year),
    rows: (holders ?? []).map((one) => ({
      term: [one.name, one.institution].filter(Boolean).join(", "),
      value: `${t.holders.indicators(one.indicators)}; ${became(one)}`,
    })),
    lines: holders === null ? [t.holders.notTold] : holders.length === 0 ? [t.holders.none] : [],
  };
}

function asksPart(
  { t, language, publicUrl, facts: { country } }: Say,
  { summary }: RoundFacts,
  asks: NonNullable<RoundFacts["asks"]>,
): HandoverPart {
  const words = askWords[language];
  // Readers of a country are told of its own people alone.
  const told = asks.flatMap((entry): (typeof asks)[number][] => {
    if (entry.kind !== "message") return [entry];
    const recipients = entry.recipients.filter(({ role }) => isCountryRole(role));
    return recipients.length === 0 ? [] : [{ ...entry, recipients }];
  });
  const shown = told.slice(-mostAsks);
  const numbered = (nth: number | null) => (nth === null ? "" : `${t.asks.number(nth)}. `);
  const rows = shown.map((entry) => {
    const term = dateInWords(entry.day, language);
    if (entry.kind === "message") {
      const states = [...new Set(entry.recipients.map(({ state }) => words.states[state]))].join("; ");
      const people = entry.recipients
        .map(({ name, role }) => `${name} (${roleNames[language].recipient[role]})`)
        .join(", ");
      return {
        term,
        value: `${numbered(entry.nth)}${askStepWords[language][entry.step]}: ${people}. ${capital(states)}`,
      };
    }
    const { channel, isAsk, withWhom, said, promisedOn, detail, notedByName, letter } = entry;
    const isAnswer = channel === "answer_link";
    const what = isAnswer ? words.answered : isAsk ? words.requested : words.informed;
    return {
      term,
      value: [
        `${numbered(entry.nth)}${what}, ${words.ways[channel].toLocaleLowerCase(language)}${letter === null ? "" : ` ${letter}`}`,
        isAnswer ? notedByName : withWhom,
        `${words.said[said]}${promisedOn === null ? "" : `: ${dateInWords(promisedOn, language)}`}`,
        detail === "" ? "" : `“${shortened(detail)}”`,
      ]
        .filter(Boolean)
        .join(". "),
    };
  });
  return {
    heading: t.asks.heading(summary.year),
    rows,
    lines: [
      ...(told.length === 0 ? [t.asks.none] : []),
      ...(told.length > shown.length ? [t.asks.earlier(told.length - shown.length)] : []),
      t.asks.page(`${publicUrl}/${language}/asks/${country.alpha3}`),
    ],
  };
}

function peoplePart({ t, language, facts: { colleagues, now, country } }: Say): HandoverPart {
  const today = localDate(now, country.timeZone);
  return {
    heading: t.people.heading,
    rows: colleagues.map(
      ({
        displayName,
        institution,
        role,
        email,
        phone,
        isReachable,
        isShared,
        lastSignedInAt,
        validFrom,
        validUntil,
      }) => ({
        term: [displayName, institution].filter(Boolean).join(", "),
        value: [
          roleNames[language].inList[role],
          ...(isReachable ? [email, phone ?? ""] : []),
          isShared ? t.people.shared : lastSignedInAt === null ? t.people.neverSignedIn : "",
          validFrom !== null && validFrom > today ? t.people.from(dateInWords(validFrom, language)) : "",
          validUntil === null
            ? ""
            : validUntil < today
              ? t.people.was(dateInWords(validUntil, language))
              : t.people.until(dateInWords(validUntil, language)),
        ]
          .filter(Boolean)
          .join("; "),
      }),
    ),
    lines: colleagues.length === 0 ? [t.people.none] : [],
  };
}

function earlierPart(say: Say): HandoverPart {
  const { t, language, facts, publicUrl } = say;
  const { timeZone } = facts.country;
  const at = (iso: string) =>
    `${dateInWords(localDate(new Date(iso), timeZone), language)}, ${timeInWords(new Date(iso), timeZone)}`;
  return {
    heading: t.earlier.heading,
    rows: facts.earlier.map(({ summary, expected, requests }) => ({
      term: t.round.name(summary.year, summary.referenceYear),
      value: [
        summary.firstSubmittedAt === null
          ? expected === "exempt"
            ? statusWords[language].exempt
            : t.earlier.notReceived
          : `${t.earlier.received(at(summary.firstSubmittedAt))}${lateness(say, summary)}. ${statusWords[language][expected]}`,
        requests === null ? "" : t.earlier.requests(requests),
        // Last, so that nothing follows its address.
        summary.version === 0
          ? ""
          : `${t.earlier.receipt(`${summary.country}-${summary.year}-${summary.version}`)}: ${pageLink(publicUrl, language, "receipt", { submissionId: summary.id }, { version: summary.version })}`,
      ]
        .filter(Boolean)
        .join(". "),
    })),
    lines: [t.earlier.clock(facts.country.capital[language])],
  };
}

function contactPart({ t, language, facts: { contact }, publicUrl }: Say): HandoverPart {
  return {
    heading: t.contact.heading,
    rows:
      contact === null
        ? []
        : [
            {
              term: contact.name,
              value: [t.contact.office, contact.address, contact.telephone ?? ""].filter(Boolean).join("; "),
            },
          ],
    lines: [...(contact === null ? [t.contact.nobody] : []), t.contact.portal(`${publicUrl}/${language}`)],
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** On one line, and not longer than a reader of a brief reads. */
function shortened(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length <= longestQuestion ? line : `${letters.slice(0, longestQuestion).join("").trimEnd()} …`;
}
