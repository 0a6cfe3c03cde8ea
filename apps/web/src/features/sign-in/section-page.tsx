import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { forgetLinkToken, useLinkToken } from "#lib/link-token.ts";
import { useSession } from "#lib/session.ts";
import { useOpenSection } from "#lib/signing-in.ts";
import { Button } from "#ui/button.tsx";
import { FieldError, TextInput } from "#ui/field.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { useRequestSection } from "./account-queries.ts";
import { useRefusalWords } from "./refusal-words.ts";
import { sectionTexts } from "./section.texts.ts";
import styles from "./sign-in.module.css";
import { signInTexts } from "./sign-in.texts.ts";

/** With a link's token: one press opens the form, so that a mail scanner that follows links uses none up. Without: asks for a fresh link. */
export function SectionPage() {
  const token = useLinkToken();
  const [isAsking, setAsking] = useState(token === null);
  return isAsking || token === null ? (
    <AskForSection />
  ) : (
    <OpenSection
      token={token}
      onAsk={() => {
        forgetLinkToken();
        setAsking(true);
      }}
    />
  );
}

function OpenSection({ token, onAsk }: { readonly token: string; readonly onAsk: () => void }) {
  const t = useTexts(sectionTexts);
  const lang = useLanguage();
  const navigate = useNavigate();
  const { person } = useSession();
  const opening = useOpenSection();
  const words = useRefusalWords();
  if (opening.error instanceof ApiProblem && opening.error.code === "ticket-refused") {
    return (
      <div className={styles.page} role="status">
        <PageHeader title={t.refusedTitle} lead={t.refusedText} />
        <Button variant="primary" onClick={onAsk}>
          {t.askTitle}
        </Button>
      </div>
    );
  }
  const open = () =>
    opening.mutate(token, {
      onSuccess: (session) => {
        forgetLinkToken();
        const submissionId = session.person?.section ?? "";
        void navigate({ to: "/$lang/reports/$submissionId", params: { lang, submissionId }, replace: true });
      },
    });
  return (
    <div className={styles.page}>
      <PageHeader title={t.title} lead={t.lead} />
      <div className={styles.form}>
        {person === null ? null : <p>{t.other(person.displayName)}</p>}
        {opening.isError ? (
          <div role="alert">
            <FieldError>{words(opening.error)}</FieldError>
          </div>
        ) : null}
        <Button variant="primary" busy={opening.isPending} onClick={open}>
          {t.open}
        </Button>
      </div>
    </div>
  );
}

function AskForSection() {
  const t = useTexts(sectionTexts);
  const shared = useTexts(signInTexts);
  const ask = useRequestSection();
  const words = useRefusalWords();
  const [isMissing, setMissing] = useState(false);
  if (ask.isSuccess) {
    return (
      <div className={styles.page} role="status">
        <PageHeader title={t.sentTitle} lead={t.sentText} />
      </div>
    );
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email") ?? "").trim();
    setMissing(email.length < 3);
    if (email.length >= 3 && !ask.isPending) ask.mutate(email);
  }
  const error = isMissing ? shared.error.missingEmail : ask.isError ? words(ask.error) : null;
  return (
    <div className={styles.page}>
      <PageHeader title={t.askTitle} lead={t.askLead} />
      <form noValidate className={styles.form} onSubmit={submit}>
        <TextInput label={shared.email} name="email" type="email" autoComplete="email" spellCheck={false} />
        {error === null ? null : (
          <div role="alert">
            <FieldError>{error}</FieldError>
          </div>
        )}
        <Button type="submit" variant="primary" busy={ask.isPending}>
          {t.ask}
        </Button>
      </form>
    </div>
  );
}
