import { isTooLong, passwordLength, shortestPassword, textLimits } from "@avances/domain/text";
import { type FormEvent, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, FieldError, TextInput } from "#ui/field.tsx";
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

/** A new password, typed twice. Only its length is checked here; the server judges whether it is a common one. */
export function ChoosePassword({ username = null, button, busy, error, onChoose }: ChoosePasswordProps) {
  const t = useTexts(signInTexts);
  const [password, setPassword] = useState("");
  const [repeated, setRepeated] = useState("");
  const [isShown, setShown] = useState(false);
  const [isTried, setTried] = useState(false);
  const left = shortestPassword - passwordLength(password);
  const isDifferent = repeated !== password;
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (left <= 0 && !isTooLong(password, textLimits.password) && !isDifferent && !busy) onChoose(password);
  }
  const type = isShown ? "text" : "password";
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      {username === null ? null : (
        <TextInput label={t.choose.username} type="email" autoComplete="username" readOnly value={username} />
      )}
      <div>
        <TextInput
          label={t.choose.label}
          help={t.choose.help(shortestPassword)}
          type={type}
          autoComplete="new-password"
          spellCheck={false}
          value={password}
          limit={textLimits.password}
          error={isTried && left > 0 ? t.choose.tooShort(shortestPassword) : undefined}
          onChange={(event) => setPassword(event.target.value)}
        />
        <p className={styles.counter} aria-live="polite">
          {password === "" ? null : left > 0 ? t.choose.left(left) : t.choose.enough(shortestPassword)}
        </p>
      </div>
      <TextInput
        label={t.choose.repeat}
        type={type}
        autoComplete="new-password"
        spellCheck={false}
        value={repeated}
        error={isTried && left <= 0 && isDifferent ? t.choose.different : undefined}
        onChange={(event) => setRepeated(event.target.value)}
      />
      <Checkbox label={t.choose.show} checked={isShown} onChange={(event) => setShown(event.target.checked)} />
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
