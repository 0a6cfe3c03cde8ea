import type { ActivityView, MeetingSummary } from "@avances/contracts";
import {
  type ActivityFault,
  type ActivityKind,
  activityFaults,
  activityKinds,
  activityWords,
  type Funding,
  fundings,
  type InstitutionKind,
  institutionKinds,
  isSide,
  participantOf,
  secretariatCode,
} from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { isListOf, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useSession } from "#lib/session.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { Checkbox, FieldError, FieldGroup, Select, TextInput } from "#ui/field.tsx";
import { AboutField } from "../about-field.tsx";
import {
  type FieldsOfKind,
  isTypedMatter,
  MatterForm,
  MeetingChoice,
  type TypedMatter,
  typedMatter,
} from "../matter-form.tsx";
import type { NamedAbout } from "../what-about.ts";
import styles from "./activities.module.css";
import { activitiesTexts } from "./activities.texts.ts";
import { activityActs } from "./activity-queries.ts";

const aimKinds = ["indicator", "objective"] as const;
interface Aim {
  readonly kind: (typeof aimKinds)[number];
  readonly code: string;
}

interface Typed extends TypedMatter {
  readonly activityKind: ActivityKind;
  readonly audience: readonly InstitutionKind[];
  /** "" = none is named. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string;
  readonly host: string;
  readonly funding: Funding;
  readonly fundingNote: string;
  readonly aims: readonly Aim[];
  /** Who is asked for support. */
  readonly addressees: readonly string[];
}

const isTyped = isShape<Typed>({
  ...{ ...isTypedMatter, activityKind: isOneOf(activityKinds), audience: isListOf(isOneOf(institutionKinds)) },
  ...{ startsOn: isText, endsOn: isText, place: isText, host: isText, funding: isOneOf(fundings), fundingNote: isText },
  ...{ aims: isListOf(isShape<Aim>({ kind: isOneOf(aimKinds), code: isText })), addressees: isListOf(isText) },
});

/** What a form begins with: a proposal as it is, or nothing. */
export function typedOf(activity: ActivityView | null, language: Language, meetingId: string): Typed {
  const of = activity;
  return {
    ...typedMatter(activity, { language, meetingId, visibility: "network" }),
    addressees: of?.addressees ?? [],
    ...{ activityKind: of?.activityKind ?? "workshop", audience: of?.audience ?? [] },
    ...{ startsOn: of?.startsOn ?? "", endsOn: of?.endsOn ?? "", place: of?.place ?? "", host: of?.host ?? "" },
    ...{ funding: of?.funding.state ?? "not_known", fundingNote: of?.funding.note ?? "", aims: of?.aims ?? [] },
  };
}

interface ActivityFormProps {
  /** Null = a new one. What was filed gets another version, a draft other words. */
  readonly activity: ActivityView | null;
  readonly empty: Typed;
  readonly meetings: readonly MeetingSummary[];
  readonly participants: readonly Participant[];
  readonly about: readonly NamedAbout[];
}

/** The words in both languages, what kind of activity, for whom, when, where, who pays, and at what it aims. */
export function ActivityForm({ activity, empty, meetings, participants, about }: ActivityFormProps) {
  const t = useTexts(activitiesTexts);
  return (
    <MatterForm
      matter={activity}
      kind={activityActs}
      says={{ faults: t.faults, body: t.purpose.label, bodyHelp: t.purpose.help }}
      room="activities"
      empty={empty}
      guard={isTyped}
      isSound={(typed) => faultsOf(typed, participants).length === 0}
      written={(typed) => ({
        ...{ activityKind: typed.activityKind, audience: [...typed.audience], place: typed.place },
        ...{ startsOn: orNull(typed.startsOn), endsOn: orNull(typed.endsOn), host: orNull(typed.host) },
        ...{ funding: { state: typed.funding, note: typed.fundingNote }, aims: [...typed.aims] },
        addressees: [...typed.addressees],
      })}
      fields={(given) => (
        <Fields {...given} activity={activity} meetings={meetings} participants={participants} about={about} />
      )}
    />
  );
}

const orNull = (typed: string) => (typed === "" ? null : typed);

/** What is wrong with what only a proposal has, by the rules that the server applies too. */
function faultsOf(typed: Typed, participants: readonly Participant[]): readonly ActivityFault[] {
  const { audience, place, fundingNote, aims } = typed;
  const countries = new Set(participants.filter(({ kind }) => kind !== "organisation").map(({ code }) => code));
  const draft = {
    ...{ startsOn: orNull(typed.startsOn), endsOn: orNull(typed.endsOn), host: orNull(typed.host) },
    ...{ audience, place: place.trim(), fundingNote: fundingNote.trim(), aims: aims.map(({ code }) => code) },
  };
  return activityFaults(draft, countries);
}

type FieldsProps = FieldsOfKind<Typed> & Omit<ActivityFormProps, "empty">;

function Fields({ typed, isTried, onChange, activity, meetings, participants, about }: FieldsProps) {
  const t = useTexts(activitiesTexts);
  const w = useTexts(activityWords);
  const lang = useLanguage();
  const f = useFormat();
  const faults = isTried ? faultsOf(typed, participants) : [];
  const fault = (...kinds: readonly ActivityFault[]) => {
    const found = kinds.find((one) => faults.includes(one));
    return found === undefined ? undefined : t.faults[found];
  };
  const countries = participants
    .filter(({ kind }) => kind !== "organisation")
    .toSorted((one, other) => f.compare(one.name[lang], other.name[lang]));
  const noOne = fault("audience_missing");
  const noAim = fault("aim_missing");
  return (
    <>
      <Select
        label={t.form.kind}
        value={typed.activityKind}
        onChange={({ target }) =>
          onChange({ activityKind: activityKinds.find((one) => one === target.value) ?? typed.activityKind })
        }
      >
        {activityKinds.map((one) => (
          <option key={one} value={one}>
            {w.kinds[one]}
          </option>
        ))}
      </Select>
      <fieldset>
        <legend className={styles.legend}>{t.form.audience}</legend>
        <div className={styles.choices}>
          {institutionKinds.map((one) => (
            <Checkbox
              key={one}
              label={w.institutions[one]}
              checked={typed.audience.includes(one)}
              onChange={({ target }) =>
                onChange({
                  audience: institutionKinds.filter((kind) =>
                    kind === one ? target.checked : typed.audience.includes(kind),
                  ),
                })
              }
            />
          ))}
        </div>
        {noOne === undefined ? null : <FieldError>{noOne}</FieldError>}
      </fieldset>
      <div className={styles.facts}>
        <TextInput
          type="date"
          label={t.form.startsOn}
          help={t.form.dayHelp}
          value={typed.startsOn}
          error={fault("day_missing")}
          onChange={({ target }) => onChange({ startsOn: target.value })}
        />
        <TextInput
          type="date"
          label={t.form.endsOn}
          help={t.form.endsHelp}
          value={typed.endsOn}
          error={fault("days")}
          onChange={({ target }) => onChange({ endsOn: target.value })}
        />
        <TextInput
          label={t.form.place}
          optional
          limit={textLimits.meetingPlace}
          value={typed.place}
          error={fault("place")}
          onChange={({ target }) => onChange({ place: target.value })}
        />
        <Select
          label={t.form.host}
          value={typed.host}
          error={fault("country")}
          onChange={({ target }) => onChange({ host: target.value })}
        >
          <option value="">{t.form.noHost}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name[lang]}
            </option>
          ))}
        </Select>
        <Select
          label={t.form.funding}
          value={typed.funding}
          onChange={({ target }) =>
            onChange({ funding: fundings.find((one) => one === target.value) ?? typed.funding })
          }
        >
          {fundings.map((one) => (
            <option key={one} value={one}>
              {w.fundings[one]}
            </option>
          ))}
        </Select>
        <TextInput
          label={t.form.fundingNote}
          optional
          limit={textLimits.matterSubject}
          value={typed.fundingNote}
          error={fault("funding_long")}
          onChange={({ target }) => onChange({ fundingNote: target.value })}
        />
      </div>
      <MeetingChoice meetings={meetings} value={typed.meetingId} onChange={(meetingId) => onChange({ meetingId })} />
      <div>
        <AboutField
          kinds={aimKinds}
          says={t.aims}
          value={typed.aims}
          all={about}
          onChange={(aims) =>
            onChange({
              aims: aims.flatMap(({ kind, code }) =>
                kind === "indicator" || kind === "objective" ? [{ kind, code }] : [],
              ),
            })
          }
        />
        {noAim === undefined ? null : <FieldError>{noAim}</FieldError>}
      </div>
      <Supporters typed={typed} activity={activity} participants={participants} onChange={onChange} />
    </>
  );
}

/** Whom to ask for support: everybody who writes for a side, but the own. */
function Supporters({
  typed,
  activity,
  participants,
  onChange,
}: Pick<FieldsProps, "typed" | "activity" | "participants" | "onChange">) {
  const t = useTexts(activitiesTexts).form;
  const lang = useLanguage();
  const f = useFormat();
  const { person } = useSession();
  const [isOpen, setOpen] = useState(typed.addressees.length > 0);
  const side = activity?.author ?? (person === null ? null : participantOf(person));
  const stays = activity !== null && activity.version > 0 ? activity.addressees : [];
  const sides = participants
    .filter(
      (one) => isSide(one.code) && one.code !== secretariatCode && one.kind !== "observer_country" && one.code !== side,
    )
    .toSorted((one, other) => f.compare(one.name[lang], other.name[lang]));
  return (
    // Thirty sides are a page of their own on a phone, and most proposals ask none or few.
    <Disclosure
      variant="ruled"
      summary={t.addressees}
      aside={t.addresseesCount(typed.addressees.length)}
      open={isOpen}
      onToggle={setOpen}
    >
      <FieldGroup legend={t.addresseesLegend} help={t.addresseesHelp}>
        <div className={styles.choices}>
          {sides.map(({ code, name }) => (
            <Checkbox
              key={code}
              label={name[lang]}
              checked={typed.addressees.includes(code)}
              disabled={stays.includes(code)}
              onChange={({ target }) =>
                onChange({
                  addressees: target.checked
                    ? [...typed.addressees, code]
                    : typed.addressees.filter((one) => one !== code),
                })
              }
            />
          ))}
        </div>
      </FieldGroup>
    </Disclosure>
  );
}
