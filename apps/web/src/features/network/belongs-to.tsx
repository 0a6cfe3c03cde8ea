import type { DocumentView } from "@avances/contracts";
import { pointName } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { meetingsQuery, participantsQuery } from "#lib/meeting-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/field.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { Title, wordsIn } from "#ui/translated-words.tsx";
import { meetingNamed } from "./activities/activity-days.ts";
import { libraryTexts } from "./library/library.texts.ts";
import styles from "./matter.module.css";
import { meetingQuery } from "./network-queries.ts";
import { MoreOffered, useOffered, useUntilFound } from "./offered.tsx";
import { allAbout, catalogueQuery, nameOfAbout } from "./what-about.ts";

/** Kinds of matters to which a document may belong here, each with the room of its page; points of an agenda are on their meeting's. */
const rooms = {
  agenda_item: null,
  commitment: "commitments",
  contribution: "contributions",
  recommendation: "recommendations",
  activity: "activities",
} as const;
type Linkable = keyof typeof rooms;
const kinds = Object.keys(rooms) as readonly Linkable[];

interface Named {
  readonly id: string;
  readonly kind: Linkable;
  readonly name: string;
}

interface MattersFieldProps {
  readonly value: readonly string[];
  /** Of which the document is: its agenda is offered. "" = of none. */
  readonly meetingId: string;
  /** Those to which it belongs already; they need not be among those that are offered. */
  readonly known: DocumentView["matters"];
  readonly onChange: (value: readonly string[]) => void;
}

/** Chooses matters to which a document belongs: one after the other from one list, each taken off again by its own button. */
export function MattersField({ value, meetingId, known, onChange }: MattersFieldProps) {
  const t = useTexts(libraryTexts).belongs;
  const id = useId();
  const { all, offered } = useMatters(meetingId, known);
  useUntilFound(
    offered,
    value,
    all.map((one) => one.id),
  );
  const called = (matterId: string) => all.find((one) => one.id === matterId)?.name ?? matterId;
  return (
    <fieldset>
      <legend id={id} className="sr-only">
        {t.matters}
      </legend>
      <Select
        label={t.addMatter}
        help={meetingId === "" ? t.matterHelp : t.matterHelpOfMeeting}
        value=""
        onChange={({ target }) => {
          onChange([...value, target.value]);
          announce(called(target.value));
        }}
      >
        <option value="">{t.choose}</option>
        {kinds.map((kind) => (
          <optgroup key={kind} label={t.kinds[kind]}>
            {all
              .filter((one) => one.kind === kind && !value.includes(one.id))
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      <MoreOffered of={offered} />
      {value.length === 0 ? null : (
        <ul className={styles.list} aria-labelledby={id}>
          {value.map((matterId) => (
            <li key={matterId} className="row">
              <span>{called(matterId)}</span>
              <Button
                size="small"
                variant="quiet"
                aria-label={t.remove(called(matterId))}
                onClick={() => onChange(value.filter((other) => other !== matterId))}
              >
                {t.removeOne}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

/** What is offered: points of the agenda of its meeting, and commitments, contributions, recommendations and activities as far as they have come. */
function useMatters(meetingId: string, known: DocumentView["matters"]) {
  const lang = useLanguage();
  const meeting = useQuery({ ...meetingQuery(meetingId), enabled: meetingId !== "" });
  const listed = {
    ...{ commitment: useOffered("commitment"), contribution: useOffered("contribution") },
    ...{ recommendation: useOffered("recommendation"), activity: useOffered("activity") },
  };
  const offered: readonly Named[] = [
    ...(meetingId === "" ? [] : (meeting.data?.agenda ?? [])).map((point) => ({
      ...{ id: point.id, kind: "agenda_item" as const, name: `${pointName(point)} ${point.subject}` },
    })),
    ...(["commitment", "contribution", "recommendation", "activity"] as const).flatMap((kind) =>
      (listed[kind].matters ?? []).map(({ id, words }) => ({ id, kind, name: wordsIn(words, lang).subject })),
    ),
  ];
  const others = known.flatMap(({ id, kind, subject }) =>
    isLinkable(kind) && offered.every((one) => one.id !== id) ? [{ id, kind, name: subject }] : [],
  );
  return { all: [...offered, ...others], offered: Object.values(listed) };
}

const isLinkable = (kind: string): kind is Linkable => kind in rooms;

/** To what a document belongs, each with the way there. */
export function BelongsTo({ document }: { readonly document: Pick<DocumentView, "links" | "matters"> }) {
  const t = useTexts(libraryTexts).belongs;
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const catalogue = useQuery(catalogueQuery);
  const participants = useQuery(participantsQuery);
  const meetings = useQuery(meetingsQuery);
  if (document.links.length === 0) return null;
  const all = catalogue.data === undefined ? [] : allAbout(catalogue.data, participants.data?.participants ?? [], lang);
  return (
    <section className="section" aria-labelledby="belongs">
      <h2 id="belongs">{t.title}</h2>
      <ul>
        {document.matters.map(({ id, kind, meetingId, ...title }) => {
          const room = isLinkable(kind) ? rooms[kind] : null;
          const to = room === null ? (meetingId === null ? null : `meetings/${meetingId}`) : `${room}/${id}`;
          return (
            <li key={id}>
              {to === null ? (
                <Title words={title} />
              ) : (
                <Link to="/$lang/network/$" params={{ lang, _splat: to }}>
                  <Title words={title} />
                </Link>
              )}{" "}
              <span className="quiet small">
                {isLinkable(kind) ? t.one[kind] : ""}
                {kind === "agenda_item" && meetingId !== null
                  ? `, ${meetingNamed(meetings.data?.meetings ?? [], meetingId, m, f)}`
                  : ""}
              </span>
            </li>
          );
        })}
        {document.links
          .filter(({ kind }) => kind !== "matter")
          .map((link) => (
            <li key={`${link.kind} ${link.code}`}>
              {link.kind === "indicator" ? (
                <Link to="/$lang/indicators/$code" params={{ lang, code: link.code }}>
                  {nameOfAbout(all, link)}
                </Link>
              ) : (
                nameOfAbout(all, link)
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}
