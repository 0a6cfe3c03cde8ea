import type { GuidelineStatement, GuidelinesView } from "@avances/contracts";
import { participantOf } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { guidelinesQuery } from "#lib/guideline-queries.ts";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { LinkButton } from "#ui/button.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import matter from "../matter.module.css";
import { networkTexts } from "../network.texts.ts";
import { putTexts } from "../put.texts.ts";
import { stepName } from "./guideline-queries.ts";
import styles from "./guidelines.module.css";
import { guidelinesTexts } from "./guidelines.texts.ts";

/** How each country applies the Regional Guidelines, step by step: what it says of itself, and beside it the view of IOM. */
export function GuidelinesPage() {
  const t = useTexts(guidelinesTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const guidelines = useQuery(guidelinesQuery);
  const participants = useQuery(participantsQuery);
  const fault = guidelines.error ?? participants.error;
  const { data } = guidelines;
  const isRead = data !== undefined && participants.data !== undefined;
  if (!isRead && fault !== null) throw fault;
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title}
        lead={
          <>
            <p>{t.full}.</p>
            <p>{t.lead}</p>
          </>
        }
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
        ]}
        actions={
          data?.mayChange === true ? (
            <LinkButton to="/$lang/network/$" params={{ lang, _splat: "guidelines/steps" }}>
              {data.sets.length === 0 ? t.enterSteps : t.changeSteps}
            </LinkButton>
          ) : null
        }
      />
      {!isRead ? (
        <Skeleton shape="table" rows={6} />
      ) : (
        <>
          <ToAnswer guidelines={data} participants={participants.data.participants} />
          {data.sets.length === 0 ? (
            <EmptyState title={t.noSteps} />
          ) : (
            <Matrix guidelines={data} participants={participants.data.participants} />
          )}
        </>
      )}
    </>
  );
}

interface GuidelinesProps {
  readonly guidelines: GuidelinesView;
  readonly participants: readonly Participant[];
}

/** For the Secretariat: of which countries there is a view that they alone read. */
function ToAnswer({ guidelines: { toAnswer, sets }, participants }: GuidelinesProps) {
  const t = useTexts(guidelinesTexts).toAnswer;
  const lang = useLanguage();
  const f = useFormat();
  const nameOf = namesOf(participants, lang);
  if (toAnswer.length === 0) return null;
  return (
    <section className="section" aria-labelledby="to-answer">
      <h2 id="to-answer">{t.title}</h2>
      <p>{t.text}</p>
      <ul className={styles.before}>
        {toAnswer.map(({ country, step, replyUntil }, place) => (
          // Of one step a country may have several.
          <li key={`${country} ${step} ${place}`}>
            {t.one(nameOf(country), stepName(sets, step, lang), f.weekday(replyUntil))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Countries by steps. In a cell each side has its own line, never joined to a figure or to one answer. */
function Matrix({ guidelines, participants }: GuidelinesProps) {
  const t = useTexts(guidelinesTexts);
  const p = useTexts(putTexts);
  const lang = useLanguage();
  const f = useFormat();
  const nameOf = namesOf(participants, lang);
  const { person } = useSession();
  const { sets, statements, states } = guidelines;
  const set = sets.at(-1);
  if (set === undefined) return null;
  // The reader's own first; then by their names.
  const countries = guidelines.members.toSorted(
    (one, other) =>
      Number(other === person?.country) - Number(one === person?.country) || f.compare(nameOf(one), nameOf(other)),
  );
  const hasWords = (country: string) =>
    states.includes(country) ||
    set.steps.some(({ code }) => statements.some((one) => one.country === country && one.step === code));
  const silent = countries.filter((country) => !hasWords(country));
  const close = set.steps.filter(({ indicators }) => indicators.length > 0);
  const isSaid = (country: string, code: string) =>
    statements.some((one) => one.country === country && one.step === code);
  const hasDash = countries.some(
    (country) => !states.includes(country) && set.steps.some(({ code }) => !isSaid(country, code)),
  );
  const gone = statements.filter(({ step }) => !set.steps.some(({ code }) => code === step));
  return (
    <>
      <RecordTable
        caption={t.caption}
        captionHidden
        className={styles.matrix}
        heads={[t.country, ...set.steps.map(({ name }) => name[lang])]}
      >
        <tbody>
          {countries.map((country) => (
            <Row key={country} className={hasWords(country) ? undefined : styles.silent}>
              <th scope="row">{nameOf(country)}</th>
              {set.steps.map(({ code, name }) => (
                <td key={code}>
                  <Cell
                    country={country}
                    step={{ code, name: name[lang] }}
                    said={statements.filter((one) => one.country === country && one.step === code)}
                    maySay={states.includes(country)}
                    participants={participants}
                  />
                </td>
              ))}
            </Row>
          ))}
        </tbody>
      </RecordTable>
      {hasDash ? <p className="quiet small">{t.dash}</p> : null}
      {silent.length === 0 ? null : (
        <p className={`quiet small ${styles.silence}`}>{t.silent(f.list(silent.map(nameOf)))}</p>
      )}
      {statements.some(({ invented }) => invented) ? <p className="quiet small">{p.invented}</p> : null}
      {set.source[lang] === "" ? null : <p className="quiet small">{t.source(set.source[lang])}</p>}
      {close.length === 0 ? null : (
        <section className={`section ${styles.below}`} aria-labelledby="close">
          <h2 id="close">{t.close}</h2>
          <ul>
            {close.map(({ code, name, indicators }) => (
              <li key={code}>
                {name[lang]}:{" "}
                {indicators.map((indicator, place) => (
                  <span key={indicator}>
                    {place === 0 ? null : ", "}
                    <Link to="/$lang/indicators/$code" params={{ lang, code: indicator }}>
                      {indicator}
                    </Link>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {gone.length === 0 ? null : (
        <section className="section" aria-labelledby="gone">
          <h2 id="gone">{t.earlier.title}</h2>
          <ul className={matter.list}>
            {gone.map((one) => (
              <li key={one.id}>
                <Link to="/$lang/network/$" params={{ lang, _splat: `guidelines/${one.id}` }}>
                  {t.earlier.one(
                    nameOf(one.country),
                    stepName(sets, one.step, lang, one.setVersion),
                    nameOf(one.author),
                    t.answers[one.said],
                  )}
                </Link>
                {one.state === "draft" ? ` · ${t.draft}` : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      {sets.length < 2 ? null : (
        <section className="section" aria-labelledby="sets">
          <h2 id="sets">{t.sets.title}</h2>
          {sets
            .slice(0, -1)
            .toReversed()
            .map(({ version, at, byName, steps, source }) => (
              <Disclosure key={version} summary={t.sets.one(f.number(version), f.instant(at), byName)}>
                <ul>
                  {steps.map(({ code, name }) => (
                    <li key={code}>{name[lang]}</li>
                  ))}
                </ul>
                {source[lang] === "" ? null : <p className="quiet small">{t.source(source[lang])}</p>}
              </Disclosure>
            ))}
        </section>
      )}
    </>
  );
}

interface CellProps {
  readonly country: string;
  readonly step: { readonly code: string; readonly name: string };
  readonly said: readonly GuidelineStatement[];
  readonly maySay: boolean;
  readonly participants: readonly Participant[];
}

function Cell({ country, step, said, maySay, participants }: CellProps) {
  const t = useTexts(guidelinesTexts);
  const lang = useLanguage();
  const f = useFormat();
  const nameOf = namesOf(participants, lang);
  // The country first, then the others; what is being written, last.
  const rank = ({ author, state }: GuidelineStatement) => (state === "draft" ? 2 : author === country ? 0 : 1);
  const shown = said.toSorted((one, other) => rank(one) - rank(other));
  // Whoever may say something of it, and has.
  const { person } = useSession();
  const isOwnSaid = person !== null && said.some(({ author }) => author === participantOf(person));
  // In a narrow column: organisations by their abbreviation.
  const shortOf = (code: string) => participants.find((one) => one.code === code)?.abbreviation?.[lang] ?? nameOf(code);
  return (
    <>
      {shown.length === 0 && !maySay ? (
        <>
          <span aria-hidden="true">–</span>
          <span className="sr-only">{t.nothing}</span>
        </>
      ) : null}
      {shown.length === 0 ? null : (
        <ul className={styles.voices}>
          {shown.map((one) => (
            <li key={one.id}>
              <span className={styles.who} aria-hidden="true">
                {shortOf(one.author)}
              </span>
              <Link
                className={styles.answer}
                to="/$lang/network/$"
                params={{ lang, _splat: `guidelines/${one.id}` }}
                aria-label={t.voice(nameOf(one.author), t.answers[one.said], step.name, nameOf(country))}
              >
                {t.answers[one.said]}
              </Link>
              <span className={styles.fine}>
                {t.asOf(f.shortDate(one.asOf))}
                {one.state === "draft" ? `; ${t.draft}` : null}
                {one.opening === "first" && one.replyUntil !== null
                  ? `; ${t.first(nameOf(country), f.shortDate(one.replyUntil))}`
                  : null}
                {one.replies.some(({ withdrawn }) => withdrawn === null) ? `; ${t.answered(nameOf(country))}` : null}
              </span>
            </li>
          ))}
        </ul>
      )}
      {maySay && !said.some(({ state }) => state === "draft") ? (
        <Link
          to="/$lang/network/$"
          params={{ lang, _splat: "guidelines/new" }}
          search={{ country, step: step.code } as never}
          className={styles.say}
          aria-label={(isOwnSaid ? t.sayAnewOf : t.sayOf)(step.name, nameOf(country))}
        >
          {isOwnSaid ? t.sayAnew : t.say}
        </Link>
      ) : null}
    </>
  );
}
