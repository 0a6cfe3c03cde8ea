import { type FormEvent, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { forgetLinkToken, useLinkToken } from "#lib/link-token.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { FieldError, TextInput } from "#ui/field.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { useAcceptReset, useRequestReset } from "./account-queries.ts";
import { ChoosePassword } from "./choose-password.tsx";
import { useRefusalWords } from "./refusal-words.ts";
import styles from "./sign-in.module.css";
import { signInTexts } from "./sign-in.texts.ts";

/** Without a token: a form that requests the link. With one: a form for the new password. */
export function PasswordResetPage() {
  const token = useLinkToken();
  const [isAsking, setAsking] = useState(token === null);
  return isAsking || token === null ? (
    <AskForLink />
  ) : (
    <SetPassword
      token={token}
      onAskAgain={() => {
        forgetLinkToken();
        setAsking(true);
      }}
    />
  );
}

function AskForLink() {
  const t = useTexts(signInTexts);
  const ask = useRequestReset();
  const words = useRefusalWords();
  const [isMissing, setMissing] = useState(false);
  if (ask.isSuccess) {
    return (
      <div className={styles.page} role="status">
        <PageHeader title={t.reset.sentTitle} lead={t.reset.sentText} />
      </div>
    );
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email") ?? "").trim();
    setMissing(email.length < 3);
    if (email.length >= 3 && !ask.isPending) ask.mutate(email);
  }
  const error = isMissing ? t.error.missingEmail : ask.isError ? words(ask.error) : null;
  return (
    <div className={styles.page}>
      <PageHeader title={t.reset.title} lead={t.reset.lead} />
      <form noValidate className={styles.form} onSubmit={submit}>
        <TextInput label={t.email} name="email" type="email" autoComplete="username" spellCheck={false} />
        {error === null ? null : (
          <div role="alert">
            <FieldError>{error}</FieldError>
          </div>
        )}
        <Button type="submit" variant="primary" busy={ask.isPending}>
          {t.reset.button}
        </Button>
      </form>
    </div>
  );
}

function SetPassword({ token, onAskAgain }: { readonly token: string; readonly onAskAgain: () => void }) {
  const t = useTexts(signInTexts);
  const lang = useLanguage();
  const reset = useAcceptReset();
  const words = useRefusalWords();
  if (reset.error instanceof ApiProblem && reset.error.code === "ticket-refused") {
    return (
      <div className={styles.page} role="status">
        <PageHeader title={t.invitation.expiredTitle} lead={t.reset.expiredText} />
        <Button variant="primary" onClick={onAskAgain}>
          {t.reset.again}
        </Button>
      </div>
    );
  }
  if (reset.isSuccess) {
    return (
      <div className={styles.page} role="status">
        <PageHeader title={t.invitation.doneTitle} lead={t.invitation.doneText} />
        <LinkButton variant="primary" to="/$lang/sign-in" params={{ lang }}>
          {t.button}
        </LinkButton>
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <PageHeader title={t.reset.chooseTitle} lead={t.reset.chooseLead} />
      <ChoosePassword
        button={t.invitation.button}
        busy={reset.isPending}
        error={reset.isError ? words(reset.error) : null}
        onChoose={(password) => reset.mutate({ token, password }, { onSuccess: forgetLinkToken })}
      />
    </div>
  );
}
