import { isTooLong, passwordLength, shortestPassword, textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { Checkbox, TextInput } from "./field.tsx";
import styles from "./new-password.module.css";
import { newPasswordTexts } from "./new-password.texts.ts";

/** A new password as it is typed, twice. Only its length is judged here; the server judges whether it is a common one. */
export interface NewPassword {
  readonly password: string;
  readonly repeated: string;
  readonly isSound: boolean;
  readonly change: (part: Partial<Typed>) => void;
  /** Takes away what was saved; what was typed since stays. */
  readonly saved: (password: string) => void;
}
type Typed = Readonly<Record<"password" | "repeated", string>>;

const nothing: Typed = { password: "", repeated: "" };

export function useNewPassword(): NewPassword {
  const [typed, setTyped] = useState(nothing);
  const { password, repeated } = typed;
  const isSound =
    passwordLength(password) >= shortestPassword && !isTooLong(password, textLimits.password) && repeated === password;
  return {
    ...typed,
    isSound,
    change: (part) => setTyped((before) => ({ ...before, ...part })),
    saved: (sent) => setTyped((now) => (now.password === sent && now.repeated === sent ? nothing : now)),
  };
}

interface NewPasswordFieldsProps {
  readonly typed: NewPassword;
  /** Somebody has tried to send it: what is missing is said. */
  readonly isTried: boolean;
}

export function NewPasswordFields({ typed: { password, repeated, change }, isTried }: NewPasswordFieldsProps) {
  const t = useTexts(newPasswordTexts);
  const [isShown, setShown] = useState(false);
  const left = shortestPassword - passwordLength(password);
  const type = isShown ? "text" : "password";
  return (
    <div className={styles.fields}>
      <div>
        <TextInput
          label={t.label}
          help={t.help(shortestPassword)}
          type={type}
          autoComplete="new-password"
          spellCheck={false}
          value={password}
          limit={textLimits.password}
          error={isTried && left > 0 ? t.tooShort(shortestPassword) : undefined}
          onChange={(event) => change({ password: event.target.value })}
        />
        <p className={styles.counter} aria-live="polite">
          {password === "" ? null : left > 0 ? t.left(left) : t.enough(shortestPassword)}
        </p>
      </div>
      <TextInput
        label={t.repeat}
        type={type}
        autoComplete="new-password"
        spellCheck={false}
        value={repeated}
        error={isTried && left <= 0 && repeated !== password ? t.different : undefined}
        onChange={(event) => change({ repeated: event.target.value })}
      />
      <Checkbox label={t.show} checked={isShown} onChange={(event) => setShown(event.target.checked)} />
    </div>
  );
}
