import type { Recipient } from "@avances/db/queries/recipient-queries";
import { audienceFacts, type NoticeAudience } from "@avances/domain/round";

/** A recipient in the capacity in which a notice goes to them. */
export interface Addressee extends Recipient {
  readonly audience: NoticeAudience;
}

/** The people of an audience for one country, each once, in the order of the audience. One message goes to each. */
export function peopleOf(
  audience: readonly NoticeAudience[],
  country: string,
  everybody: readonly Recipient[],
): readonly Addressee[] {
  return audience.flatMap((name) => {
    const { role, ofCountry } = audienceFacts[name];
    const people = everybody.filter((person) => person.role === role && (!ofCountry || person.countryCode === country));
    return people.map((person) => ({ ...person, audience: name }));
  });
}
