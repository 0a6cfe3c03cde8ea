import { type ReactNode, useId } from "react";
import { classNames } from "#ui/class-names.ts";
import styles from "./choices.module.css";

interface Option<Value extends string> {
  readonly value: Value;
  /** What is seen. */
  readonly words: ReactNode;
  /** What is read out, where it differs from what is seen. */
  readonly label?: string | undefined;
  /** What stands in a list, where it differs from both. */
  readonly short?: string | undefined;
  /** Options of one group stand together under its name. */
  readonly group?: string | undefined;
}

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly help?: string | undefined;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChoose: (value: Value) => void;
  readonly className?: string | undefined;
  /** As in the address; absent when another control stands for this one where no script runs. */
  readonly name?: string | undefined;
}

/** One of a few as a row: two buttons in one frame, or the marks of a scale. Radio buttons, so that arrow keys move between them. */
export function RowChoice<Value extends string>({
  legend,
  help,
  value,
  options,
  onChoose,
  look,
  className,
  name,
}: ChoiceProps<Value> & { readonly look: "buttons" | "scale" }) {
  const id = useId();
  return (
    <fieldset className={classNames(styles.choice, className)} data-needs={name === undefined ? "script" : undefined}>
      <legend className={styles.label}>
        {legend} {help ? <span className={styles.help}>{help}</span> : null}
      </legend>
      <div className={styles[look]}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name ?? id}
              form={name === undefined ? "" : undefined}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
              aria-label={option.label}
            />
            <span className={look === "buttons" ? styles.button : styles.mark}>{option.words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of many, in a list of the browser. The fields of forms are not loaded with the first page. */
export function ListChoice<Value extends string>({
  legend,
  value,
  options,
  onChoose,
  className,
  name,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className={classNames(styles.choice, className)}>
      <label className={styles.label} htmlFor={id}>
        {legend}
      </label>
      <select
        id={id}
        name={name}
        className={styles.list}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {[...Map.groupBy(options, ({ group }) => group)].map(([group, members]) => {
          const shown = members.map((option) => (
            <option key={option.value} value={option.value}>
              {option.short ?? option.label ?? option.words}
            </option>
          ));
          return group === undefined ? (
            shown
          ) : (
            <optgroup key={group} label={group}>
              {shown}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}
