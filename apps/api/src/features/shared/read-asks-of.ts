import type { AsksOfCountry } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listAskedReports, listAskMessages, listExchanges } from "@avances/db/queries/exchange-queries";
import { listNoticeReplies } from "@avances/db/queries/mail-reply-queries";
import { listActiveUsers } from "@avances/db/queries/user-queries";
import { contactRoles } from "@avances/domain/access";
import type { Country } from "@avances/domain/reference";
import { asksOfCountry } from "./asks-of-country.ts";

/** The requests to each of these countries that ever had a report (or to `only` one) and its answers, read in five statements. */
export async function readAsksOf(
  tx: Tx,
  countries: readonly Country[],
  only: string | undefined,
  now: Date,
): Promise<readonly AsksOfCountry[]> {
  const [reports, messages, exchanges, replies, contacts] = await Promise.all([
    listAskedReports(tx, only),
    listAskMessages(tx, only),
    listExchanges(tx, only),
    listNoticeReplies(tx, { country: only }),
    listActiveUsers(
      tx,
      contactRoles,
      countries.map(({ alpha3 }) => alpha3),
    ),
  ]);
  const reportsOf = Map.groupBy(reports, ({ countryCode }) => countryCode);
  const messagesOf = Map.groupBy(messages, ({ notice }) => notice.countryCode);
  const exchangesOf = Map.groupBy(exchanges, ({ countryCode }) => countryCode);
  const byNotice = Map.groupBy(replies, ({ noticeId }) => noticeId);
  const repliesTo = (noticeId: string) => (byNotice.get(noticeId) ?? []).map(({ reply }) => reply);
  return countries.flatMap((country) => {
    const code = country.alpha3;
    const own = reportsOf.get(code) ?? [];
    if (own.length === 0 && only === undefined) return [];
    return [
      asksOfCountry(
        country,
        {
          ...{ reports: own, messages: messagesOf.get(code) ?? [], exchanges: exchangesOf.get(code) ?? [] },
          repliesTo,
          contacts: contacts.filter(({ countryCode, confirmedAt }) => countryCode === code && confirmedAt !== null),
        },
        now,
      ),
    ];
  });
}
