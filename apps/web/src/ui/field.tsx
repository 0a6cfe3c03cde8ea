import type { ComponentProps, ReactNode, SyntheticEvent } from "react";
import { classNames } from "./class-names.ts";
import styles from "./field.module.css";
import { FieldError, type FieldLook, Frame, part, useFieldIds, useTextField } from "./field-frame.tsx";

export { FieldError };

export function TextInput(
  props: FieldLook & ComponentProps<"input"> & { readonly width?: "short" | "medium" | "full" },
) {
  const { width = "full", ...others } = props;
  const { look: asked, native } = part(others);
  const { field, describedBy, look } = useTextField(native, asked);
  return (
    <Frame {...look} id={field}>
      <input
        {...native}
        id={field}
        className={classNames(styles.control, styles[width], native.className)}
        aria-describedby={describedBy}
        aria-invalid={look.error ? true : undefined}
        aria-required={look.optional ? undefined : native["aria-required"]}
      />
    </Frame>
  );
}

/**
 * A number typed as text: without mouse wheel and arrows, which would change it unnoticed. The caller holds the text; `parseCount` and
 * `parseAmount` of the domain read it. If several cells are pasted or dropped, they stay separate (a browser would join their lines into
 * one number), and `onSeveralCells` is called.
 */
export function NumberField(
  props: FieldLook &
    Omit<ComponentProps<"input">, "type" | "inputMode" | "onPaste" | "onDrop"> & {
      readonly decimals?: boolean;
      readonly onSeveralCells?: () => void;
    },
) {
  const { decimals = false, onSeveralCells, ...others } = props;
  const { look, native } = part(others);
  const { field, describedBy } = useFieldIds(native.id, look.help, look.error, look.note);
  const bring = (event: SyntheticEvent<HTMLInputElement>, data: DataTransfer) => {
    const cells = data
      .getData("text/plain")
      .trim()
      .split(/\s*[\t\n\r\v\f\u0085\u2028\u2029]\s*/);
    if (cells.length < 2) return;
    event.preventDefault();
    insertText(event.currentTarget, cells.join("\t"));
    onSeveralCells?.();
  };
  return (
    <Frame {...look} id={field}>
      <input
        {...native}
        id={field}
        type="text"
        inputMode={decimals ? "decimal" : "numeric"}
        autoComplete="off"
        spellCheck={false}
        className={classNames(styles.control, styles.number, native.className)}
        aria-describedby={describedBy}
        aria-invalid={look.error ? true : undefined}
        onPaste={(event) => bring(event, event.clipboardData)}
        onDrop={(event) => bring(event, event.dataTransfer)}
      />
    </Frame>
  );
}

/** As if the text had been typed over the selection. */
function insertText(input: HTMLInputElement, text: string): void {
  const { selectionStart, selectionEnd, value } = input;
  input.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

export function TextArea(props: FieldLook & ComponentProps<"textarea">) {
  const { look: asked, native } = part(props);
  const { field, describedBy, look } = useTextField(native, asked);
  return (
    <Frame {...look} id={field}>
      <textarea
        rows={4}
        {...native}
        id={field}
        className={classNames(styles.control, styles.area, native.className)}
        aria-describedby={describedBy}
        aria-invalid={look.error ? true : undefined}
      />
    </Frame>
  );
}

/** Native select: opens as the reader's system does. Children are `<option>`s. */
export function Select(props: FieldLook & ComponentProps<"select">) {
  const { look, native } = part(props);
  const { field, describedBy } = useFieldIds(native.id, look.help, look.error, look.note);
  return (
    <Frame {...look} id={field}>
      <span className={styles.selectBox}>
        <select
          {...native}
          id={field}
          className={classNames(styles.control, styles.select, native.className)}
          aria-describedby={describedBy}
          aria-invalid={look.error ? true : undefined}
        />
        <svg viewBox="0 0 12 8" width="12" height="8" aria-hidden="true" className={styles.chevron}>
          <path d="m1 1.2 5 5 5-5" fill="none" stroke="currentColor" strokeWidth="1.8" />
        </svg>
      </span>
    </Frame>
  );
}

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly disabled?: boolean | undefined;
}

interface RadioGroupProps<V extends string> {
  readonly label: ReactNode;
  readonly hideLabel?: boolean | undefined;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  readonly name: string;
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly disabled?: boolean | undefined;
  /** `inline` for two or three short words. */
  readonly layout?: "stacked" | "inline" | undefined;
}

export function RadioGroup<V extends string>({
  label,
  hideLabel,
  help,
  error,
  name,
  choices,
  value,
  onChange,
  onBlur,
  disabled,
  layout = "stacked",
}: RadioGroupProps<V>) {
  const { field, describedBy } = useFieldIds(undefined, help, error);
  return (
    <fieldset
      className={classNames(styles.field, error && styles.faulty)}
      aria-describedby={describedBy}
      data-faulty={error ? true : undefined}
      disabled={disabled}
      onBlur={onBlur}
    >
      <legend className={hideLabel ? "sr-only" : styles.label}>{label}</legend>
      {help ? (
        <div id={`${field}-help`} className={styles.help}>
          {help}
        </div>
      ) : null}
      <div className={layout === "inline" ? styles.choicesInline : styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.help ? <span className={styles.choiceHelp}>{choice.help}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {error ? <FieldError id={`${field}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
}

export function Checkbox({
  label,
  help,
  error,
  className,
  id,
  ...native
}: ComponentProps<"input"> & { readonly label: ReactNode; readonly help?: ReactNode; readonly error?: ReactNode }) {
  const { field, describedBy } = useFieldIds(id, help, error);
  return (
    <div className={classNames(error && styles.faulty, className)}>
      <label className={styles.choice}>
        <input
          {...native}
          id={field}
          type="checkbox"
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
        />
        <span>{label}</span>
      </label>
      {help ? (
        <div id={`${field}-help`} className={classNames(styles.help, styles.indented)}>
          {help}
        </div>
      ) : null}
      {error ? <FieldError id={`${field}-error`}>{error}</FieldError> : null}
    </div>
  );
}

/** Several checkboxes or fields under one legend. */
export function FieldGroup({
  legend,
  help,
  error,
  children,
}: {
  readonly legend: ReactNode;
  readonly help?: ReactNode;
  /** What is wrong with them together. */
  readonly error?: ReactNode;
  readonly children: ReactNode;
}) {
  const { field, describedBy } = useFieldIds(undefined, null, error);
  return (
    <fieldset className={styles.group} aria-describedby={describedBy} data-faulty={error ? true : undefined}>
      <legend className={styles.label}>{legend}</legend>
      {help ? <div className={styles.help}>{help}</div> : null}
      {/* Before them: they may be many. */}
      {error ? <FieldError id={`${field}-error`}>{error}</FieldError> : null}
      {children}
    </fieldset>
  );
}
