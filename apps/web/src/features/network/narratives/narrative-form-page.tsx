import type { NarrativeView, ProgressOfMeeting } from "@avances/contracts";
import { type InstrumentCode, instrumentCodes } from "@avances/domain/catalogue";
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, notFound, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { meetingsQuery } from "#lib/meeting-queries.ts";
import { progressQuery } from "#lib/progress-query.ts";
import { isListOf, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingDays } from "#ui/meeting-words.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { progressTexts } from "#ui/progress.texts.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { AboutField } from "../about-field.tsx";
import { isTypedMatter, MatterForm, type TypedMatter, typedMatter } from "../matter-form.tsx";
import { networkTexts } from "../network.texts.ts";
import { putTexts } from "../put.texts.ts";
import type { RoomAt } from "../rooms.ts";
import { allAbout, catalogueQuery, type NamedAbout } from "../what-about.ts";
import { narrativeActs, narrativeQuery } from "./narrative-queries.ts";
import { narrativesTexts } from "./narratives.texts.ts";

interface Typed extends TypedMatter {
  readonly instrument: InstrumentCode;
  readonly indicators: readonly string[];
}
const isTyped = isShape<Typed>({
  ...{ ...isTypedMatter, instrument: isOneOf(instrumentCodes), indicators: isListOf(isText) },
});

/** Where the address of a new one leads: to the form of a Protocol, or to what is there already. */
type Way = { readonly instrument: InstrumentCode } | { readonly room: string };

/**
 * Without a Protocol, as in messages, it is the first of which nothing is filed: its draft, if one was begun. With nothing left, and of a meeting that is
 * over, it is the meeting.
 */
function wayIn(
  meetingId: string,
  { isOpen, narratives, side }: ProgressOfMeeting,
  protocol: InstrumentCode | null,
): Way {
  const meeting = { room: `meetings/${meetingId}` };
  const own = narratives.filter(({ author, state }) => author === side && state !== "withdrawn");
  for (const instrument of protocol === null ? instrumentCodes : [protocol]) {
    const there = own.find((one) => one.instrument === instrument);
    if (there === undefined) {
      if (isOpen) return { instrument };
      continue;
    }
    if (there.state === "draft") return { room: `narratives/${there.id}/edit` };
    if (protocol !== null) return { room: `narratives/${there.id}` };
  }
  return meeting;
}

/** Where a country tells of its progress, or writes another version of that. For everybody else there is no such page. */
export function NarrativeFormPage({ params: { matterId } }: Pick<RoomAt, "params">) {
  const t = useTexts(narrativesTexts);
  const o = useTexts(progressTexts);
  const p = useTexts(putTexts);
  const n = useTexts(networkTexts);
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const lang = useLanguage();
  const asked = useLocation({ select: ({ search }) => search as Readonly<Record<string, unknown>> });
  const isNew = matterId === undefined;
  const narrative = useQuery({ ...narrativeQuery(matterId ?? ""), enabled: !isNew });
  const { data } = narrative;
  const meetingId = isNew ? String(asked.meeting ?? "") : (data?.meetingId ?? "");
  const protocol = instrumentCodes.find((code) => code === asked.protocol) ?? null;
  const progress = useQuery({ ...progressQuery(meetingId), enabled: isNew });
  // Found once: who is writing is not led away when a colleague begins the same, or the own draft is saved.
  const address = `${meetingId} ${protocol}`;
  const [found, setFound] = useState<{ readonly address: string; readonly way: Way } | null>(null);
  if (isNew && found?.address !== address && progress.data !== undefined && progress.data.side !== null)
    setFound({ address, way: wayIn(meetingId, progress.data, protocol) });
  const way = isNew && found?.address === address ? found.way : null;
  const instrument = isNew ? (way !== null && "instrument" in way ? way.instrument : undefined) : data?.instrument;
  const meetings = useQuery(meetingsQuery);
  const catalogue = useQuery(catalogueQuery);
  const fault = narrative.error ?? progress.error ?? meetings.error ?? catalogue.error;
  if (fault instanceof ApiProblem && (fault.status === 404 || fault.status === 400)) throw notFound();
  if (fault !== null) throw fault;
  if (data !== undefined && !data.mayWrite) throw notFound();
  if (isNew && ((asked.protocol !== undefined && protocol === null) || progress.data?.side === null)) throw notFound();
  if (way !== null && "room" in way)
    return <Navigate to="/$lang/network/$" params={{ lang, _splat: way.room }} replace />;
  const isRevision = data !== undefined && data.version > 0;
  const meeting = meetings.data?.meetings.find(({ id }) => id === meetingId);
  const isThere = isNew ? progress.data !== undefined : data !== undefined;
  const title = isNew
    ? instrument === undefined
      ? o.title
      : o.new(o.protocols[instrument])
    : isRevision
      ? p.revise
      : p.edit;
  return (
    <>
      <PageHeader
        variant="work"
        title={title}
        lead={
          <>
            {meeting === undefined ? null : (
              <p>{t.newFor(`${m.bodies[meeting.body]}, ${meetingDays(m, f, meeting)}`)}</p>
            )}
            <p>{isRevision ? p.reviseLead : t.newLead}</p>
          </>
        }
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          ...(meeting === undefined
            ? []
            : [
                <Link key="meeting" to="/$lang/network/$" params={{ lang, _splat: `meetings/${meetingId}` }}>
                  {meetingDays(m, f, meeting)}
                </Link>,
              ]),
        ]}
      />
      {isThere && instrument !== undefined && catalogue.data !== undefined && meeting !== undefined ? (
        <Form
          narrative={data ?? null}
          empty={{
            ...typedMatter(data ?? null, { language: lang, meetingId, visibility: "members" }),
            ...{ instrument, indicators: data?.indicators ?? [] },
          }}
          about={allAbout(catalogue.data, [], lang).filter(({ kind }) => kind === "indicator")}
        />
      ) : (
        <Skeleton shape="table" rows={6} />
      )}
    </>
  );
}

interface FormProps {
  readonly narrative: NarrativeView | null;
  readonly empty: Typed;
  readonly about: readonly NamedAbout[];
}

/** The words in both languages, the indicators of which they speak, and the files. */
function Form({ narrative, empty, about }: FormProps) {
  const t = useTexts(narrativesTexts);
  return (
    <MatterForm
      matter={narrative}
      kind={narrativeActs}
      says={{ faults: t.faults, body: t.form.body, bodyHelp: t.form.bodyHelp }}
      room="narratives"
      // What is being written of one Protocol for one meeting is not what is written of another.
      keptOf={narrative === null ? [empty.meetingId, empty.instrument] : []}
      empty={empty}
      guard={isTyped}
      written={({ instrument, indicators }) => ({ instrument, indicators: [...indicators] })}
      fields={({ typed, onChange }) => (
        <AboutField
          value={typed.indicators.map((code) => ({ kind: "indicator", code }))}
          all={about}
          kinds={["indicator"]}
          says={{ label: t.form.about, add: t.form.add, help: t.form.aboutHelp }}
          onChange={(links) => onChange({ indicators: links.map(({ code }) => code) })}
        />
      )}
    />
  );
}
