import { isOfSecretariat, readsForOrganisation } from "@avances/domain/access";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { RadioGroup, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import { AddressForm } from "./address-form.tsx";
import { OrganisationForm } from "./organisation-form.tsx";
import styles from "./people.module.css";
import { type Person, type SecondPerson, useEdit } from "./people-queries.ts";
import { personTexts } from "./person.texts.ts";
import { draftOf, editOf, isPersonDraft, personFaults } from "./person-draft.ts";
import { PersonFields } from "./person-fields.tsx";
import { PersonHistory } from "./person-history.tsx";
import { RoleForm } from "./role-form.tsx";
import type { Country } from "./task-list.tsx";

interface EditDialogProps {
  /** Null = closed. */
  readonly person: Person | null;
  readonly countries: readonly Country[];
  readonly secondPerson: SecondPerson;
  readonly onClose: () => void;
}

/** One entry: what describes it, another address, another role, its history. */
export function EditDialog({ person, ...rest }: EditDialogProps) {
  const t = useTexts(personTexts);
  return (
    <Dialog open={person !== null} onClose={rest.onClose} wide title={t.title(person?.displayName ?? "")}>
      {person === null ? null : <Entry key={person.id} person={person} {...rest} />}
    </Dialog>
  );
}

function Entry({ person, countries, secondPerson, onClose }: EditDialogProps & { readonly person: Person }) {
  const t = useTexts(personTexts);
  const roleNames = useTexts(roleTexts).inList;
  const { person: me } = useSession();
  const [isHistory, setHistory] = useState(false);
  const mayAsk = person.waiting === null && person.invitation !== "awaiting_second_person";
  return (
    <div className="stack">
      <EditForm person={person} onClose={onClose} />
      {person.waiting === null ? null : <Callout live="status">{t.waits}</Callout>}
      <div>
        {readsForOrganisation(person.role) ? (
          <Disclosure variant="ruled" summary={t.organisation.heading}>
            <OrganisationForm person={person} />
          </Disclosure>
        ) : null}
        {mayAsk ? (
          <Disclosure variant="ruled" summary={t.address.heading}>
            <AddressForm person={person} secondPerson={secondPerson} />
          </Disclosure>
        ) : null}
        {mayAsk && me?.id !== person.id && !isOfSecretariat(person.role) ? (
          <Disclosure variant="ruled" summary={t.role.heading} aside={roleNames[person.role]}>
            <RoleForm person={person} countries={countries} secondPerson={secondPerson} />
          </Disclosure>
        ) : null}
        <Disclosure variant="ruled" summary={t.history.heading} onToggle={setHistory}>
          {isHistory ? <PersonHistory person={person} /> : null}
        </Disclosure>
      </div>
    </div>
  );
}

function EditForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const t = useTexts(personTexts);
  const f = useFormat();
  const edit = useEdit(person);
  const [isTried, setTried] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const form = useKeptForm({ form: "person", of: [person.id], empty: draftOf(person), guard: isPersonDraft });
  const draft = form.value;
  const found = personFaults(draft);
  const faults = isTried ? found : {};
  const isSound = Object.keys(found).length === 0;
  const pointers =
    edit.error instanceof ApiProblem ? (edit.error.problem?.errors ?? []).map(({ pointer }) => pointer) : [];
  const signsIn = pointers.includes("/isShared");
  const change = (part: Partial<typeof draft>) => {
    setDone(null);
    edit.reset();
    form.change(part);
  };
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isSound) focusFirstFault(event.currentTarget);
        if (!isSound || edit.isPending) return;
        const changed = editOf(person, draft);
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
      }}
    >
      <KeptNote form={form} />
      <PersonFields draft={draft} faults={faults} onChange={change} />
      <RadioGroup
        label={t.mailbox}
        name="mailbox"
        layout="inline"
        help={t.mailboxHelp}
        error={signsIn ? t.signsIn : undefined}
        choices={(["own", "shared"] as const).map((value) => ({ value, label: t.mailboxes[value] }))}
        value={draft.isShared ? "shared" : "own"}
        onChange={(value) => change({ isShared: value === "shared" })}
      />
      <div className={styles.fields}>
        <TextInput
          type="date"
          width="medium"
          label={t.from}
          optional
          value={draft.validFrom}
          error={faults.validFrom && t[faults.validFrom]}
          onChange={(event) => change({ validFrom: event.target.value })}
        />
        <TextInput
          type="date"
          width="medium"
          label={t.until}
          optional
          value={draft.validUntil}
          error={faults.validUntil && t[faults.validUntil]}
          onChange={(event) => change({ validUntil: event.target.value })}
        />
      </div>
      <p className="quiet small">{t.termHelp}</p>
      {person.changing === null ? null : (
        <p className="small">{t.address.waits(person.changing.address, f.instant(person.changing.expiresAt))}</p>
      )}
      {signsIn ? null : (
        <ProblemNote error={edit.error} words={{ "transition-refused": t.refused, "invalid-input": t.misfit }} />
      )}
      <div className="row row-end">
        <p role="status" className="small">
          {done}
        </p>
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button type="submit" variant="primary" busy={edit.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
