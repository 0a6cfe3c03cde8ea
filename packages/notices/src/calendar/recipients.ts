import type { Recipient } from "@avances/db/queries/recipient-queries";
import { audienceFacts, type NoticeAudience } from "@avances/domain/round";

/** A recipient and the capacity in which they get a notice. */
export type Addressee = InCapacity<Recipient>;

type InCapacity<Person> = Person & { readonly audience: NoticeAudience };

/** The people of an audience for one country, each once, in the order of the audience. Each gets one message. */
export function peopleOf<Person extends Pick<Recipient, "role" | "countryCode">>(
  audience: readonly NoticeAudience[],
  country: string,
  everybody: readonly Person[],
): readonly InCapacity<Person>[] {
  return audience.flatMap((name) => {
    const { role, ofCountry } = audienceFacts[name];
    const people = everybody.filter((person) => person.role === role && (!ofCountry || person.countryCode === country));
    return people.map((person) => ({ ...person, audience: name }));
  });
}
