import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { forgetLinkToken, useLinkToken } from "#lib/link-token.ts";
import { LinkButton } from "#ui/button.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { useAcceptInvitation, useInvitation } from "./account-queries.ts";
import { ChoosePassword } from "./choose-password.tsx";
import { useRefusalWords } from "./refusal-words.ts";
import styles from "./sign-in.module.css";
import { signInTexts } from "./sign-in.texts.ts";

/** First visit of an invited person: the link lets them choose a password, once. */
export function InvitationPage() {
  const t = useTexts(signInTexts);
  const lang = useLanguage();
  const token = useLinkToken();
  const invitation = useInvitation(token);
  const accept = useAcceptInvitation();
  const words = useRefusalWords();
  const isExpired = [accept.error, invitation.error].some(
    (error) => error instanceof ApiProblem && error.code === "ticket-refused",
  );
  if (accept.isSuccess || token === null || isExpired) {
    const [title, lead] = accept.isSuccess
      ? [t.invitation.doneTitle, t.invitation.doneText]
      : isExpired
        ? [t.invitation.expiredTitle, t.invitation.expiredText]
        : [t.invitation.noTokenTitle, t.invitation.noTokenText];
    return (
      <div className={styles.page} role={accept.isIdle ? undefined : "status"}>
        <PageHeader title={title} lead={lead} />
        {accept.isSuccess || isExpired ? (
          <LinkButton variant={accept.isSuccess ? "primary" : "secondary"} to="/$lang/sign-in" params={{ lang }}>
            {t.button}
          </LinkButton>
        ) : (
          // What helps is the message itself. Only who has been here before has anything to sign in with.
          <p className="quiet">
            {t.invitation.chosenAlready}{" "}
            <Link to="/$lang/sign-in" params={{ lang }}>
              {t.button}
            </Link>
          </p>
        )}
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <PageHeader title={t.invitation.title} lead={t.invitation.lead} />
      <ChoosePassword
        username={invitation.isError ? null : (invitation.data?.email ?? "")}
        button={t.invitation.button}
        busy={accept.isPending}
        error={accept.isError ? words(accept.error) : null}
        onChoose={(password) => accept.mutate({ token, password }, { onSuccess: forgetLinkToken })}
      />
    </div>
  );
}
