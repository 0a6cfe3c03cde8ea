import { useId } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/field.tsx";
import { aboutTexts } from "./about.texts.ts";
import styles from "./matter.module.css";
import { type About, aboutKinds, type NamedAbout, nameOfAbout } from "./what-about.ts";

interface AboutFieldProps {
  readonly value: readonly About[];
  readonly all: readonly NamedAbout[];
  readonly says: { readonly legend: string; readonly add: string; readonly help: string };
  readonly onChange: (value: readonly About[]) => void;
}

const keyOf = ({ kind, code }: About) => `${kind} ${code}`;

/** Chooses what something is about: one after the other from one list, each taken off again by its own button. */
export function AboutField({ value, all, says, onChange }: AboutFieldProps) {
  const t = useTexts(aboutTexts);
  const id = useId();
  const left = all.filter((one) => !value.some((chosen) => keyOf(chosen) === keyOf(one)));
  return (
    <fieldset>
      <legend id={id} className="sr-only">
        {says.legend}
      </legend>
      <Select
        label={says.add}
        help={says.help}
        value=""
        onChange={({ target }) => {
          const chosen = left.find((one) => keyOf(one) === target.value);
          if (chosen === undefined) return;
          onChange([...value, { kind: chosen.kind, code: chosen.code }]);
          announce(chosen.name);
        }}
      >
        <option value="">{t.choose}</option>
        {aboutKinds
          .filter((kind) => all.some((one) => one.kind === kind))
          .map((kind) => (
            <optgroup key={kind} label={t.groups[kind]}>
              {left
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <option key={one.code} value={keyOf(one)}>
                    {one.name}
                  </option>
                ))}
            </optgroup>
          ))}
      </Select>
      {value.length === 0 ? null : (
        <ul className={styles.versions} aria-labelledby={id}>
          {value.map((one) => {
            const name = nameOfAbout(all, one);
            return (
              <li key={keyOf(one)} className="row">
                <span>{name}</span>
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => onChange(value.filter((other) => keyOf(other) !== keyOf(one)))}
                >
                  {t.remove(one.code)}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </fieldset>
  );
}
