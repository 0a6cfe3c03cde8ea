import type { HeldFile, MeetingSummary, VoiceView } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import {
  type ContributionKind,
  contributionKinds,
  namesSource,
  type SourceKind,
  secretariatCode,
  sourceKinds,
  type VisibilityChoice,
  type VoiceFault,
  type VoiceKind,
  visibilityChoices,
  voiceFaults,
} from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { type PersonalDetail, textLimits } from "@avances/domain/text";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namesOf } from "#lib/meeting-queries.ts";
import { newId } from "#lib/new-id.ts";
import { isListOf, isNullOr, isNumber, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { DetailsQuestion } from "#ui/details-question.tsx";
import { Checkbox, FieldError, RadioGroup, Select, TextInput } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingDays } from "#ui/meeting-words.ts";
import { isTypedWords, TranslatedFields, type TypedWords, translationOf, wordsFaults } from "#ui/translated-fields.tsx";
import { wordsIn } from "#ui/translated-words.tsx";
import { AboutField } from "./about-field.tsx";
import { useVoiceAct } from "./voice-queries.ts";
import { VoiceRefused } from "./voice-refused.tsx";
import styles from "./voices.module.css";
import { voicesTexts } from "./voices.texts.ts";
import { type About, aboutKinds, type NamedAbout } from "./what-about.ts";

interface Typed extends TypedWords {
  /** Of a new one: chosen once, so that a second try is the same. */
  readonly id: string;
  readonly contributionKind: ContributionKind;
  readonly sourceKind: SourceKind;
  readonly source: string;
  readonly owner: string;
  readonly addressees: readonly string[];
  readonly meetingId: string;
  readonly visibility: VisibilityChoice;
  readonly files: readonly HeldFile[];
  readonly links: readonly About[];
}

const isFile = isShape<HeldFile>({
  ...{ id: isText, name: isText, mediaType: isText, bytes: isNumber, language: isNullOr(isOneOf(languages)) },
});
const isTyped = isShape<Typed>({
  ...{ ...isTypedWords, id: isText, contributionKind: isOneOf(contributionKinds), sourceKind: isOneOf(sourceKinds) },
  ...{ source: isText, owner: isText, addressees: isListOf(isText), meetingId: isText },
  ...{ visibility: isOneOf(visibilityChoices), files: isListOf(isFile) },
  links: isListOf(isShape<About>({ kind: isOneOf(aboutKinds), code: isText })),
});

/** What a form begins with: one as it is, or nothing. */
export function typedOf(voice: VoiceView | null, kind: VoiceKind, language: Language): Typed {
  if (voice === null)
    return {
      ...{ id: "", language, subject: "", body: "", otherSubject: "", otherBody: "" },
      ...{ contributionKind: "statement", sourceKind: "own", source: "", owner: "", addressees: [], meetingId: "" },
      ...{ visibility: kind === "contribution" ? "network" : "members", files: [], links: [] },
    };
  const { words, files, contributionKind, source, owner, addressees, meetingId, visibility, links } = voice;
  const other = languages.find((one) => one !== words.language) ?? words.language;
  const said = wordsIn(words, other);
  const isSaid = said.state !== "missing";
  return {
    ...{ id: voice.id, language: words.language, subject: words.subject, body: words.body, files, addressees },
    ...{ otherSubject: isSaid ? said.subject : "", otherBody: isSaid ? said.body : "" },
    ...{ contributionKind: contributionKind ?? "statement", sourceKind: source?.kind ?? "own" },
    ...{ source: source?.name ?? "", owner: owner ?? "", meetingId: meetingId ?? "" },
    visibility: visibilityChoices.find((one) => one === visibility) ?? "members",
    links: links.flatMap((one) =>
      one.linkedBy !== null || one.kind === "matter" ? [] : [{ kind: one.kind, code: one.code }],
    ),
  };
}

interface VoiceFormProps {
  readonly kind: VoiceKind;
  /** Null = a new one. What was filed gets another version, a draft other words. */
  readonly voice: VoiceView | null;
  readonly empty: Typed;
  readonly meetings: readonly MeetingSummary[];
  readonly participants: readonly Participant[];
  readonly about: readonly NamedAbout[];
}

/** The words in both languages, for whom it is, what it is about, and its files. Files arrive while the rest is typed. */
export function VoiceForm({ kind, voice, empty, meetings, participants, about }: VoiceFormProps) {
  const t = useTexts(voicesTexts);
  const levels = useTexts(matterTexts).levels;
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const lang = useLanguage();
  const navigate = useNavigate();
  const isRevision = voice !== null && voice.version > 0;
  const form = useKeptForm({ form: "voice", of: [kind, voice?.id ?? "new"], empty, guard: isTyped });
  const typed = form.value;
  const [fallback] = useState(newId);
  const matterId = typed.id === "" ? fallback : typed.id;
  const save = useVoiceAct(matterId, "save");
  const revise = useVoiceAct(matterId, "revise");
  const act = isRevision ? revise : save;
  const saving = useSending(form, save);
  const revising = useSending(form, revise);
  const { isTried } = isRevision ? revising : saving;
  // As it was when the form was opened: the decision is about that, not about what arrives later.
  const [decidedOn, setDecidedOn] = useState(voice?.revision ?? 0);
  const [underWay, setUnderWay] = useState(0);
  const change = (part: Partial<Typed>) => form.change({ ...part, id: matterId });
  // A file may arrive long after it was chosen: it is added to what the form is then.
  const files = useRef(typed.files);
  files.current = typed.files;
  const changeFiles = (next: (now: readonly HeldFile[]) => readonly HeldFile[]) => {
    files.current = next(files.current);
    change({ files: files.current });
  };
  const faults = faultsOf(kind, voice, typed, participants);
  const fault = (...kinds: readonly VoiceFault[]) => {
    const found = kinds.find((one) => faults.includes(one));
    return isTried && found !== undefined ? t.faults[found] : undefined;
  };
  const send = (overruled: readonly PersonalDetail[]) => {
    const words = wordsFaults(typed);
    const isSound = !words.subject && !words.otherSubject && underWay === 0 && faults.length === 0;
    const written = {
      ...{ kind, language: typed.language, subject: typed.subject, body: typed.body, overruled: [...overruled] },
      ...{ translation: translationOf(typed), links: [...typed.links] },
      meetingId: typed.meetingId === "" ? null : typed.meetingId,
      files: typed.files.map((file) => ({ fileId: file.id, language: file.language })),
      ...(kind === "contribution"
        ? { contributionKind: typed.contributionKind, source: null, owner: null, addressees: [] }
        : {
            contributionKind: null,
            source: { kind: typed.sourceKind, name: namesSource(typed.sourceKind) ? typed.source : "" },
            owner: typed.owner === "" ? null : typed.owner,
            addressees: [...typed.addressees],
          }),
    };
    const done = (said: string) => () => {
      announce(said);
      const room = kind === "contribution" ? "contributions" : "recommendations";
      void navigate({ to: "/$lang/network/$", params: { lang, _splat: `${room}/${matterId}` } });
    };
    if (isRevision) revising.attempt(isSound ? { body: written, revision: decidedOn } : null, done(t.form.filedAnew));
    else {
      const body = { ...written, visibility: typed.visibility };
      saving.attempt(isSound ? { body, revision: decidedOn } : null, done(t.form.saved));
    }
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send([]);
      }}
    >
      <KeptNote form={form} />
      <TranslatedFields
        typed={typed}
        isTried={isTried}
        onChange={change}
        bodyLabel={t.form.body}
        bodyHelp={t.form.bodyHelp}
      />
      {kind === "contribution" ? (
        <Select
          label={t.form.kind}
          value={typed.contributionKind}
          onChange={({ target }) =>
            change({
              contributionKind: contributionKinds.find((one) => one === target.value) ?? typed.contributionKind,
            })
          }
        >
          {contributionKinds.map((one) => (
            <option key={one} value={one}>
              {t.kinds[one]}
            </option>
          ))}
        </Select>
      ) : (
        <PutTo typed={typed} voice={voice} participants={participants} fault={fault} onChange={change} />
      )}
      <Select
        label={t.form.meeting}
        value={typed.meetingId}
        error={fault("source_meeting")}
        onChange={({ target }) => change({ meetingId: target.value })}
      >
        <option value="">{t.form.noMeeting}</option>
        {meetings.map((one) => (
          <option key={one.id} value={one.id}>
            {m.bodies[one.body]}, {meetingDays(m, f, one)}
          </option>
        ))}
      </Select>
      <AboutField value={typed.links} all={about} onChange={(links) => change({ links })} />
      {isRevision ? null : (
        <RadioGroup
          name="visibility"
          label={t.form.visibility}
          help={t.form.visibilityHelp}
          choices={visibilityChoices.map((value) => ({ value, label: levels[value] }))}
          value={typed.visibility}
          onChange={(visibility) => change({ visibility })}
        />
      )}
      <FileField
        value={typed.files}
        onChange={changeFiles}
        onUnderWay={setUnderWay}
        error={isTried && underWay > 0 ? t.form.underWay : undefined}
      />
      <DetailsQuestion error={act.error} onKeep={send} />
      <VoiceRefused
        error={act.error}
        onSeen={(revision) => {
          act.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button type="submit" variant="primary" busy={act.isPending}>
          {isRevision ? t.form.submitVersion : t.form.save}
        </Button>
      </div>
    </form>
  );
}

/** What is wrong with what only these kinds have, by the rules that the server applies too; the author is known there. */
function faultsOf(
  kind: VoiceKind,
  voice: VoiceView | null,
  { meetingId, addressees, sourceKind, source, owner }: Typed,
  participants: readonly Participant[],
): readonly VoiceFault[] {
  const members = new Set(participants.filter((one) => one.kind === "member").map(({ code }) => code));
  const draft = {
    ...{ kind, author: voice?.author ?? "", meetingId: meetingId === "" ? null : meetingId, addressees },
    ...{ sourceKind, source, owner: owner === "" ? null : owner },
  };
  return voiceFaults(draft, members, voice !== null && voice.version > 0 ? voice.addressees : []);
}

interface PutToProps {
  readonly typed: Typed;
  readonly voice: VoiceView | null;
  readonly participants: readonly Participant[];
  readonly fault: (...kinds: readonly VoiceFault[]) => string | undefined;
  readonly onChange: (part: Partial<Typed>) => void;
}

/** Of a recommendation: where it comes from, to whom it is put, and who sees to it. */
function PutTo({ typed, voice, participants, fault, onChange }: PutToProps) {
  const t = useTexts(voicesTexts).form;
  const lang = useLanguage();
  const f = useFormat();
  const nameOf = namesOf(participants, lang);
  const answerers = [
    ...participants
      .filter(({ kind }) => kind === "member")
      .map(({ code }) => code)
      .toSorted((one, other) => f.compare(nameOf(one), nameOf(other))),
    secretariatCode,
  ].filter((code) => code !== voice?.author);
  const stays = voice !== null && voice.version > 0 ? voice.addressees : [];
  const wrong = fault("addressee_missing", "addressee_silent", "addressee_gone");
  return (
    <>
      <fieldset>
        <legend className={styles.legend}>{t.addressees}</legend>
        <p className="quiet small">{t.addresseesHelp}</p>
        <div className={styles.addressees}>
          {answerers.map((code) => (
            <Checkbox
              key={code}
              label={nameOf(code)}
              checked={typed.addressees.includes(code)}
              disabled={stays.includes(code)}
              onChange={({ target }) =>
                onChange({
                  addressees: answerers.filter((one) =>
                    one === code ? target.checked : typed.addressees.includes(one),
                  ),
                })
              }
            />
          ))}
        </div>
        {wrong === undefined ? null : <FieldError>{wrong}</FieldError>}
      </fieldset>
      <div className={styles.facts}>
        <Select
          label={t.sourceKind}
          value={typed.sourceKind}
          onChange={({ target }) =>
            onChange({ sourceKind: sourceKinds.find((one) => one === target.value) ?? typed.sourceKind })
          }
        >
          {sourceKinds.map((one) => (
            <option key={one} value={one}>
              {t.sourceKinds[one]}
            </option>
          ))}
        </Select>
        {namesSource(typed.sourceKind) ? (
          <TextInput
            label={t.document}
            help={t.documentHelp}
            limit={textLimits.matterSubject}
            value={typed.source}
            error={fault("source_missing")}
            onChange={({ target }) => onChange({ source: target.value })}
          />
        ) : null}
        <Select
          label={t.owner}
          value={typed.owner}
          error={fault("owner")}
          onChange={({ target }) => onChange({ owner: target.value })}
        >
          <option value="">{t.ownerNone}</option>
          {[...new Set([...typed.addressees, secretariatCode])].map((code) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
        </Select>
      </div>
    </>
  );
}
