import type { ReportView } from "@avances/contracts";
import { mostVoices, voiceKinds } from "@avances/domain/network";
import { useId } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/field.tsx";
import { titleIn } from "#ui/translated-words.tsx";
import styles from "../matter.module.css";
import { MoreOffered, useOffered, useUntilFound } from "../offered.tsx";
import { reportTexts } from "./report.texts.ts";

interface VoicesFieldProps {
  readonly value: readonly string[];
  /** Those of which the report speaks already; they need not be among those that are offered. */
  readonly named: ReportView["voices"];
  readonly nameOf: (code: string) => string;
  readonly onChange: (value: readonly string[]) => void;
}

/** Chooses contributions and recommendations of which a point speaks: one after the other from one list, each taken off again by its own button. */
export function VoicesField({ value, named, nameOf, onChange }: VoicesFieldProps) {
  const t = useTexts(reportTexts).voices;
  const lang = useLanguage();
  const id = useId();
  const offered = { contribution: useOffered("contribution"), recommendation: useOffered("recommendation") };
  useUntilFound(
    Object.values(offered),
    value,
    named.map((one) => one.id),
  );
  const latest: ReportView["voices"] = voiceKinds.flatMap((kind) =>
    (offered[kind].matters ?? []).map(({ id: voiceId, author, words }) => ({
      ...{ id: voiceId, kind, author },
      ...{ language: words.language, subject: words.subject, translations: words.translations },
    })),
  );
  const all = [...latest, ...named.filter((one) => latest.every((other) => other.id !== one.id))];
  const left = all.filter((one) => !value.includes(one.id));
  const called = (voiceId: string) => {
    const voice = all.find((one) => one.id === voiceId);
    return voice === undefined ? voiceId : t.of(titleIn(voice, lang).subject, nameOf(voice.author));
  };
  return (
    <fieldset>
      <legend id={id} className="sr-only">
        {t.label}
      </legend>
      {value.length >= mostVoices ? null : (
        <Select
          label={t.add}
          help={t.help}
          value=""
          onChange={({ target }) => {
            onChange([...value, target.value]);
            announce(called(target.value));
          }}
        >
          <option value="">{all.length === 0 ? t.none : t.choose}</option>
          {voiceKinds.map((kind) => (
            <optgroup key={kind} label={t.groups[kind]}>
              {left
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {called(one.id)}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
      )}
      {value.length >= mostVoices ? null : <MoreOffered of={Object.values(offered)} />}
      {value.length === 0 ? null : (
        <ul className={styles.list} aria-labelledby={id}>
          {value.map((voiceId) => (
            <li key={voiceId}>
              {called(voiceId)}{" "}
              <Button
                size="small"
                variant="quiet"
                aria-label={t.remove(called(voiceId))}
                onClick={() => onChange(value.filter((other) => other !== voiceId))}
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
