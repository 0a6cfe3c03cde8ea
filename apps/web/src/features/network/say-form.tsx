import type { PersonalDetail } from "@avances/domain/text";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import type { KeptForm } from "#lib/use-kept-form.ts";
import { Button } from "#ui/button.tsx";
import { DetailsQuestion } from "#ui/details-question.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import styles from "./matter.module.css";
import { putTexts } from "./put.texts.ts";

interface SayFormProps<T extends object> {
  /** What is typed and kept until it is sent; absent where nothing is typed. */
  readonly form?: KeptForm<T>;
  readonly act: { readonly error: unknown; readonly isPending: boolean };
  readonly submit: string;
  /** `alarm` for what cannot be undone. */
  readonly variant?: "primary" | "alarm";
  /** `overruled`: kinds of details of persons of which its writer has said that they stand. */
  readonly onSend: (overruled: readonly PersonalDetail[]) => void;
  /** Absent where the form stands in its page and is not closed. */
  readonly onClose?: () => void;
  /** What it means, and its fields. */
  readonly children: ReactNode;
  /** Why it was refused. */
  readonly refused: ReactNode;
  readonly className?: string | undefined;
}

/** The frame of what somebody says of a matter: what was typed before, its fields, the question about persons, a refusal, and its buttons. */
export function SayForm<T extends object>({
  form,
  act,
  submit,
  variant = "primary",
  onSend,
  onClose,
  children,
  refused,
  className = styles.narrow,
}: SayFormProps<T>) {
  const t = useTexts(putTexts);
  return (
    <form
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend([]);
      }}
    >
      {form === undefined ? null : <KeptNote form={form} />}
      {children}
      <DetailsQuestion error={act.error} onKeep={onSend} />
      {refused}
      <div className="row row-end">
        {onClose === undefined ? null : <Button onClick={onClose}>{t.close}</Button>}
        <Button type="submit" variant={variant} busy={act.isPending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
