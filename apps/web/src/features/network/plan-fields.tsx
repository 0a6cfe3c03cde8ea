import { isMeetingDay, isSide, type MeetingFault, meetingFaults } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Select, TextInput } from "#ui/field.tsx";
import styles from "./network.module.css";
import { networkTexts } from "./network.texts.ts";

/** When and where, as it is typed: an empty last day or host is none. */
export interface TypedPlan {
  readonly heldOn: string;
  readonly untilOn: string;
  readonly place: string;
  readonly host: string;
}

export const planOf = ({ heldOn, untilOn, place, host }: TypedPlan) => ({
  ...{ heldOn, untilOn: untilOn === "" ? null : untilOn, place, host: host === "" ? null : host },
});

/** What is wrong with what was typed, by the rules that the server applies too. */
export function typedFaults(
  typed: TypedPlan,
  participants: readonly Participant[],
): readonly (MeetingFault | "heldOn" | "untilOn")[] {
  const days = (["heldOn", "untilOn"] as const).filter(
    (field) => !(isMeetingDay(typed[field]) || (field === "untilOn" && typed.untilOn === "")),
  );
  const plan = planOf(typed);
  // Days that are none are not compared; the rest is judged all the same.
  const judged = days.length === 0 ? plan : { ...plan, heldOn: "2000-01-01", untilOn: null };
  return [...days, ...meetingFaults(judged, new Set(participants.map(({ code }) => code)))];
}

interface PlanFieldsProps {
  readonly typed: TypedPlan;
  readonly participants: readonly Participant[];
  readonly isTried: boolean;
  readonly onChange: (part: Partial<TypedPlan>) => void;
}

/** The fields of when and where a meeting is. */
export function PlanFields({ typed, participants, isTried, onChange }: PlanFieldsProps) {
  const t = useTexts(networkTexts);
  const lang = useLanguage();
  const f = useFormat();
  const faults = isTried ? typedFaults(typed, participants) : [];
  const fault = (...kinds: readonly MeetingFault[]) => {
    const found = kinds.find((kind) => faults.includes(kind));
    return found === undefined ? undefined : t.faults[found];
  };
  const byName = (isMember: boolean) =>
    participants
      .filter(({ code, kind }) => isSide(code) && (kind === "member") === isMember)
      .sort((one, other) => f.compare(one.name[lang], other.name[lang]))
      .map(({ code, name }) => (
        <option key={code} value={code}>
          {name[lang]}
        </option>
      ));
  return (
    <>
      <div className={styles.dates}>
        <TextInput
          type="date"
          label={t.form.heldOn}
          value={typed.heldOn}
          error={faults.includes("heldOn") ? t.form.badDay : undefined}
          onChange={({ target }) => onChange({ heldOn: target.value })}
        />
        <TextInput
          type="date"
          label={t.form.untilOn}
          help={t.form.untilHelp}
          value={typed.untilOn}
          error={faults.includes("untilOn") ? t.form.badDay : fault("order", "too_long")}
          onChange={({ target }) => onChange({ untilOn: target.value })}
        />
      </div>
      <TextInput
        label={t.form.place}
        help={t.form.placeHelp}
        limit={textLimits.meetingPlace}
        value={typed.place}
        error={fault("place")}
        onChange={({ target }) => onChange({ place: target.value })}
      />
      <Select
        label={t.form.host}
        help={t.form.hostHelp}
        value={typed.host}
        error={fault("host")}
        onChange={({ target }) => onChange({ host: target.value })}
      >
        <option value="">{t.form.noHost}</option>
        <optgroup label={t.form.members}>{byName(true)}</optgroup>
        <optgroup label={t.form.others}>{byName(false)}</optgroup>
      </Select>
    </>
  );
}
