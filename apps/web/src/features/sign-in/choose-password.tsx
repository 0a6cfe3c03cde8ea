import { type FormEvent, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { Button } from "#ui/button.tsx";
import { FieldError, TextInput } from "#ui/field.tsx";
import { NewPasswordFields, useNewPassword } from "#ui/new-password.tsx";
import styles from "./sign-in.module.css";
import { signInTexts } from "./sign-in.texts.ts";

interface ChoosePasswordProps {
  /** The address for the password, so that a password manager stores both. "" = not known yet, null = not shown. */
  readonly username?: string | null;
  readonly button: string;
  readonly busy: boolean;
  /** The server's refusal in words. */
  readonly error: string | null;
  readonly onChoose: (password: string) => void;
}

/** Somebody without a session chooses a password, by a link. */
export function ChoosePassword({ username = null, button, busy, error, onChoose }: ChoosePasswordProps) {
  const t = useTexts(signInTexts);
  const typed = useNewPassword();
  const [isTried, setTried] = useState(false);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (!typed.isSound) focusFirstFault(event.currentTarget);
    if (typed.isSound && !busy) onChoose(typed.password);
  }
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      {username === null ? null : (
        <TextInput label={t.username} type="email" autoComplete="username" readOnly value={username} />
      )}
      <NewPasswordFields typed={typed} isTried={isTried} />
      {error === null ? null : (
        <div role="alert">
          <FieldError>{error}</FieldError>
        </div>
      )}
      <Button type="submit" variant="primary" busy={busy}>
        {button}
      </Button>
    </form>
  );
}
