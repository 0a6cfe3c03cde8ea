import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import type { Person } from "#lib/page-person.ts";
import { useSignIn } from "#lib/signing-in.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { firstFocus } from "#ui/dialog.tsx";
import { FieldError, TextInput } from "#ui/field.tsx";
import styles from "./session-layer.module.css";
import { sessionLayerTexts } from "./session-layer.texts.ts";

interface SignInAgainProps {
  /** The person the page shows. */
  readonly person: Person;
  readonly text: string;
  /** Answers of this person wait here, and are saved once they are signed in. */
  readonly saves: boolean;
  readonly onLater: () => void;
}

/** The person of a section link has no password: a fresh link continues, and what was typed is kept for it. */
export function SignInAgain(props: SignInAgainProps) {
  return props.person.section === null ? <WithPassword {...props} /> : <WithFreshLink {...props} />;
}

function WithFreshLink({ text, onLater }: SignInAgainProps) {
  const t = useTexts(sessionLayerTexts).form;
  const lang = useLanguage();
  return (
    <div className={styles.form}>
      <p>{text}</p>
      <p>{t.byLink}</p>
      <div className="row row-end">
        <Button onClick={onLater}>{t.later}</Button>
        <LinkButton variant="primary" to="/$lang/section" params={{ lang }}>
          {t.askLink}
        </LinkButton>
      </div>
    </div>
  );
}

/** Signs the page's person in again, over the page. Signing in as somebody else leaves this person's work and goes to the other's own. */
function WithPassword({ person, text, saves, onLater }: SignInAgainProps) {
  const t = useTexts(sessionLayerTexts).form;
  const lang = useLanguage();
  const navigate = useNavigate();
  const [email, setEmail] = useState(person.email);
  const [password, setPassword] = useState("");
  const signIn = useSignIn();
  const isSame = email.trim().toLowerCase() === person.email.toLowerCase();
  /** This form and its callbacks are gone as soon as somebody is signed in. */
  async function enter() {
    try {
      const session = await signIn.mutateAsync({ email: email.trim(), password });
      if (session.person?.id !== person.id) await navigate({ to: "/$lang/home", params: { lang } });
    } catch {
      // The form shows the error.
    }
  }
  const code = signIn.error instanceof ApiProblem ? signIn.error.code : null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!signIn.isPending) void enter();
      }}
    >
      <p>{text}</p>
      <TextInput
        label={t.email}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      {isSame ? null : (
        <p className="small quiet" aria-live="polite">
          {t.otherAccount(person.displayName)}
        </p>
      )}
      <TextInput
        label={t.password}
        type="password"
        autoComplete="current-password"
        required
        ref={firstFocus}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {signIn.isError ? (
        <div role="alert">
          <FieldError>
            {code === "sign-in-refused" ? t.refused : code === "too-many-attempts" ? t.tooMany : t.unreachable}
          </FieldError>
        </div>
      ) : null}
      <div className="row row-end">
        <Button onClick={onLater}>{t.later}</Button>
        <Button type="submit" variant="primary" busy={signIn.isPending}>
          {saves && isSame ? t.signInAndSave : t.signIn}
        </Button>
      </div>
    </form>
  );
}
