import type { ValueMark } from "@avances/charts/series";
import { useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { pageFacts } from "#lib/page-facts.ts";
import type { PublicCountry, PublicIndex } from "#lib/published-queries.ts";
import { catalogueNames, reversalSentence } from "#lib/reversal.ts";
import { roundWords } from "#lib/round-words.ts";
import { type Speech, useSpeech } from "#lib/speech.ts";
import { classNames } from "#ui/class-names.ts";
import { sourceTexts } from "#ui/page-source.texts.ts";
import { scoreTexts } from "#ui/score.texts.ts";
import { statusTexts } from "#ui/status.texts.ts";
import { StatusShape } from "#ui/status-badge.tsx";
import { uiTexts } from "#ui/ui.texts.ts";
import { ValueMarkPicture, ValueWord } from "#ui/value-mark.tsx";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { ValueState } from "#ui/value-state.tsx";
import { Wordmark } from "#ui/wordmark.tsx";
import { changeFacts, openFacts } from "./change-facts.ts";
import { countriesTexts } from "./countries.texts.ts";
import { countryProgressFacts, countryReversals } from "./country-facts.ts";
import { ProfileBar, ProfileKey } from "./country-profile.tsx";
import { countryProgressWords } from "./country-sentences.ts";
import styles from "./country-sheet.module.css";
import { type ProfileFacts, type ProfileRow, profileFacts } from "./profile-facts.ts";
import { measuredWords, profileLabel, shortChange } from "./profile-sentences.ts";
import { sheetTexts } from "./sheet.texts.ts";
import { leftColumn, rightColumn } from "./sheet-columns.ts";
import { type CountedRow, countedFacts, marksOnSheet, type SheetRound, sheetRounds } from "./sheet-facts.ts";
import { columnLines, type FigureWidth, type Fitted } from "./sheet-room.ts";

interface CountrySheetProps {
  readonly data: PublicCountry;
  readonly region: PublicIndex;
  readonly today: string;
}

/** Rounds of the strip, and columns of figures. */
const most = { rounds: 6, figures: 4 };

/** The country on one sheet of paper: what a printed page shows instead of the page. What does not fit is counted, and left to the page. */
export function CountrySheet({ data, region, today }: CountrySheetProps) {
  const t = useTexts(sheetTexts);
  const f = useFormat();
  const lang = useLanguage();
  const speech = useSpeech([data.country]);
  // Tells `print.css`, for browsers without `:has`.
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.printed = "sheet";
    return () => {
      delete dataset.printed;
    };
  }, []);
  const names = catalogueNames(region, lang);
  const name = data.country.name[lang];
  const { rounds, earlier } = sheetRounds(data, today, most.rounds);
  const profile = profileFacts(data, region);
  const changes = changeFacts(data);
  const open = openFacts(data);
  const counted = countedFacts(data, rounds, most.figures);
  const leads = countryProgressFacts(data).map((facts) => countryProgressWords(facts, speech, names));
  const cautions = [...countryReversals(data).map((facts) => reversalSentence(facts, speech, names)), t.judged];
  const room = columnLines(
    leads.map(({ protocol, finding, rest }) => protocol + finding + rest),
    cautions,
  );
  const left = leftColumn(room, changes, open, speech);
  const right = rightColumn(room, data, counted, speech);
  const shownMarks = marksOnSheet(rounds, right.counted.shown);
  return (
    <article className={styles.sheet} data-sheet="">
      <header className={styles.head}>
        <Wordmark />
        <span>{t.about}</span>
        <Demonstration shown={data.edition?.demonstration === true} />
      </header>
      <div className={styles.name}>
        <h2>{name}</h2>
        <Strip rounds={rounds} earlier={earlier} />
      </div>
      {profile === null ? (
        <p className={styles.lead}>{t.nothing}</p>
      ) : (
        <>
          {leads.map(({ protocol, finding, rest }) => (
            <p key={protocol} className={styles.lead}>
              {protocol}
              <b>{finding}</b>
              {rest}
            </p>
          ))}
          <Profile facts={profile} region={region} country={name} speech={speech} />
        </>
      )}
      <div className={styles.columns}>
        {profile === null ? null : (
          <div>
            <section>
              <h3>
                {t.changed}{" "}
                {changes === null ? null : (
                  <small>{t.span(changes.before.referenceYear, changes.now.referenceYear)}</small>
                )}
              </h3>
              <Changes {...left} />
            </section>
            {left.open.length === 0 ? null : (
              <section>
                <h3>{t.open}</h3>
                {left.open.map(({ why, text }) => (
                  <p key={why} className={styles.open}>
                    <ValueMarkPicture mark={why} />
                    <span>
                      <b>{valueStateTexts[lang].state[why]}</b> {text}
                    </span>
                  </p>
                ))}
              </section>
            )}
          </div>
        )}
        <div>
          {profile === null ? null : <Counted rounds={counted.rounds} fitted={right.counted} width={right.width} />}
          <section>
            <h3>
              {t.timeline} <small>{t.treatiesAsOf(f.date(data.country.treatiesAsOf))}</small>
            </h3>
            {right.timeline.shown.map((line) => (
              <p key={line.key} className={styles.line}>
                <b>{line.day}</b> {line.words}
              </p>
            ))}
            <More n={right.timeline.left} />
          </section>
        </div>
      </div>
      {profile === null ? null : (
        <section className={styles.care}>
          <h3>{t.care}</h3>
          {cautions.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      )}
      <footer className={styles.foot}>
        <Legend rounds={rounds} marks={shownMarks} hasChanges={profile !== null} />
        <p>
          <span>{profile === null ? null : t.source(name)}</span>
          <span>{t.one}</span>
        </p>
        <p>
          <span>
            {t.where} {`${pageFacts().portal}/${lang}/countries/${data.country.iso3}`}
          </span>
        </p>
        <Edition data={data} region={region} />
      </footer>
    </article>
  );
}

function Demonstration({ shown }: { readonly shown: boolean }) {
  const t = useTexts(uiTexts);
  return shown ? <strong className={styles.demonstration}>{t.demonstration}</strong> : null;
}

function More({ n }: { readonly n: number }) {
  const t = useTexts(sheetTexts);
  const f = useFormat();
  return n === 0 ? null : <p className={styles.line}>{t.more(f.number(n))}</p>;
}

function Strip({ rounds, earlier }: { readonly rounds: readonly SheetRound[]; readonly earlier: number }) {
  const t = useTexts(sheetTexts);
  const f = useFormat();
  const words = roundWords[useLanguage()];
  const { short } = useTexts(statusTexts);
  return (
    <ol className={styles.strip}>
      {earlier > 0 ? <li className={styles.earlier}>{t.earlier(f.number(earlier))}</li> : null}
      {rounds.map((round) => (
        <li key={round.roundYear}>
          {round.mark === null ? (
            <>
              <StatusShape status="published" />
              <span className="sr-only">{short.published}</span>
            </>
          ) : (
            <ValueState state={round.mark} />
          )}
          <b>{round.referenceYear}</b>
          <span>{words.name(round)}</span>
        </li>
      ))}
    </ol>
  );
}

function Profile({
  facts,
  region,
  country,
  speech,
}: {
  readonly facts: ProfileFacts;
  readonly region: PublicIndex;
  readonly country: string;
  readonly speech: Speech;
}) {
  const t = useTexts(sheetTexts);
  const { allDimensions, dimension } = useTexts(countriesTexts);
  const lang = useLanguage();
  const parts = [null, ...region.dimensions.map(({ code }) => code)];
  const nameOf = (part: string | null) =>
    part === null ? allDimensions : (region.dimensions.find(({ code }) => code === part)?.shortName[lang] ?? part);
  return (
    <section className={styles.profile}>
      <h3>
        {t.standing} <small>{t.standingHow(roundWords[lang].data(facts.round))}</small>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{dimension}</span>
            </th>
            {region.instruments.map(({ code, shortName }) => (
              <th scope="col" key={code}>
                {shortName[lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part, place) => (
            <tr key={part ?? "all"}>
              <th scope="row">{nameOf(part)}</th>
              {facts.instruments.map(({ instrument, rows }) => (
                <td key={instrument}>{rows[place] ? <Unit row={rows[place]} speech={speech} /> : null}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ProfileKey rows={facts.instruments.flatMap(({ rows }) => rows)} country={country} />
    </section>
  );
}

function Unit({ row, speech }: { readonly row: ProfileRow; readonly speech: Speech }) {
  const score = useTexts(scoreTexts);
  const { result, changes } = row;
  const [first] = changes;
  return (
    <>
      <span className="sr-only">{profileLabel(row, speech)}</span>
      {result === null ? (
        <span aria-hidden="true">
          <ValueWord state="not_applicable" />
        </span>
      ) : (
        <span aria-hidden="true" className={styles.unit}>
          <ProfileBar row={row} />
          <b>{result.score === null ? <ValueMarkPicture mark="insufficient" /> : speech.f.score(result.score)}</b>
          <span>{measuredWords(result, speech)}</span>
          <span>{first ? shortChange(first.change, speech) : score.insufficient}</span>
        </span>
      )}
    </>
  );
}

function Changes({ changes: { shown }, none, rest }: Pick<ReturnType<typeof leftColumn>, "changes" | "none" | "rest">) {
  return (
    <>
      {none === null ? null : <p className={styles.line}>{none}</p>}
      {shown.map(({ key, arrow, name, words }) => (
        <p key={key} className={styles.line}>
          {arrow} <b>{name}</b>: {words}
        </p>
      ))}
      {rest === null ? null : <p className={styles.line}>{rest}</p>}
    </>
  );
}

function Counted({
  rounds,
  fitted,
  width,
}: {
  readonly rounds: readonly SheetRound[];
  readonly fitted: Fitted<CountedRow>;
  readonly width: FigureWidth;
}) {
  const t = useTexts(sheetTexts);
  const f = useFormat();
  const lang = useLanguage();
  const words = roundWords[lang];
  const { indicator: heading } = useTexts(countriesTexts);
  if (fitted.shown.length + fitted.left === 0) return null;
  return (
    <section>
      <h3>
        {t.counted} <small>{t.countedHow}</small>
      </h3>
      <table className={classNames(styles.counted, styles[width])}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{heading}</span>
            </th>
            {rounds.map((round) => (
              <th scope="col" key={round.roundYear}>
                <span className="sr-only">{words.data(round)}</span>
                <span aria-hidden="true">{round.referenceYear}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fitted.shown.map(({ indicator, cells }) => (
            <tr key={indicator.code}>
              <th scope="row">{indicator.name[lang]}</th>
              {cells.map((cell, place) => (
                <td key={rounds[place]?.roundYear}>
                  {typeof cell === "number" ? f.number(cell) : <ValueState state={cell} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <More n={fitted.left} />
    </section>
  );
}

function Legend({
  rounds,
  marks,
  hasChanges,
}: {
  readonly rounds: readonly SheetRound[];
  readonly marks: readonly ValueMark[];
  readonly hasChanges: boolean;
}) {
  const t = useTexts(sheetTexts);
  const { short } = useTexts(statusTexts);
  return (
    <ul className={styles.legend} aria-label={t.legend}>
      {rounds.some(({ mark }) => mark === null) ? (
        <li>
          <StatusShape status="published" /> {short.published}
        </li>
      ) : null}
      {marks.map((mark) => (
        <li key={mark}>
          <ValueWord state={mark} />
        </li>
      ))}
      {hasChanges ? (
        <li>
          ▲ {t.higher} ▼ {t.lower}
        </li>
      ) : null}
    </ul>
  );
}

/** The newer of the two editions in which something on the sheet last changed. */
function Edition({ data, region }: Pick<CountrySheetProps, "data" | "region">) {
  const t = useTexts(sourceTexts);
  const f = useFormat();
  const [newest] = [data.edition, region.edition]
    .filter((edition) => edition !== null)
    .toSorted((one, other) => other.id - one.id);
  return newest ? <p>{t.edition(newest.id, f.date(newest.publishedAt.slice(0, 10)))}</p> : null;
}
