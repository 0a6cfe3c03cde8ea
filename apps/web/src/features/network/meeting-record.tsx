import type { MeetingActView, MeetingView } from "@avances/contracts";
import { attendanceFacts } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import { type Formats, useFormat } from "#lib/format.ts";
import { agendaTexts } from "./agenda/agenda.texts.ts";
import { networkTexts } from "./network.texts.ts";

interface MeetingRecordProps {
  readonly meeting: MeetingView;
  readonly nameOf: (code: string) => string;
}

/** What was done to the meeting, newest first. */
export function MeetingRecord({ meeting, nameOf }: MeetingRecordProps) {
  const t = useTexts(networkTexts);
  const a = useTexts(agendaTexts);
  const f = useFormat();
  return (
    <section className="section" aria-labelledby="record">
      <h2 id="record">{t.record.title}</h2>
      <ul>
        {[...meeting.record].reverse().map((act) => (
          <li key={act.revision}>
            {f.instant(act.at, meeting.timeZone)}:{" "}
            {t.record[act.act](
              act.byName,
              act.act === "agenda_changed" ? agendaChanged(a, act) : whatChanged(t, f, act, nameOf),
            )}{" "}
            {act.reason === "" ? null : t.record.why(act.reason)}
          </li>
        ))}
      </ul>
      <p className="quiet small">{t.record.clocks}</p>
    </section>
  );
}

type Texts = (typeof networkTexts)["en"];
const fields = ["heldOn", "untilOn", "place", "host"] as const;

/** Each day, place or host before and after; of attendance each fact as it is on record since, with those of whom it holds. */
function whatChanged(
  t: Texts,
  f: Formats,
  { act, before, after }: Pick<MeetingActView, "act" | "before" | "after">,
  nameOf: (code: string) => string,
): string {
  if (act === "attendance_recorded") {
    const recorded = Object.entries(after).map(([key, value]) => {
      const [participant = "", fact] = key.split(".");
      return { name: nameOf(participant), fact, value };
    });
    const { yes, no, unknown } = t.attendance;
    return attendanceFacts
      .flatMap((fact) =>
        (
          [
            ["yes", yes],
            ["no", no],
            [null, unknown],
          ] as const
        ).map(([value, words]) => {
          const those = recorded.filter((one) => one.fact === fact && one.value === value).map(({ name }) => name);
          if (those.length === 0) return null;
          return t.attend.said(t.attendance.facts[fact].toLowerCase(), words, f.list(those.sort(f.compare)));
        }),
      )
      .filter((words) => words !== null)
      .join("; ");
  }
  const shown = (field: (typeof fields)[number], value: string | null | undefined) =>
    value === null || value === undefined
      ? t.record.nothing
      : field === "host"
        ? nameOf(value)
        : field === "place"
          ? value
          : f.date(value);
  return fields
    .filter((field) => field in after)
    .map((field) => t.record.changed(t.record.fields[field], shown(field, before[field]), shown(field, after[field])))
    .join("; ");
}

/** The points by what was done to them. */
function agendaChanged(
  { changed }: (typeof agendaTexts)["en"],
  { before, after }: Pick<MeetingActView, "before" | "after">,
): string {
  const said = [
    ...(["added", "retitled", "translated", "presented"] as const).map((what) =>
      after[what] ? changed[what](after[what]) : null,
    ),
    before.moved && after.moved ? changed.moved(before.moved, after.moved) : null,
    before.withdrawn ? changed.withdrawn(before.withdrawn) : null,
  ];
  return said.filter((words) => words !== null).join("; ");
}
