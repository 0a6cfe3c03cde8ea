import { useId } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/field.tsx";
import { aboutTexts } from "./about.texts.ts";
import styles from "./matter.module.css";
import { type About, aboutKinds, type NamedAbout, nameOfAbout } from "./what-about.ts";

export interface AboutSays {
  readonly label: string;
  readonly help: string;
  readonly add: string;
}

interface AboutFieldProps {
  readonly value: readonly About[];
  readonly all: readonly NamedAbout[];
  readonly onChange: (value: readonly About[]) => void;
  /** What may be chosen; by default everything. */
  readonly kinds?: readonly About["kind"][];
  /** What is chosen, and for what: each kind says it in its own words. */
  readonly says: AboutSays;
}

const keyOf = ({ kind, code }: About) => `${kind} ${code}`;

/** Chooses what something is about: one after the other from one list, each taken off again by its own button. */
export function AboutField({ value, all, onChange, kinds = aboutKinds, says }: AboutFieldProps) {
  const t = useTexts(aboutTexts);
  const id = useId();
  const left = all.filter((one) => !value.some((chosen) => keyOf(chosen) === keyOf(one)));
  return (
    <fieldset>
      <legend id={id} className="sr-only">
        {says.label}
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
        {kinds.map((kind) => (
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
        <ul className={styles.list} aria-labelledby={id}>
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
