import type { MeetingSummary, VoiceView } from "@avances/contracts";
import {
  type ContributionKind,
  contributionKinds,
  namesSource,
  type SourceKind,
  secretariatCode,
  sourceKinds,
  type VoiceFault,
  type VoiceKind,
  voiceFaults,
} from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namesOf } from "#lib/meeting-queries.ts";
import { isListOf, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { Checkbox, FieldError, Select, TextInput } from "#ui/field.tsx";
import { AboutField } from "../about-field.tsx";
import matter from "../matter.module.css";
import { isTypedMatter, MatterForm, MeetingChoice, type TypedMatter, typedMatter } from "../matter-form.tsx";
import { type About, aboutKinds, type NamedAbout } from "../what-about.ts";
import { voiceActs } from "./voice-queries.ts";
import styles from "./voices.module.css";
import { voicesTexts } from "./voices.texts.ts";

interface Typed extends TypedMatter {
  readonly contributionKind: ContributionKind;
  readonly sourceKind: SourceKind;
  readonly source: string;
  readonly owner: string;
  readonly addressees: readonly string[];
  readonly links: readonly About[];
}

const isTyped = isShape<Typed>({
  ...{ ...isTypedMatter, contributionKind: isOneOf(contributionKinds), sourceKind: isOneOf(sourceKinds) },
  ...{ source: isText, owner: isText, addressees: isListOf(isText) },
  links: isListOf(isShape<About>({ kind: isOneOf(aboutKinds), code: isText })),
});

/** What a form begins with: one as it is, or nothing. */
export function typedOf(voice: VoiceView | null, kind: VoiceKind, language: Language): Typed {
  const { contributionKind = null, source = null, owner = null, addressees = [], links = [] } = voice ?? {};
  return {
    ...typedMatter(voice, { language, meetingId: "", visibility: kind === "contribution" ? "network" : "members" }),
    ...{ contributionKind: contributionKind ?? "statement", sourceKind: source?.kind ?? "own" },
    ...{ source: source?.name ?? "", owner: owner ?? "", addressees },
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

/** The words in both languages, for whom it is, what it is about, and its files. */
export function VoiceForm({ kind, voice, empty, meetings, participants, about }: VoiceFormProps) {
  const t = useTexts(voicesTexts);
  return (
    <MatterForm
      matter={voice}
      kind={voiceActs}
      shows={kind}
      says={{ faults: t.faults, body: t.form.body, bodyHelp: t.form.bodyHelp }}
      room={kind === "contribution" ? "contributions" : "recommendations"}
      empty={empty}
      guard={isTyped}
      isSound={(typed) => faultsOf(kind, voice, typed, participants).length === 0}
      written={(typed) => ({
        ...{ kind, links: [...typed.links] },
        ...(kind === "contribution"
          ? { contributionKind: typed.contributionKind, source: null, owner: null, addressees: [] }
          : {
              contributionKind: null,
              source: { kind: typed.sourceKind, name: namesSource(typed.sourceKind) ? typed.source : "" },
              owner: typed.owner === "" ? null : typed.owner,
              addressees: [...typed.addressees],
            }),
      })}
      fields={({ typed, isTried, onChange }) => {
        const faults = faultsOf(kind, voice, typed, participants);
        const fault = (...kinds: readonly VoiceFault[]) => {
          const found = kinds.find((one) => faults.includes(one));
          return isTried && found !== undefined ? t.faults[found] : undefined;
        };
        return (
          <>
            {kind === "contribution" ? (
              <Select
                label={t.form.kind}
                value={typed.contributionKind}
                onChange={({ target }) =>
                  onChange({
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
              <PutTo typed={typed} voice={voice} participants={participants} fault={fault} onChange={onChange} />
            )}
            <MeetingChoice
              meetings={meetings}
              value={typed.meetingId}
              error={fault("source_meeting")}
              onChange={(meetingId) => onChange({ meetingId })}
            />
            <AboutField says={t.aboutField} value={typed.links} all={about} onChange={(links) => onChange({ links })} />
          </>
        );
      }}
    />
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
        <legend className={matter.legend}>{t.addressees}</legend>
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
      <div className={matter.facts}>
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
