import { isOrganisationOfGuests } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { participantsQuery } from "#lib/meeting-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { type Person, useAskForRole } from "./people-queries.ts";
import { personTexts } from "./person.texts.ts";

/** For whom the account of an observer, of civil society or of the Coalition writes and reads: two people say so, as of its role. */
export function OrganisationForm({ person }: { readonly person: Person }) {
  const t = useTexts(personTexts);
  const edit = useAskForRole(person);
  const [chosen, setChosen] = useState(person.organisation ?? "");
  const [done, setDone] = useState<string | null>(null);
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (edit.isPending) return;
        const organisation = chosen === "" ? null : chosen;
        if (organisation === person.organisation) {
          setDone(t.organisation.nothing);
          return;
        }
        edit.mutate(
          { role: person.role, country: person.country, organisation },
          {
            onSuccess: ({ displayName, waiting }) => {
              const words = (waiting === null ? t.organisation.done : t.organisation.asked)(displayName);
              setDone(words);
              announce(words);
            },
          },
        );
      }}
    >
      <OrganisationSelect
        value={chosen}
        onChange={(code) => {
          edit.reset();
          setDone(null);
          setChosen(code);
        }}
      />
      <ProblemNote error={edit.error} words={{ "transition-refused": t.refused, "invalid-input": t.misfit }} />
      <div className="row row-end">
        <p role="status" className="small">
          {done}
        </p>
        <Button type="submit" busy={edit.isPending}>
          {t.organisation.submit}
        </Button>
      </div>
    </form>
  );
}

interface OrganisationSelectProps {
  /** "" = not on record. */
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** The organisations and the countries that observe, by name. */
export function OrganisationSelect({ value, onChange }: OrganisationSelectProps) {
  const t = useTexts(personTexts).organisation;
  const lang = useLanguage();
  const f = useFormat();
  const { data } = useQuery(participantsQuery);
  const choices = (data?.participants ?? [])
    .filter(isOrganisationOfGuests)
    .sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  return (
    <Select
      label={t.label}
      help={t.help}
      optional
      disabled={data === undefined}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{t.none}</option>
      {choices.map(({ code, name }) => (
        <option key={code} value={code}>
          {name[lang]}
        </option>
      ))}
    </Select>
  );
}
