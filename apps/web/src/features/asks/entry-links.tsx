import type {
  BodyInputOf,
  ResponseOf,
  showAddressChange,
  showContactCheck,
  useAddressChange,
  useContactCheck,
} from "@avances/contracts";
import { telephoneInWords } from "@avances/domain/text";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem, call, operation } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { forgetLinkToken, useLinkToken } from "#lib/link-token.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import styles from "./asks.module.css";
import { entryLinksTexts } from "./entry-links.texts.ts";

const showAddress = operation<typeof showAddressChange>("POST", "/address-changes/show");
const confirmAddress = operation<typeof useAddressChange>("POST", "/address-changes/use");
const showContact = operation<typeof showContactCheck>("POST", "/contact-checks/show");
const answerContact = operation<typeof useContactCheck>("POST", "/contact-checks/use");

/** A link is read once, and one that is refused stays refused. */
const onceRead = { refetchOnWindowFocus: false, retry: false, staleTime: Number.POSITIVE_INFINITY } as const;

const isRefused = (error: unknown, code = "ticket-refused") => error instanceof ApiProblem && error.code === code;

/** With the token of the link that was sent to a new address: one press makes it count. Opening the page changes nothing. */
export function AddressLink() {
  const t = useTexts(entryLinksTexts).address;
  const f = useFormat();
  const token = useLinkToken();
  const shown = useQuery({
    ...onceRead,
    queryKey: ["address-change", token],
    queryFn: ({ signal }): Promise<ResponseOf<typeof showAddressChange>> =>
      call(showAddress, { body: { token: token ?? "" }, signal }),
    enabled: token !== null,
  });
  const confirm = useMutation({ mutationFn: () => call(confirmAddress, { body: { token: token ?? "" } }) });
  if (confirm.isSuccess) return <Told title={t.done.title} text={t.done.text(shown.data?.address ?? "")} />;
  if (isRefused(confirm.error, "address-taken")) return <Told title={t.taken.title} text={t.taken.text} />;
  return (
    <LinkPage title={t.title} token={token} errors={[shown.error, confirm.error]} isShown={shown.data !== undefined}>
      {shown.data === undefined ? null : (
        <>
          <p>{t.about(shown.data.displayName, shown.data.address)}</p>
          <p className="quiet">{t.until(f.instant(shown.data.expiresAt))}</p>
          <div className="row">
            <Button
              variant="primary"
              busy={confirm.isPending}
              onClick={() => confirm.mutate(undefined, { onSuccess: forgetLinkToken })}
            >
              {t.submit}
            </Button>
          </div>
        </>
      )}
    </LinkPage>
  );
}

/** With the token of the yearly question: two buttons, either answers it. Nothing ends by it. */
export function ContactLink() {
  const texts = useTexts(entryLinksTexts);
  const t = texts.contact;
  const roleNames = useTexts(roleTexts).name;
  const token = useLinkToken();
  const shown = useQuery({
    ...onceRead,
    queryKey: ["contact-check", token],
    queryFn: ({ signal }): Promise<ResponseOf<typeof showContactCheck>> =>
      call(showContact, { body: { token: token ?? "" }, signal }),
    enabled: token !== null,
  });
  const answer = useMutation({
    mutationFn: (said: BodyInputOf<typeof useContactCheck>["answer"]) =>
      call(answerContact, { body: { token: token ?? "", answer: said } }),
  });
  if (answer.isSuccess) return <Told title={t.done.title} text={t.done[answer.variables]} />;
  const entry = shown.data;
  return (
    <LinkPage title={t.title} token={token} errors={[shown.error, answer.error]} isShown={entry !== undefined}>
      {entry === undefined ? null : (
        <>
          <p>{t.about}</p>
          <DefinitionList
            items={[
              { term: t.name, value: entry.displayName },
              ...(entry.institution === "" ? [] : [{ term: t.institution, value: entry.institution }]),
              {
                term: t.role,
                value: entry.country === null ? roleNames[entry.role] : `${roleNames[entry.role]} · ${entry.country}`,
              },
              { term: t.phone, value: entry.phone === null ? t.noPhone : telephoneInWords(entry.phone) },
            ]}
          />
          <div className="row">
            {(["still", "left"] as const).map((said) => (
              <Button
                key={said}
                {...(said === "still" && { variant: "primary" as const })}
                busy={answer.isPending && answer.variables === said}
                onClick={() => answer.isPending || answer.mutate(said, { onSuccess: forgetLinkToken })}
              >
                {t[said]}
              </Button>
            ))}
          </div>
          <p className="quiet">{t.safe}</p>
        </>
      )}
    </LinkPage>
  );
}

interface LinkPageProps {
  readonly title: string;
  readonly token: string | null;
  readonly errors: readonly unknown[];
  readonly isShown: boolean;
  readonly children: ReactNode;
}

function LinkPage({ title, token, errors, isShown, children }: LinkPageProps) {
  const t = useTexts(entryLinksTexts);
  if (token === null) return <Told title={t.none.title} text={t.none.text} />;
  if (errors.some((error) => isRefused(error))) return <Told title={t.refused.title} text={t.refused.text} />;
  const error = errors.find((one) => one !== null);
  return (
    <div className={styles.answer}>
      <PageHeader title={title} />
      <div className={styles.form}>
        {isShown || error !== undefined ? null : <Skeleton shape="lines" rows={4} />}
        {children}
        <ProblemNote error={error ?? null} />
      </div>
    </div>
  );
}

function Told({ title, text }: { readonly title: string; readonly text: string }) {
  const t = useTexts(entryLinksTexts);
  const lang = useLanguage();
  return (
    <div className={styles.answer} role="status">
      <PageHeader title={title} lead={text} />
      <LinkButton to="/$lang/sign-in" params={{ lang }}>
        {t.signIn}
      </LinkButton>
    </div>
  );
}
