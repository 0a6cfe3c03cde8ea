import { isMailAddress, textLimits, tidyLine } from "@avances/domain/text";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { useFormat } from "#lib/format.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import { OwnHandover } from "./handover.tsx";
import { type OwnEntry, ownEntryQuery, useAskOwnAddress, useEditOwn } from "./own-entry-queries.ts";
import styles from "./people.module.css";
import { peopleTexts } from "./people.texts.ts";
import { personTexts } from "./person.texts.ts";
import { draftOf, editOf, isPersonDraft, personFaults } from "./person-draft.ts";
import { PersonFields } from "./person-fields.tsx";

/** What the portal knows of the person who is signed in; they keep it in order themselves. */
export function OwnEntryPage() {
  const t = useTexts(personTexts).own;
  const roleNames = useTexts(roleTexts).name;
  const { data: entry } = useSuspenseQuery(ownEntryQuery);
  return (
    <div className={styles.own}>
      <PageHeader variant="work" title={t.title} lead={t.lead(roleNames[entry.role])} />
      <div className="stack">
        <Description entry={entry} />
        <Address entry={entry} />
        <OwnHandover entry={entry} />
      </div>
    </div>
  );
}

function Description({ entry }: { readonly entry: OwnEntry }) {
  const t = useTexts(personTexts);
  const edit = useEditOwn();
  const [isTried, setTried] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const form = useKeptForm({ form: "person", of: ["own"], empty: draftOf(entry), guard: isPersonDraft });
  const draft = form.value;
  const faults = personFaults(draft);
  const isSound = Object.keys(faults).length === 0;
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (!isSound) focusFirstFault(event.currentTarget);
    if (!isSound || edit.isPending) return;
    const {
      isShared: _s,
      validFrom: _f,
      validUntil: _u,
      ...changed
    } = editOf({ ...entry, isShared: draft.isShared, validFrom: null, validUntil: null }, draft);
    if (Object.keys(changed).length === 0) {
      form.clear();
      setDone(t.nothing);
      return;
    }
    void form.send(
      () => edit.mutateAsync(changed),
      (after) => {
        setTried(false);
        setDone(t.saved(after.displayName));
        announce(t.saved(after.displayName));
      },
    );
  }
  return (
    <form noValidate className="stack" onSubmit={submit}>
      <KeptNote form={form} />
      <PersonFields
        draft={draft}
        faults={isTried ? faults : {}}
        onChange={(part) => {
          setDone(null);
          edit.reset();
          form.change(part);
        }}
      />
      <ProblemNote error={edit.error} words={{ "invalid-input": t.misfit }} />
      <div className="row">
        <Button type="submit" variant="primary" busy={edit.isPending}>
          {t.save}
        </Button>
        <p role="status" className="small">
          {done}
        </p>
      </div>
    </form>
  );
}

function Address({ entry }: { readonly entry: OwnEntry }) {
  const t = useTexts(personTexts);
  const words = useTexts(peopleTexts).form;
  const f = useFormat();
  const ask = useAskOwnAddress();
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const [isTried, setTried] = useState(false);
  const address = tidyLine(typed);
  const isSame = address.toLowerCase() === entry.address;
  const isSound = isMailAddress(address) && !isSame && password !== "";
  const code = ask.error instanceof ApiProblem ? ask.error.code : null;
  const addressError =
    isTried && isSame
      ? t.address.same
      : code === "invalid-input" || (isTried && !isMailAddress(address))
        ? words.addressWrong
        : undefined;
  const passwordError =
    code === "sign-in-refused"
      ? t.address.passwordWrong
      : isTried && password === ""
        ? t.address.missingPassword
        : undefined;
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    if (!isSound) focusFirstFault(form);
    if (isSound && !ask.isPending)
      ask.mutate(
        { address, password },
        {
          onSuccess: () => {
            setTried(false);
            setTyped("");
            setPassword("");
            announce(t.address.sent(address));
          },
          onError: () => focusFirstFault(form),
        },
      );
  }
  return (
    <section aria-labelledby="own-address" className="stack">
      <h2 id="own-address">{t.own.address}</h2>
      <p>{entry.address}</p>
      {entry.changing === null ? null : (
        <Callout live="status">{t.address.waits(entry.changing.address, f.instant(entry.changing.expiresAt))}</Callout>
      )}
      <form noValidate className="stack" onSubmit={submit}>
        <p className="small">{t.address.help}</p>
        <div className={styles.fields}>
          <TextInput
            type="email"
            label={t.address.label}
            autoComplete="off"
            spellCheck={false}
            limit={textLimits.mailAddress}
            value={typed}
            error={addressError}
            onChange={(event) => {
              ask.reset();
              setTyped(event.target.value);
            }}
          />
          <TextInput
            type="password"
            label={t.address.password}
            autoComplete="current-password"
            value={password}
            error={passwordError}
            onChange={(event) => {
              ask.reset();
              setPassword(event.target.value);
            }}
          />
        </div>
        {code === "sign-in-refused" || code === "invalid-input" ? null : (
          <ProblemNote error={ask.error} words={{ "too-many-attempts": t.address.tooMany }} />
        )}
        <div className="row">
          <Button type="submit" busy={ask.isPending}>
            {t.address.send}
          </Button>
        </div>
      </form>
    </section>
  );
}
