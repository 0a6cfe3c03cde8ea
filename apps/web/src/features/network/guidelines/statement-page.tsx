import type { GuidelineStatement, GuidelineStatementView, GuidelinesView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { guidelinesQuery } from "#lib/guideline-queries.ts";
import { later } from "#lib/later.tsx";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { matterTexts } from "#ui/matter.texts.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Title, wordsIn } from "#ui/translated-words.tsx";
import styles from "../matter.module.css";
import { useNoteSeen } from "../matter.ts";
import { MatterFiles, MatterHistory, MatterLead, MatterWords } from "../matter-parts.tsx";
import { networkTexts } from "../network.texts.ts";
import { ReplyList } from "../reply-list.tsx";
import type { RoomAt } from "../rooms.ts";
import { isView, statementActs, statementQuery, stepName } from "./guideline-queries.ts";

import { guidelinesTexts } from "./guidelines.texts.ts";

/** Whoever only reads needs no forms. */
const StatementActs = later(() => import("./statement-acts.tsx").then((m) => m.StatementActs));

/** What a side says of one step in one country: its evidence, the answer of the country, and what else is said beside it. */
export function StatementPage({ params }: Pick<RoomAt, "params">) {
  const t = useTexts(guidelinesTexts);
  const statement = useQuery(statementQuery(params.matterId ?? ""));
  const guidelines = useQuery(guidelinesQuery);
  const { data } = statement;
  useNoteSeen(data);
  if (data !== undefined && guidelines.data !== undefined)
    return <Statement statement={data} guidelines={guidelines.data} />;
  const error = statement.error ?? guidelines.error;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) throw notFound();
  if (error !== null) throw error;
  return (
    <>
      <PageHeader variant="work" title={t.title} />
      <Skeleton shape="table" rows={6} />
    </>
  );
}

export interface StatementProps {
  readonly statement: GuidelineStatementView;
  readonly guidelines: GuidelinesView;
  readonly nameOf: (code: string) => string;
}

function Statement({ statement, guidelines }: Omit<StatementProps, "nameOf">) {
  const t = useTexts(guidelinesTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person } = useSession();
  const participants = useQuery(participantsQuery);
  const nameOf = namesOf(participants.data?.participants ?? [], lang);
  const { country, step, setVersion, state } = statement;
  const shown = wordsIn(statement.words, lang);
  const [name, worded] = [stepName(guidelines.sets, step, lang), stepName(guidelines.sets, step, lang, setVersion)];
  const mayTranslate = person !== null && mayDo(person.role, "matter.translate") && state === "filed";
  const props = { statement, guidelines, nameOf };
  return (
    <>
      <PageHeader
        variant="work"
        eyebrow={t.statement.eyebrow(nameOf(country), name)}
        title={shown.subject}
        heading={<span lang={shown.language}>{shown.subject}</span>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          <Link key="room" to="/$lang/network/$" params={{ lang, _splat: "guidelines" }}>
            {t.title}
          </Link>,
        ]}
        lead={
          <MatterLead
            matter={statement}
            nameOf={nameOf}
            reads={<Reads statement={statement} nameOf={nameOf} />}
            stillRead={useStillRead(statement, nameOf(country))}
          >
            <p>
              <strong>
                {t.statement.said(nameOf(statement.author), t.answers[statement.said], f.date(statement.asOf))}
              </strong>
            </p>
            {worded === name ? null : <p>{t.statement.worded(f.number(setVersion), worded)}</p>}
          </MatterLead>
        }
        actions={
          statement.mayWrite || statement.mayReply || mayTranslate ? (
            <StatementActs {...props} mayTranslate={mayTranslate} />
          ) : null
        }
      />
      <MatterWords matter={statement} />
      {statement.files.length === 0 ? null : <MatterFiles matter={statement} />}
      {isView(statement) && statement.version > 0 ? (
        <ReplyList
          matterId={statement.id}
          queries={statementActs.key}
          replies={statement.replies}
          mayTakeBack={({ withdrawn }) => withdrawn === null && statement.mayReply}
          nameOf={nameOf}
          says={t.statement.replies}
        />
      ) : null}
      {statement.version > 0 ? <Beside {...props} /> : null}
      <MatterHistory matter={statement} nameOf={nameOf} />
    </>
  );
}

interface OfStatement {
  readonly statement: GuidelineStatement;
  readonly nameOf: (code: string) => string;
}

/** Who reads it now, and who will. */
function Reads({ statement, nameOf }: OfStatement) {
  const t = useTexts(guidelinesTexts).statement;
  const m = useTexts(matterTexts);
  const f = useFormat();
  const { opening, openedAt, replyUntil, replyDays, visibility, state } = statement;
  const who = m.levels[visibility];
  const country = nameOf(statement.country);
  if (state === "withdrawn") return m.states.withdrawn;
  if (!isView(statement)) return state === "draft" ? `${m.states.draft}. ${m.willSee(who)}` : m.doesSee(who);
  const since = openedAt === null ? "" : f.instant(openedAt);
  const until = replyUntil === null ? "" : f.date(replyUntil);
  switch (opening) {
    case "first":
      return t.reads.first(country, until, who);
    case "replied":
      return t.reads.replied(country, since, who);
    case "days":
      return t.reads.days(country, until, since, who);
    // A view that is at its level from the beginning there is not.
    case "draft":
    case "level":
      return t.reads.draft(country, t.days(replyDays ?? 0), who);
  }
}

/** Of what was withdrawn: who still reads it. */
function useStillRead(statement: GuidelineStatement, country: string): string {
  const t = useTexts(guidelinesTexts).stillRead;
  if (statement.version === 0) return t.draft;
  if (!isView(statement)) return t.own;
  return statement.openedAt === null ? t.first(country) : t.view(country);
}

/** The other voices on the same step in the same country, and what was said before. */
function Beside({ statement: { others }, nameOf }: StatementProps) {
  const t = useTexts(guidelinesTexts);
  const lang = useLanguage();
  const f = useFormat();
  return (
    <section className="section" aria-labelledby="beside">
      <h2 id="beside">{t.statement.beside.title}</h2>
      {others.length === 0 ? (
        <p>{t.statement.beside.none}</p>
      ) : (
        <ul className={styles.list}>
          {others.map((one) => (
            <li key={one.id}>
              <Link to="/$lang/network/$" params={{ lang, _splat: `guidelines/${one.id}` }}>
                {t.statement.beside.one(nameOf(one.author), t.answers[one.said], f.date(one.asOf))}
              </Link>
              <div>
                <Title words={one.words} />
              </div>
              <div className="quiet small">
                {one.filedAt === null ? null : `${t.statement.beside.filed(f.instant(one.filedAt))}. `}
                <Reads statement={one} nameOf={nameOf} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
