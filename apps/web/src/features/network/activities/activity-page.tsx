import type { ActivityView } from "@avances/contracts";
import { languageFacts } from "@avances/domain/catalogue";
import { activityWords, countedAttendance } from "@avances/domain/network";
import { localDate } from "@avances/domain/round";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { meetingsQuery, namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { Button } from "#ui/button.tsx";
import { NumberCell } from "#ui/data-table.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { wordsIn } from "#ui/translated-words.tsx";
import { useNoteSeen } from "../matter.ts";
import { MatterFiles, MatterHistory, MatterLead, MatterWords } from "../matter-parts.tsx";
import { networkTexts } from "../network.texts.ts";
import type { RoomAt } from "../rooms.ts";
import styles from "./activities.module.css";
import { activitiesTexts } from "./activities.texts.ts";
import { activityDays, meetingNamed } from "./activity-days.ts";
import { activityQuery, useActivityEntry } from "./activity-queries.ts";
import { useAimNames } from "./aim-names.ts";

/** Below the first screen. */
const DocumentsAbout = later(() => import("../documents-about.tsx").then((m) => m.DocumentsAbout));

/** Whoever only reads needs no forms. */
const ActivityActs = later(() => import("./activity-acts.tsx").then((m) => m.ActivityActs));

/** A proposal of an activity: its words, who supports it, what a meeting said, and what became of it. */
export function ActivityPage({ params }: Pick<RoomAt, "params">) {
  const t = useTexts(activitiesTexts);
  const { data, error } = useQuery(activityQuery(params.matterId ?? ""));
  useNoteSeen(data);
  if (data !== undefined) return <Activity activity={data} />;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) throw notFound();
  if (error !== null) throw error;
  return (
    <>
      <PageHeader variant="work" title={t.title} />
      <Skeleton shape="table" rows={6} />
    </>
  );
}

interface ActivityProps {
  readonly activity: ActivityView;
}
interface NamedProps extends ActivityProps {
  readonly nameOf: (code: string) => string;
}

function Activity({ activity }: ActivityProps) {
  const t = useTexts(activitiesTexts);
  const w = useTexts(activityWords);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const participants = useQuery(participantsQuery);
  const nameOf = namesOf(participants.data?.participants ?? [], lang);
  const shown = wordsIn(activity.words, lang);
  const { may, state, stage, standing, version } = activity;
  const now = useServerNow();
  // Of what has been there is nothing to enter in a calendar.
  const { held } = activity;
  const lastDay = held === null ? (activity.endsOn ?? activity.startsOn) : (held.untilOn ?? held.fromOn);
  const mayAct = may.write || may.support || may.decide || may.hold || may.evaluate;
  const said = standing === "not_recorded" ? t.overdue : t.stage[stage];
  const stillRead = version === 0 ? "draft" : activity.addressees.length === 0 ? "filed" : "asked";
  return (
    <>
      <PageHeader
        variant="work"
        eyebrow={w.kinds[activity.activityKind]}
        title={shown.subject}
        heading={<span lang={shown.language}>{shown.subject}</span>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          <Link key="room" to="/$lang/network/$" params={{ lang, _splat: "activities" }}>
            {t.title}
          </Link>,
        ]}
        lead={
          <MatterLead matter={activity} nameOf={nameOf} stillRead={t.stillRead[stillRead]}>
            {state === "withdrawn" ? null : <p>{state === "draft" ? t.draftStage : said}</p>}
          </MatterLead>
        }
        actions={
          <>
            {mayAct ? (
              <ActivityActs activity={activity} participants={participants.data?.participants ?? []} nameOf={nameOf} />
            ) : null}
            {version > 0 && lastDay !== null && lastDay >= localDate(now, activity.timeZone) ? (
              <AsEntry activity={activity} />
            ) : null}
          </>
        }
      />
      <MatterWords matter={activity} noBody={t.purpose.none} />
      <Planned activity={activity} nameOf={nameOf} />
      <Aims activity={activity} />
      {version === 0 ? null : (
        <>
          <Support activity={activity} nameOf={nameOf} />
          <Meeting activity={activity} nameOf={nameOf} />
          <Held activity={activity} nameOf={nameOf} />
          <Result activity={activity} nameOf={nameOf} />
        </>
      )}
      {activity.files.length === 0 ? null : <MatterFiles matter={activity} />}
      <DocumentsAbout matterId={activity.id} />
      <MatterHistory matter={activity} nameOf={nameOf} />
    </>
  );
}

function AsEntry({ activity }: ActivityProps) {
  const t = useTexts(activitiesTexts);
  const lang = useLanguage();
  const entry = useActivityEntry(activity.id, lang);
  return (
    <>
      <Button busy={entry.isPending} onClick={() => entry.mutate()}>
        {t.calendarFile}
      </Button>
      <ProblemNote error={entry.error} />
    </>
  );
}

function Planned({ activity, nameOf }: NamedProps) {
  const t = useTexts(activitiesTexts);
  const w = useTexts(activityWords);
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const { place, host, funding, audience, words } = activity;
  const where = [place, host === null ? "" : nameOf(host)].filter((one) => one !== "");
  return (
    <section className="section" aria-labelledby="planned">
      <h2 id="planned">{t.facts.title}</h2>
      <DefinitionList
        items={[
          { term: t.facts.days, value: activityDays(m, f, activity) ?? t.noDay },
          { term: t.facts.place, value: where.length === 0 ? t.facts.noPlace : where.join(", ") },
          { term: t.facts.audience, value: f.list(audience.map((one) => w.institutions[one])) },
          {
            term: t.facts.funding,
            value: (
              <>
                {w.fundings[funding.state]}
                {funding.note === "" ? null : (
                  <>
                    : <span lang={words.language}>{funding.note}</span>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

function Aims({ activity }: ActivityProps) {
  const t = useTexts(activitiesTexts).aims;
  const nameOfAim = useAimNames();
  return (
    <section className="section" aria-labelledby="aims">
      <h2 id="aims">{t.title}</h2>
      <ul>
        {activity.aims.map((aim) => (
          <li key={aim.code}>{nameOfAim(aim)}</li>
        ))}
      </ul>
    </section>
  );
}

function Support({ activity: { said, supporters, addressees, declined }, nameOf }: NamedProps) {
  const texts = useTexts(activitiesTexts);
  const t = texts.support;
  const f = useFormat();
  const last = (code: string) => said.support.findLast(({ participant }) => participant === code);
  const ended = said.support.filter(
    (one) => !one.supports && last(one.participant) === one && !supporters.includes(one.participant),
  );
  return (
    <section className="section" aria-labelledby="support">
      <h2 id="support">{t.title}</h2>
      {supporters.length === 0 ? <p>{t.none}</p> : null}
      {addressees.length === 0 ? null : <p>{t.asked(f.list(addressees.map(nameOf).sort(f.compare)))}</p>}
      <ul>
        {supporters.map((code) => (
          <li key={code}>{t.one(nameOf(code), f.shortDay(last(code)?.at ?? ""))}</li>
        ))}
        {ended.map((one) => (
          <li key={one.participant} className="quiet">
            {t.ended(nameOf(one.participant), f.shortDay(one.at))}
          </li>
        ))}
      </ul>
      {said.declines.length === 0 ? null : (
        <>
          <h3>{texts.decline.title}</h3>
          <p className="quiet small">{texts.decline.readBy}</p>
          <ul>
            {said.declines.toReversed().map((one) => (
              <li key={one.at}>
                {texts.decline.one(nameOf(one.participant), f.shortDay(one.at))}:{" "}
                <q lang={one.language} className={styles.body}>
                  {one.text}
                </q>
                {declined.includes(one.participant) ? null : ` ${texts.decline.supportsNow}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Meeting({ activity: { said }, nameOf }: NamedProps) {
  const t = useTexts(activitiesTexts).meeting;
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const meetings = useQuery(meetingsQuery);
  return (
    <section className="section" aria-labelledby="meeting-said">
      <h2 id="meeting-said">{t.title}</h2>
      {said.endorsements.length === 0 ? <p>{t.none}</p> : null}
      <ul>
        {said.endorsements.toReversed().map((one) => (
          <li key={one.at}>
            {t.one(meetingNamed(meetings.data?.meetings ?? [], one.meetingId, m, f), t.said[one.said], one.point)}{" "}
            <span className={styles.fine}>{t.by(one.byName ?? nameOf("RCM-TS"), f.instant(one.at))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type HeldView = NonNullable<ActivityView["held"]>;

/** What was said last, and below it, to be opened, what was said before. */
function Held({ activity: { said, author }, nameOf }: NamedProps) {
  const t = useTexts(activitiesTexts).held;
  const [last, ...before] = said.held.toReversed();
  if (last === undefined) return null;
  return (
    <section className="section stack-s" aria-labelledby="held">
      <h2 id="held">{t.title}</h2>
      <HeldOnce held={last} author={author} nameOf={nameOf} />
      {before.length === 0 ? null : (
        <Disclosure summary={t.corrected}>
          {before.map((one) => (
            <HeldOnce key={one.at} held={one} author={author} nameOf={nameOf} />
          ))}
        </Disclosure>
      )}
    </section>
  );
}

function HeldOnce({
  held,
  author,
  nameOf,
}: { readonly held: HeldView; readonly author: string } & Pick<NamedProps, "nameOf">) {
  const t = useTexts(activitiesTexts).held;
  const w = useTexts(activityWords);
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const { persons, countries } = countedAttendance(held.attendance);
  return (
    <>
      <p>{t.one(activityDays(m, f, { startsOn: held.fromOn, endsOn: held.untilOn }) ?? "", held.place)}</p>
      {held.attendance.length === 0 ? (
        <p>{t.uncounted}</p>
      ) : (
        <>
          <p>{t.total(persons, countries)}</p>
          <RecordTable
            caption={t.caption}
            captionHidden
            heads={[t.country, t.institution, { label: t.persons, isNumber: true }]}
          >
            <tbody>
              {held.attendance.map(({ country, institution, persons: n }) => (
                <Row key={`${country} ${institution}`}>
                  <th scope="row">{country === null ? t.noCountry : nameOf(country)}</th>
                  <td>{w.institutions[institution]}</td>
                  <NumberCell>{f.number(n)}</NumberCell>
                </Row>
              ))}
            </tbody>
          </RecordTable>
        </>
      )}
      <p className={styles.fine}>{t.by(held.byName ?? nameOf(author), f.instant(held.at))}</p>
    </>
  );
}

type EvaluationView = NonNullable<ActivityView["evaluation"]>;

function Result({ activity: { said, author }, nameOf }: NamedProps) {
  const t = useTexts(activitiesTexts);
  const [last, ...before] = said.evaluations.toReversed();
  if (last === undefined) return null;
  return (
    <section className="section stack-s" aria-labelledby="result">
      <h2 id="result">{t.result.title}</h2>
      <p className="quiet small">{t.result.note}</p>
      <ResultOnce evaluation={last} author={author} nameOf={nameOf} />
      {before.length === 0 ? null : (
        <Disclosure summary={t.held.corrected}>
          {before.map((one) => (
            <ResultOnce key={one.at} evaluation={one} author={author} nameOf={nameOf} />
          ))}
        </Disclosure>
      )}
    </section>
  );
}

function ResultOnce({
  evaluation: { language, text, results, at, byName },
  author,
  nameOf,
}: { readonly evaluation: EvaluationView; readonly author: string } & Pick<NamedProps, "nameOf">) {
  const t = useTexts(activitiesTexts);
  const f = useFormat();
  const lang = useLanguage();
  const nameOfAim = useAimNames();
  return (
    <>
      {text === "" ? null : (
        <p className={styles.body} lang={language}>
          {text}
        </p>
      )}
      {results.length === 0 ? (
        <p>{t.result.none}</p>
      ) : (
        <RecordTable
          caption={t.result.caption}
          captionHidden
          heads={[t.result.indicator, t.result.year, t.result.text]}
        >
          <tbody>
            {results.map((one) => (
              <Row key={`${one.indicator} ${one.year}`}>
                <th scope="row">{nameOfAim({ kind: "indicator", code: one.indicator })}</th>
                <td>{one.year}</td>
                <td lang={language} className={styles.body}>
                  {one.text}
                </td>
              </Row>
            ))}
          </tbody>
        </RecordTable>
      )}
      <p className={styles.fine}>
        {t.held.by(byName ?? nameOf(author), f.instant(at))}
        {language === lang ? null : ` ${t.result.writtenIn(languageFacts[language].called[lang])}`}
      </p>
    </>
  );
}
