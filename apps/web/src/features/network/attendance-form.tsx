import { type AttendanceFact, attendanceFacts, isSide, newNotes } from "@avances/domain/network";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namesOf } from "#lib/meeting-queries.ts";
import { isOneOf, isRecordOf, isShape } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { FieldError, Select } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import type { MeetingActProps } from "./meeting-act-form.tsx";
import { MeetingRefused } from "./meeting-refused.tsx";
import styles from "./network.module.css";
import { networkTexts } from "./network.texts.ts";
import { useMeetingAct } from "./network-queries.ts";

const answers = ["yes", "no", "unknown"] as const;
type Answer = (typeof answers)[number];
const keyOf = (participant: string, fact: AttendanceFact) => `${participant} ${fact}`;
const isWritten = isShape({ said: isRecordOf(isOneOf(answers)) });

/** Records who attended and who shared progress. Only what is chosen anew is sent. */
export function AttendanceForm({ meeting, participants, onDone }: MeetingActProps) {
  const t = useTexts(networkTexts);
  const lang = useLanguage();
  const f = useFormat();
  const nameOf = namesOf(participants, lang);
  const act = useMeetingAct(meeting.id, "attendance");
  const empty: { readonly said: Readonly<Record<string, Answer>> } = { said: {} };
  const form = useKeptForm({
    ...{ form: "meeting", of: [meeting.id, "attendance"], empty, guard: isWritten },
    isEmpty: ({ said }) => Object.keys(said).length === 0,
  });
  const { isTried, attempt } = useSending(form, act);
  const [decidedOn, setDecidedOn] = useState(meeting);
  const recorded = decidedOn.attendance.flatMap(({ participant, attended, sharedProgress }) => [
    ...(attended === null ? [] : [{ participant, fact: "attended" as const, holds: attended }]),
    ...(sharedProgress === null ? [] : [{ participant, fact: "shared_progress" as const, holds: sharedProgress }]),
  ]);
  const told = new Set(
    decidedOn.attendance.flatMap(({ participant, sharedFrom }) => (sharedFrom === "narrative" ? [participant] : [])),
  );
  const recordedOf = (participant: string, fact: AttendanceFact): Answer => {
    const note = recorded.find((one) => one.participant === participant && one.fact === fact);
    return note === undefined ? "unknown" : note.holds ? "yes" : "no";
  };
  // The bodies that meet are no delegations.
  const mayAttend = participants
    .filter(({ code }) => isSide(code))
    .sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  const notes = newNotes(
    mayAttend.flatMap(({ code: participant }) =>
      attendanceFacts.flatMap((fact) => {
        const said = form.value.said[keyOf(participant, fact)];
        if (fact === "shared_progress" && told.has(participant)) return [];
        return said === undefined ? [] : [{ participant, fact, holds: said === "unknown" ? null : said === "yes" }];
      }),
    ),
    recorded,
  );
  const rows = (isMember: boolean) =>
    mayAttend
      .filter(({ kind }) => (kind === "member") === isMember)
      .map(({ code, name }) => (
        <div key={code} className={styles.person}>
          {attendanceFacts.map((fact) => {
            // Whoever filed its progress has shared it: there is nothing to record.
            if (fact === "shared_progress" && told.has(code))
              return (
                <p key={fact}>
                  {t.attend.of(name[lang], t.attendance.facts[fact])}: {t.attendance.yes}{" "}
                  <span className={styles.fine}>{t.attendance.from.narrative}</span>
                </p>
              );
            const key = keyOf(code, fact);
            return (
              <Select
                key={fact}
                label={t.attend.of(name[lang], t.attendance.facts[fact])}
                value={form.value.said[key] ?? recordedOf(code, fact)}
                onChange={({ target }) => {
                  const said = answers.find((one) => one === target.value) ?? "unknown";
                  form.change({ said: { ...form.value.said, [key]: said } });
                }}
              >
                <option value="unknown">{t.attendance.unknown}</option>
                <option value="yes">{t.attendance.yes}</option>
                <option value="no">{t.attendance.no}</option>
              </Select>
            );
          })}
        </div>
      ));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(notes.length > 0 ? { body: { notes: [...notes] }, revision: decidedOn.revision } : null, () => {
          announce(t.attend.done);
          onDone();
        });
      }}
    >
      <KeptNote form={form} />
      <p>{t.attend.text}</p>
      {rows(true)}
      <Disclosure summary={t.form.others}>{rows(false)}</Disclosure>
      {isTried && notes.length === 0 ? (
        <div role="alert">
          <FieldError>{t.attend.nothing}</FieldError>
        </div>
      ) : null}
      <MeetingRefused
        error={act.error}
        nameOf={nameOf}
        onSeen={(current) => {
          act.reset();
          setDecidedOn(current);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.form.back}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.attend.submit}
        </Button>
      </div>
    </form>
  );
}
