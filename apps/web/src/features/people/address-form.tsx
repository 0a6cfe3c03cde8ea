import { reachesFar } from "@avances/domain/access";
import { isMailAddress, textLimits, tidyLine } from "@avances/domain/text";
import { type FormEvent, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { TextInput } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { ToldByMail } from "#ui/told-by-mail.tsx";
import { peopleTexts } from "./people.texts.ts";
import { type Person, type SecondPerson, useAskForAddress } from "./people-queries.ts";
import { personTexts } from "./person.texts.ts";

interface AddressFormProps {
  readonly person: Person;
  readonly secondPerson: SecondPerson;
}

/** Asks for another address of somebody: refused at the field where it is none, the present one, or another account's. */
export function AddressForm({ person, secondPerson }: AddressFormProps) {
  const t = useTexts(personTexts);
  const words = useTexts(peopleTexts).form;
  const f = useFormat();
  const ask = useAskForAddress(person);
  const [typed, setTyped] = useState("");
  const [isTried, setTried] = useState(false);
  const wanted = tidyLine(typed);
  const isSame = wanted.toLowerCase() === person.address;
  const isSound = isMailAddress(wanted) && !isSame;
  const code = ask.error instanceof ApiProblem ? ask.error.code : null;
  const error =
    code === "address-taken"
      ? words.addressTaken
      : isTried && isSame
        ? t.address.same
        : code === "invalid-input" || (isTried && !isSound)
          ? words.addressWrong
          : undefined;
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    if (!isSound) focusFirstFault(form);
    if (isSound && !ask.isPending)
      ask.mutate(wanted, {
        onSuccess: (after) =>
          announce(after.waiting === null ? t.address.sent(wanted) : t.address.asked(after.displayName)),
        onError: () => focusFirstFault(form),
      });
  }
  return (
    <form noValidate className="stack-s" onSubmit={submit}>
      <p className="small">
        {t.address.help} <ToldByMail words={t.address.mail} />
      </p>
      {reachesFar(person) && secondPerson === "needed" ? <p className="small">{t.address.second}</p> : null}
      {person.changing === null ? null : (
        <p className="small">{t.address.waits(person.changing.address, f.instant(person.changing.expiresAt))}</p>
      )}
      <TextInput
        type="email"
        label={t.address.label}
        help={t.address.present(person.address)}
        autoComplete="off"
        spellCheck={false}
        limit={textLimits.mailAddress}
        value={typed}
        error={error}
        onChange={(event) => {
          ask.reset();
          setTyped(event.target.value);
        }}
      />
      {code === "address-taken" || code === "invalid-input" ? null : (
        <ProblemNote error={ask.error} words={{ "transition-refused": t.refused }} />
      )}
      <div className="row">
        <Button type="submit" busy={ask.isPending}>
          {t.address.submit}
        </Button>
      </div>
    </form>
  );
}
