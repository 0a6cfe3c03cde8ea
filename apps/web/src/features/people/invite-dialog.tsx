import { regionLanguage } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { emptyDraft, invitationFaults, isInviteDraft, toInvitation } from "./invite-draft.ts";
import { InviteFields } from "./invite-fields.tsx";
import { peopleTexts } from "./people.texts.ts";
import { type Person, type SecondPerson, useInvite } from "./people-queries.ts";
import type { Country } from "./task-list.tsx";

interface InviteDialogProps {
  /** Null = closed; "" = no country chosen yet. */
  readonly country: string | null;
  readonly countries: readonly Country[];
  readonly onClose: () => void;
  readonly secondPerson: SecondPerson;
  readonly onDone: (person: Person) => void;
}

export function InviteDialog({ country, ...rest }: InviteDialogProps) {
  const t = useTexts(peopleTexts);
  return (
    <Dialog open={country !== null} onClose={rest.onClose} wide title={t.form.title}>
      {country === null ? null : <InviteForm country={country} {...rest} />}
    </Dialog>
  );
}

function InviteForm(props: InviteDialogProps & { readonly country: string }) {
  const { country, countries, secondPerson, onClose, onDone } = props;
  const t = useTexts(peopleTexts).form;
  const form = useKeptForm({
    form: "invite",
    of: [country === "" ? "any" : country],
    empty: emptyDraft(country, countries.find(({ alpha3 }) => alpha3 === country)?.workingLanguage ?? regionLanguage),
    guard: isInviteDraft,
  });
  const draft = form.value;
  const invite = useInvite();
  const { isTried, attempt } = useSending(form, invite);
  const isTaken = invite.error instanceof ApiProblem && invite.error.code === "address-taken";
  const faults = invitationFaults(draft);
  const isSound = Object.keys(faults).length === 0;
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSound) focusFirstFault(event.currentTarget);
        attempt(isSound ? { invitation: toInvitation(draft) } : null, onDone);
      }}
    >
      <KeptNote form={form} />
      <InviteFields
        draft={draft}
        faults={{ ...(isTried ? faults : {}), ...(isTaken && { address: "addressTaken" as const }) }}
        countries={countries}
        secondPerson={secondPerson}
        onChange={(part) => {
          invite.reset();
          form.change(part);
        }}
      />
      {isTaken ? null : <ProblemNote error={invite.error} words={{ "invalid-input": t.misfit }} />}
      <div className="row row-end">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button type="submit" variant="primary" busy={invite.isPending}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}
