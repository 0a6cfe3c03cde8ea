import type { ReactNode, Ref } from "react";
import type { KeptForm } from "#lib/use-kept-form.ts";
import styles from "./act-form.module.css";
import { Button } from "./button.tsx";
import { KeptNote } from "./kept-note.tsx";
import { ReasonField } from "./reason-field.tsx";

interface ActFormProps<T extends { readonly reason: string }> {
  readonly form: KeptForm<T>;
  readonly act: { readonly isPending: boolean };
  /** Sending was tried: the fields show their faults. */
  readonly isTried: boolean;
  readonly words: {
    readonly reason: string;
    readonly reasonHelp: string;
    readonly tooShort: string;
    readonly back: string;
    readonly submit: string;
  };
  /** `alarm` for what cannot be undone. */
  readonly variant?: "primary" | "alarm";
  /** Something must be read before it can be sent. */
  readonly isBarred?: boolean;
  readonly onSubmit: () => void;
  readonly onBack: () => void;
  /** What the act means, and its fields. */
  readonly children: ReactNode;
  /** After the reason: why it was refused. */
  readonly refused: ReactNode;
  readonly buttons?: Ref<HTMLDivElement>;
}

/** The frame of every act of the Secretariat that asks for a reason: what was written before, what it means, why, a refusal, and two buttons. */
export function ActForm<T extends { readonly reason: string }>({
  form,
  act,
  isTried,
  words,
  variant = "primary",
  isBarred,
  onSubmit,
  onBack,
  children,
  refused,
  buttons,
}: ActFormProps<T>) {
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <KeptNote form={form} />
      {children}
      <ReasonField
        label={words.reason}
        help={words.reasonHelp}
        value={form.value.reason}
        tooShort={words.tooShort}
        isTried={isTried}
        onChange={(reason) => form.change({ reason } as Partial<T>)}
      />
      {refused}
      <div ref={buttons} className="row row-end">
        <Button onClick={onBack}>{words.back}</Button>
        <Button type="submit" variant={variant} busy={act.isPending} disabled={isBarred}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
