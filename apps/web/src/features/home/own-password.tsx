import type { changePassword } from "@avances/contracts";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem, call, operation } from "#lib/api-client.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { TextInput } from "#ui/field.tsx";
import { newPasswordTexts } from "#ui/new-password.texts.ts";
import { NewPasswordFields, useNewPassword } from "#ui/new-password.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import styles from "./account.module.css";
import { accountTexts } from "./account.texts.ts";

const change = operation<typeof changePassword>("PUT", "/session/password");

interface PasswordPartProps {
  /** The address for signing in, so that a password manager knows whose password it is. */
  readonly username: string;
}

/** The own password: the present one, and a new one twice. */
export function PasswordPart({ username }: PasswordPartProps) {
  const t = useTexts(accountTexts).password;
  const refused = useTexts(newPasswordTexts).refused;
  const saving = useMutation({
    mutationFn: (body: { readonly current: string; readonly next: string }) => call(change, { body }),
  });
  const typed = useNewPassword();
  const [current, setCurrent] = useState("");
  const [isTried, setTried] = useState(false);
  const [isDone, setDone] = useState(false);
  const code = saving.error instanceof ApiProblem ? saving.error.code : null;
  const seconds = saving.error instanceof ApiProblem ? saving.error.problem?.details?.retryAfterSeconds : undefined;
  const isSound = current !== "" && typed.isSound;
  const changed = () => {
    saving.reset();
    setDone(false);
  };
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    if (!isSound) focusFirstFault(form);
    if (!isSound || saving.isPending) return;
    saving.mutate(
      { current, next: typed.password },
      {
        onSuccess: () => {
          setTried(false);
          setCurrent((now) => (now === current ? "" : now));
          typed.saved(typed.password);
          setDone(true);
          announce(t.done);
        },
        onError: () => focusFirstFault(form),
      },
    );
  }
  return (
    <section className={styles.part} aria-labelledby="password">
      <h2 id="password">{t.heading}</h2>
      <p>{t.what}</p>
      <form noValidate className="stack" onSubmit={submit}>
        {/* Not for people: password managers ask whose password it is. */}
        <input type="text" autoComplete="username" hidden readOnly value={username} />
        <TextInput
          type="password"
          label={t.current}
          autoComplete="current-password"
          value={current}
          error={code === "sign-in-refused" ? t.wrong : isTried && current === "" ? t.missing : undefined}
          onChange={(event) => {
            changed();
            setCurrent(event.target.value);
          }}
        />
        <NewPasswordFields
          typed={{
            ...typed,
            change: (part) => {
              changed();
              typed.change(part);
            },
          }}
          isTried={isTried}
        />
        {code === "sign-in-refused" ? null : (
          <ProblemNote
            error={saving.error}
            words={{
              "password-refused": refused,
              "too-many-attempts": t.tooMany(typeof seconds === "number" ? Math.max(1, Math.ceil(seconds / 60)) : 15),
            }}
          />
        )}
        <div className="row">
          <Button type="submit" busy={saving.isPending}>
            {t.save}
          </Button>
          <p role="status" className="small">
            {isDone ? t.done : null}
          </p>
        </div>
      </form>
    </section>
  );
}
