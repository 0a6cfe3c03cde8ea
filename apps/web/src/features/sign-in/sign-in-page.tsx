import { Link, useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useSignIn } from "#lib/signing-in.ts";
import { Button } from "#ui/button.tsx";
import { FieldError, TextInput } from "#ui/field.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { useRefusalWords } from "./refusal-words.ts";
import styles from "./sign-in.module.css";
import { signInTexts } from "./sign-in.texts.ts";

export function SignInPage() {
  const t = useTexts(signInTexts);
  const lang = useLanguage();
  const navigate = useNavigate();
  const router = useRouter();
  const { next } = useSearch({ from: "/$lang/sign-in" });
  const signIn = useSignIn();
  const words = useRefusalWords();
  const form = useRef<HTMLFormElement>(null);
  const [isMissing, setMissing] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const credentials = {
      email: String(fields.get("email") ?? "").trim(),
      password: String(fields.get("password") ?? ""),
    };
    const isIncomplete = credentials.email === "" || credentials.password === "";
    setMissing(isIncomplete);
    if (isIncomplete || signIn.isPending) return;
    signIn.mutate(credentials, {
      onSuccess: () => {
        if (next === undefined) return navigate({ to: "/$lang/home", params: { lang } });
        router.history.push(next);
        return undefined;
      },
      onError: () => form.current?.querySelector<HTMLInputElement>("[name=password]")?.select(),
    });
  }

  const error = isMissing ? t.error.missing : signIn.isError ? words(signIn.error) : null;
  return (
    <div className={styles.page}>
      <PageHeader title={t.title} lead={t.lead} />
      <form ref={form} noValidate className={styles.form} onSubmit={submit}>
        <TextInput label={t.email} name="email" type="email" autoComplete="username" spellCheck={false} />
        <TextInput label={t.password} name="password" type="password" autoComplete="current-password" />
        {error === null ? null : (
          <div role="alert">
            <FieldError>{error}</FieldError>
          </div>
        )}
        <div className={styles.row}>
          <Button type="submit" variant="primary" busy={signIn.isPending}>
            {t.button}
          </Button>
          <Link to="/$lang/password-reset" params={{ lang }}>
            {t.forgot}
          </Link>
        </div>
      </form>
      <p className={styles.aside}>{t.noAccount}</p>
      <p className={styles.aside}>
        <Link to="/$lang/section" params={{ lang }}>
          {t.byLink}
        </Link>
      </p>
    </div>
  );
}
