import type { CountryStatus } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { DefinitionList } from "#ui/definition-list.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { ExemptMark, ExtendedMark, LateMark, StatusBadge } from "#ui/status-badge.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import styles from "./rounds.module.css";

/** The country's state, with the reasons that do not fit into the table. */
export function RowFacts({ row }: { readonly row: CountryStatus }) {
  const t = useTexts(monitorTexts);
  const words = useTexts(noticeTexts);
  const f = useFormat();
  const { desk, timeliness } = row;
  const last = desk?.lastNotice;
  const items = [
    {
      term: t.column.thisRound,
      value: (
        <span className={styles.marks}>
          <StatusBadge status={row.status} />
          <ExemptMark status={row.status} exempt={row.exempt} />
          {timeliness.kind === "overdue" ? <LateMark days={timeliness.daysLate} /> : null}
          {timeliness.kind === "received_late" ? <LateMark received /> : null}
          {row.extended ? <ExtendedMark to={row.dueOn} /> : null}
        </span>
      ),
    },
    { term: t.column.due, value: f.weekday(row.returnDueOn ?? row.dueOn) },
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
      ? [{ term: t.column.contact, value: `${desk.focalPoint.name}, ${desk.focalPoint.address}` }]
      : []),
    ...(last
      ? [
          {
            term: t.act.lastMessage,
            value: `${words.step[last.step]}, ${f.instant(last.sentAt)}. ${words.state[last.state]}.`,
          },
        ]
      : []),
  ];
  return <DefinitionList items={items} />;
}
