import { type ReactNode, useId } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { classNames } from "./class-names.ts";
import styles from "./field.module.css";
import { uiTexts } from "./ui.texts.ts";
import { useTextLimit } from "./use-text-limit.ts";

/** Props of every field. The error says what to do; screen readers read it with the field. */
export interface FieldLook {
  readonly label: ReactNode;
  /** Shown between label and control, always visible; never a placeholder. */
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  /** Fields are required unless they say so here. */
  readonly optional?: boolean | undefined;
  /** The label is still there for screen readers. */
  readonly hideLabel?: boolean | undefined;
  /** After the control: a unit, a saved mark. */
  readonly after?: ReactNode;
  /** Below the control: how the text was read, or a caution that does not prevent saving. */
  readonly note?: ReactNode;
  /** Longest text. A longer one is never cut: it is counted and refused in words. */
  readonly limit?: number | undefined;
}

export function useFieldIds(id: string | undefined, help: ReactNode, error: ReactNode, note: ReactNode = null) {
  const made = useId();
  const field = id ?? made;
  const described = [
    help ? `${field}-help` : null,
    error ? `${field}-error` : null,
    note ? `${field}-note` : null,
  ].filter(Boolean);
  return { field, describedBy: described.length === 0 ? undefined : described.join(" ") };
}

/** A text field: its ids, and the messages about its limit. */
export function useTextField(
  { id, value }: { readonly id?: string | undefined; readonly value?: unknown },
  look: FieldLook,
) {
  const made = useId();
  const own = id ?? made;
  const { counter, tooLong } = useTextLimit(own, value, look.limit);
  const error = tooLong ?? look.error;
  const note =
    counter === null ? (
      look.note
    ) : (
      <>
        {look.note}
        <span className={styles.counter}>{counter}</span>
      </>
    );
  return { ...useFieldIds(own, look.help, error, note), look: { ...look, error, note } };
}

export function Frame({
  id,
  label,
  help,
  error,
  optional,
  hideLabel,
  after,
  note,
  children,
}: FieldLook & { readonly id: string; readonly children: ReactNode }) {
  const t = useTexts(uiTexts);
  return (
    <div className={classNames(styles.field, error && styles.faulty)} data-field>
      <label htmlFor={id} className={hideLabel ? "sr-only" : styles.label}>
        {label}
        {optional ? <span className={styles.optional}> ({t.optional})</span> : null}
      </label>
      {help ? (
        <div id={`${id}-help`} className={styles.help}>
          {help}
        </div>
      ) : null}
      <div className={styles.line}>
        {children}
        {after ? <span className={styles.after}>{after}</span> : null}
      </div>
      {note ? (
        <div id={`${id}-note`} className={classNames(styles.help, styles.note)}>
          {note}
        </div>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}

export function FieldError({ id, children }: { readonly id?: string | undefined; readonly children: ReactNode }) {
  const t = useTexts(uiTexts);
  return (
    <p id={id} className={styles.error} data-error="">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M8 1.2 15.2 14.5H.8Z" fill="currentColor" />
        <path d="M8 6v4.2M8 11.6v1.5" className={styles.errorMark} />
      </svg>
      <span>
        <span className="sr-only">{t.errorPrefix} </span>
        {children}
      </span>
    </p>
  );
}

/** Takes the field's own props out, so that the rest can go to the native element (with `ref`, `name`, `onBlur` of a form library). */
export function part<P extends FieldLook>(props: P) {
  const { label, help, error, optional, hideLabel, after, note, limit, ...native } = props;
  return { look: { label, help, error, optional, hideLabel, after, note, limit }, native };
}
