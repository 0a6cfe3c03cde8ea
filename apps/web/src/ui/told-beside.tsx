import type { listNarratives, QueryInputOf } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { call, operation } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { cameByLink } from "#lib/person-rights.ts";
import { usePagePerson } from "#lib/session.ts";
import { meetingTexts } from "./meeting.texts.ts";
import { progressTexts } from "./progress.texts.ts";
import { toldBesideTexts } from "./told-beside.texts.ts";
import { Title } from "./translated-words.tsx";
import { VisibilityMark } from "./visibility-mark.tsx";

const list = operation<typeof listNarratives>("GET", "/told-progress");
type Asked = QueryInputOf<typeof listNarratives>;

const narrativesBeside = (asked: Asked) =>
  queryOptions({
    // Below the meetings, so that they are read again with what is told for one.
    queryKey: ["meetings", "narratives", "beside", asked],
    queryFn: ({ signal }) => call(list, { query: asked, signal }),
  });

/**
 * Beside the figures of an indicator or a country, for whoever reads the Network: what countries tell of their progress, each with its page. Nothing for
 * others, and where nothing is told.
 */
export function ToldBeside({ asked }: { readonly asked: Asked }) {
  const t = useTexts(toldBesideTexts);
  const o = useTexts(progressTexts);
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person } = usePagePerson();
  const enabled = person !== null && mayDo(person.role, "network.read") && !cameByLink(person);
  const { data } = useQuery({ ...narrativesBeside(asked), enabled });
  const participants = useQuery({ ...participantsQuery, enabled });
  if (!enabled || data === undefined || data.narratives.length === 0 || participants.data === undefined) return null;
  const nameOf = namesOf(participants.data.participants, lang);
  return (
    <section className="section stack" aria-labelledby="told">
      <div className="stack-s">
        <h2 id="told">{asked.indicator === undefined ? t.ofCountry : t.ofIndicator}</h2>
        <p className="small quiet">{t.note}</p>
      </div>
      <ul>
        {data.narratives.map((one) => (
          <li key={one.id}>
            <Link to="/$lang/network/$" params={{ lang, _splat: `narratives/${one.id}` }}>
              <Title words={one.words} />
            </Link>
            <div className="small quiet">
              {t.one(
                nameOf(one.author),
                o.protocols[one.instrument],
                `${m.bodies[one.meeting.body]}, ${f.date(one.meeting.heldOn)}`,
              )}{" "}
              <VisibilityMark visibility={one.visibility} state={one.state} />
              {one.invented ? `. ${t.invented}` : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
