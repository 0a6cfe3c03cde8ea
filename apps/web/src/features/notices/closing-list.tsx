import type { CountryStatus, getClosingList, getClosingListWorkbook } from "@avances/contracts";
import { isClosedFor, localDate } from "@avances/domain/round";
import { closingCounts, closingPart, closingParts, closingSentence, isListed } from "@avances/domain/submission";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { callForFile, operation } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { keepFile } from "#lib/keep-file.ts";
import { roundStatusQuery } from "#lib/shared-queries.ts";
import { Button } from "#ui/button.tsx";
import { NumberCell } from "#ui/data-table.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { GroupRow, RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { closingTexts } from "./closing.texts.ts";
import styles from "./notices.module.css";

/** Who has reported in time, after its date or not, who is exempt, and apart from them who may report voluntarily; as a file for the report. */
export function ClosingList({ year }: { readonly year: string }) {
  const t = useTexts(closingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { data, error } = useQuery(roundStatusQuery(Number(year)));
  if (data === undefined) return error === null ? <Skeleton shape="table" /> : <ProblemNote error={error} />;
  const now = new Date(data.generatedAt);
  const isOver = data.today >= data.closesOn;
  const byPart = Map.groupBy(
    [...data.countries].sort((one, other) => f.compare(one.name[lang], other.name[lang])),
    closingPart,
  );
  return (
    <section className="section" aria-labelledby="closing">
      <h2 id="closing" className={styles.heading}>
        {t.heading}
      </h2>
      <p className="lead">{closingSentence(closingCounts(data.countries), lang)}</p>
      <p className={styles.intro}>{isOver ? t.over(f.date(data.closesOn)) : t.open(f.date(data.closesOn))}</p>
      <Files year={Number(year)} />
      <RecordTable
        caption={t.caption}
        captionHidden
        dense
        heads={[t.country, t.due, t.received, { label: t.asks, isNumber: true }]}
      >
        {closingParts.map((part) => {
          const rows = byPart.get(part);
          return rows === undefined ? null : (
            <tbody key={part}>
              <GroupRow>
                {t.part[part]} ({f.number(rows.length)})
              </GroupRow>
              {rows.map((row) => (
                <Line key={row.country} row={row} closedAt={data.round.closedAt} now={now} />
              ))}
            </tbody>
          );
        })}
      </RecordTable>
    </section>
  );
}

interface LineProps {
  readonly row: CountryStatus;
  /** When the secretariat closed the round before its day. */
  readonly closedAt: string | null;
  readonly now: Date;
}

function Line({ row, closedAt, now }: LineProps) {
  const t = useTexts(closingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { firstSubmittedAt, timeZone, timeliness, obligated, extended, exempt, status } = row;
  const part = closingPart(row);
  const isSoFar = part === "not_received" && !isListed(row, localDate(now, timeZone), isClosedFor(row, closedAt));
  const isSent = firstSubmittedAt !== null;
  const notes = [
    isSoFar && t.soFar,
    (part === "late" || part === "not_received") && t.days(f.days(timeliness.daysLate)),
    extended && obligated && !exempt && t.note.extended,
    exempt && isSent && t.note.exemptSent,
    isSent && status === "draft" && t.note.withdrawn,
    status === "returned" && t.note.returned,
  ].filter((note) => note !== false);
  return (
    <Row>
      <th scope="row" className={styles.closingCountry}>
        {row.name[lang]}
        {notes.length === 0 ? null : <span className={styles.fine}>{notes.join("; ")}</span>}
      </th>
      <td>{obligated && !exempt ? f.shortDate(row.dueOn) : t.none}</td>
      <td>{isSent ? f.shortDate(localDate(new Date(firstSubmittedAt), timeZone)) : t.none}</td>
      <NumberCell>{f.number(row.desk?.asks ?? 0)}</NumberCell>
    </Row>
  );
}

const csv = operation<typeof getClosingList>("GET", "/rounds/:year/closing-list.csv");
const xlsx = operation<typeof getClosingListWorkbook>("GET", "/rounds/:year/closing-list.xlsx");

function Files({ year }: { readonly year: number }) {
  const t = useTexts(closingTexts).file;
  const language = useLanguage();
  const fetching = useMutation({
    mutationFn: async (kind: keyof typeof t) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const input = { params: { year }, query: { language, timeZone } };
      keepFile(await (kind === "csv" ? callForFile(csv, input) : callForFile(xlsx, input)));
    },
  });
  return (
    <div className={styles.filters}>
      {(["xlsx", "csv"] as const).map((kind) => (
        <Button
          key={kind}
          size="small"
          busy={fetching.isPending && fetching.variables === kind}
          onClick={() => fetching.mutate(kind)}
        >
          {t[kind]}
        </Button>
      ))}
      <ProblemNote error={fetching.error} />
    </div>
  );
}
