import type { CountryStatus } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { DefinitionList } from "#ui/definition-list.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { PhoneLink } from "#ui/phone-link.tsx";
import { StandingMarks } from "#ui/standing-marks.tsx";
import { scheduledWords } from "./desk-cells.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import type { Message } from "./rounds-queries.ts";

/** The country's state, with the reasons, addressees and hours that do not fit into the table. */
export function RowFacts({ row }: { readonly row: CountryStatus }) {
  const t = useTexts(monitorTexts);
  const words = useTexts(noticeTexts);
  const f = useFormat();
  const { desk } = row;
  const message = ({ step, at, to }: Message) =>
    `${words.step[step]}, ${f.instant(at, row.timeZone)}. ${to.map(({ name, state }) => `${name}: ${words.state[state]}`).join(". ")}.`;
  const next = desk?.nextNotice;
  const items = [
    { term: t.column.thisRound, value: <StandingMarks row={row} full /> },
    // Whoever is exempt owes nothing by any day.
    ...(row.exempt ? [] : [{ term: t.column.due, value: f.weekday(row.returnDueOn ?? row.dueOn) }]),
    ...(desk?.hold
      ? [
          {
            term: t.hold.term,
            value: `${t.hold.until(f.date(desk.hold.lastDay), desk.hold.ofRound)}: ${desk.hold.reason} (${desk.hold.byName})`,
          },
        ]
      : []),
    ...(row.extensionReason ? [{ term: t.act.extensionReason, value: row.extensionReason }] : []),
    ...(row.exemptReason ? [{ term: t.act.exemptReason, value: row.exemptReason }] : []),
    ...(desk?.focalPoint
      ? [
          {
            term: t.column.contact,
            value: (
              <>
                {desk.focalPoint.name}, {desk.focalPoint.address}
                {desk.focalPoint.phone === null ? null : (
                  <>
                    , <PhoneLink name={desk.focalPoint.name} phone={desk.focalPoint.phone} />
                  </>
                )}
              </>
            ),
          },
        ]
      : []),
    ...(desk?.lastAsk ? [{ term: t.act.lastAsk, value: message(desk.lastAsk) }] : []),
    ...(desk?.lastOther ? [{ term: t.column.other, value: message(desk.lastOther) }] : []),
    ...(desk?.scheduled ? [{ term: t.scheduled.term, value: scheduledWords(desk.scheduled, row.timeZone, t, f) }] : []),
    ...(next
      ? [
          {
            term: t.act.next,
            value: `${words.step[next.step]}${next.proposedAt === null ? `, ${f.instant(next.at, row.timeZone)}` : ""}. ${next.to.length === 0 ? t.reachesNobody : f.list(next.to)}.${next.needsConfirmation ? ` ${t.confirmedFirst}` : ""}`,
          },
        ]
      : []),
  ];
  return <DefinitionList items={items} />;
}
