import { useSuspenseQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Checkbox, TextInput } from "#ui/field.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import styles from "./account.module.css";
import { accountTexts } from "./account.texts.ts";
import {
  type OwnSettings,
  ownSettingsQuery,
  useChooseDigest,
  useEndCalendar,
  useMakeCalendar,
} from "./account-queries.ts";
import { PasswordPart } from "./own-password.tsx";

/** What a person chooses for the own account. It stands at the address of the home page, with `#account`. */
export function OwnAccount() {
  const t = useTexts(accountTexts);
  const { person } = useSession();
  const { data } = useSuspenseQuery(ownSettingsQuery);
  return (
    <>
      <PageHeader variant="work" title={t.title} />
      <CalendarPart calendar={data.calendar} />
      <DigestPart digest={data.digest} />
      {/* Who came by a section link has no password. */}
      {person === null || person.section !== null ? null : <PasswordPart username={person.email} />}
    </>
  );
}

function CalendarPart({ calendar: { offered, showsMeetings, feed } }: Pick<OwnSettings, "calendar">) {
  const t = useTexts(accountTexts).calendar;
  const f = useFormat();
  const make = useMakeCalendar();
  const end = useEndCalendar();
  if (offered === null) return null;
  const address = feed === null ? undefined : make.data?.address;
  return (
    <section className={styles.part} aria-labelledby="calendar">
      <h2 id="calendar">{t.heading}</h2>
      <p>
        {t[offered]} {showsMeetings && offered !== "meetings" ? t.andMeetings : null}
      </p>
      <p className="quiet">{t.secret}</p>
      {address === undefined ? (
        <p>{feed === null ? t.none : t.since(f.instant(feed.since))}</p>
      ) : (
        <FreshAddress address={address} />
      )}
      <div className="row">
        <Button
          variant={feed === null ? "primary" : "secondary"}
          busy={make.isPending}
          onClick={() => make.mutate(undefined, { onSuccess: () => announce(t.made) })}
        >
          {feed === null ? t.make : t.renew}
        </Button>
        {feed === null ? null : (
          <Button
            variant="quiet"
            busy={end.isPending}
            onClick={() => end.mutate(undefined, { onSuccess: () => announce(t.ended) })}
          >
            {t.end}
          </Button>
        )}
      </div>
      <ProblemNote error={make.error ?? end.error} />
    </section>
  );
}

/** Right after it was made, and never again. */
function FreshAddress({ address }: { readonly address: string }) {
  const t = useTexts(accountTexts).calendar;
  const [outcome, setOutcome] = useState<"copied" | "notCopied" | null>(null);
  const field = useRef<HTMLInputElement>(null);
  /** The old copy command: the clipboard API exists only under https, and an office may use a plain http name. */
  function copy() {
    field.current?.select();
    setOutcome(document.execCommand("copy") ? "copied" : "notCopied");
  }
  return (
    <div className="stack-s">
      <p>
        <b>{t.fresh}</b>
      </p>
      <TextInput ref={field} label={t.label} help={t.how} readOnly value={address} spellCheck={false} />
      <div className="row">
        <Button size="small" onClick={copy}>
          {t.copy}
        </Button>
        <span role="status" className="small">
          {outcome === null ? null : t[outcome]}
        </span>
      </div>
    </div>
  );
}

function DigestPart({ digest: { offered, wanted } }: Pick<OwnSettings, "digest">) {
  const t = useTexts(accountTexts).digest;
  const choose = useChooseDigest();
  if (offered === null) return null;
  return (
    <section className={styles.part} aria-labelledby="digest">
      <h2 id="digest">{t.heading}</h2>
      <p>{t[offered]}</p>
      <p className="quiet">{t.duty}</p>
      <Checkbox
        label={t.wanted}
        checked={choose.isPending ? choose.variables : wanted}
        onChange={({ target: { checked } }) =>
          choose.mutate(checked, { onSuccess: () => announce(checked ? t.on : t.off) })
        }
      />
      <ProblemNote error={choose.error} />
    </section>
  );
}
