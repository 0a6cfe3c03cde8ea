import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { networkTexts } from "./network.texts.ts";
import { meetingsQuery, participantsQuery } from "./network-queries.ts";

/** The meetings of the Network, the latest first. */
export function Overview() {
  const t = useTexts(networkTexts);
  return (
    <>
      <PageHeader variant="work" title={t.title} lead={<p>{t.lead}</p>} />
      <Meetings />
    </>
  );
}

function Meetings() {
  const t = useTexts(networkTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { data, error } = useQuery(meetingsQuery);
  const participants = useQuery(participantsQuery);
  if (data === undefined || participants.data === undefined) {
    const fault = error ?? participants.error;
    if (fault !== null) throw fault;
    return <Skeleton shape="table" rows={4} />;
  }
  if (data.meetings.length === 0) return <EmptyState title={t.none} />;
  const names = new Map(participants.data.participants.map(({ code, name }) => [code, name[lang]]));
  return (
    <DataTable caption={t.meetings}>
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          <th scope="col">{t.body}</th>
          <th scope="col">{t.place}</th>
          <th scope="col">{t.host}</th>
          <th scope="col">{t.standing}</th>
        </tr>
      </thead>
      <tbody>
        {data.meetings.map(({ id, heldOn, untilOn, body, place, host, state, publicSource }) => (
          <tr key={id}>
            <th scope="row">{untilOn === null ? f.date(heldOn) : t.days(f.date(heldOn), f.date(untilOn))}</th>
            <td>{t.bodies[body]}</td>
            <td>{place}</td>
            <td>{host === null ? t.noHost : (names.get(host) ?? host)}</td>
            <td>
              {t.states[state]}
              {publicSource === null ? null : <p className="quiet small">{t.source(publicSource)}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
