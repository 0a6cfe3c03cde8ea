import { roundFacts, roundSentence } from "@avances/domain/submission";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { currentRound } from "#lib/current-round.ts";
import { useFormat } from "#lib/format.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { serverToday, useSession } from "#lib/session.ts";
import { roundStatusQuery, roundsQuery } from "#lib/shared-queries.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { NextMeeting, ReadersNetwork } from "#ui/next-meeting.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { receivedTexts } from "#ui/received.texts.ts";
import { dueWords, receivedWords } from "#ui/received-words.ts";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { StandingMarks } from "#ui/standing-marks.tsx";
import { homeTexts } from "./home.texts.ts";

/** For the RCGM and the Presidency: who has reported, live, without figures and without asking the Secretariat. */
export function StatusBoard() {
  const t = useTexts(homeTexts);
  const { data } = useSuspenseQuery(roundsQuery);
  const { session } = useSession();
  const round = currentRound(data.rounds, serverToday(session));
  if (round === undefined) {
    return (
      <>
        <PageHeader variant="work" title={t.board.caption} />
        <NextMeeting />
        <EmptyState title={t.board.none}>{t.board.noneText}</EmptyState>
        <ReadersNetwork />
      </>
    );
  }
  return <Board year={round.year} />;
}

function Board({ year }: { readonly year: number }) {
  const t = useTexts(homeTexts);
  const lang = useLanguage();
  const r = useTexts(receivedTexts);
  const f = useFormat();
  const { data } = useSuspenseQuery(roundStatusQuery(year));
  const rows = [...data.countries].sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  return (
    <>
      <PageHeader
        variant="work"
        title={t.board.title(roundWords[lang].round(namedRound(data.round)))}
        lead={roundSentence(
          lang,
          roundFacts({ ...data.round, closesOn: data.closesOn }, data.countries, data.today),
          f.date,
        )}
      />
      <NextMeeting />
      <RecordTable
        caption={t.board.caption}
        captionHidden
        heads={[t.board.country, t.board.state, t.board.due, t.board.received]}
      >
        <tbody>
          {rows.map((row) => (
            <Row key={row.country}>
              <th scope="row">
                {row.name[lang]} {row.obligated ? null : <span className="quiet">({t.board.voluntary})</span>}
              </th>
              <td>
                <StandingMarks row={row} full />
              </td>
              <td>{dueWords(row, f) ?? t.history.none}</td>
              <td>{receivedWords(row, r, f) ?? t.history.none}</td>
            </Row>
          ))}
        </tbody>
      </RecordTable>
      <ReadersNetwork />
    </>
  );
}
