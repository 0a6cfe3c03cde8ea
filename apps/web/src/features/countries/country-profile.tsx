import { placeProfileBar } from "@avances/charts/place";
import { fewestForRange, scoreOf } from "@avances/charts/series";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicCountry, PublicIndex } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { type Speech, useSpeech } from "#lib/speech.ts";
import { classNames } from "#ui/class-names.ts";
import { DataTable } from "#ui/data-table.tsx";
import { scoreTexts } from "#ui/score.texts.ts";
import { ValueMarkPicture, ValueWord } from "#ui/value-mark.tsx";
import styles from "./countries.module.css";
import { countriesTexts } from "./countries.texts.ts";
import { isWhole, type ProfileRow, profileFacts } from "./profile-facts.ts";
import { measuredWords, profileLabel, regionWords, shortChange } from "./profile-sentences.ts";

interface CountryProfileProps {
  readonly data: PublicCountry;
  readonly region: PublicIndex;
  /** What is to be read with care. */
  readonly children?: ReactNode;
}

/** Where the country stands in its newest report, by Protocol and dimension, in front of the scores of the region. */
export function CountryProfile({ data, region, children }: CountryProfileProps) {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const lang = useLanguage();
  const speech = useSpeech([data.country]);
  const facts = profileFacts(data, region);
  if (!facts) return null;
  const round = roundWords[lang].data(facts.round);
  const nameOf = (dimension: string | null) =>
    dimension === null
      ? t.allDimensions
      : (region.dimensions.find(({ code }) => code === dimension)?.name[lang] ?? dimension);
  const rows = facts.instruments.flatMap((one) => one.rows);
  return (
    <section className={classNames("section stack-s", styles.standing)} aria-labelledby="standing">
      <header className={styles.head}>
        <h2 id="standing">{t.standing}</h2>
        <p className="small quiet">{t.standingHow(round)}</p>
      </header>
      <div className={styles.protocols}>
        {facts.instruments.map(({ instrument, rows: own }) => {
          const name = region.instruments.find(({ code }) => code === instrument)?.shortName[lang] ?? instrument;
          return (
            <DataTable key={instrument} caption={name} className={styles.profile} stickyFirst={false}>
              <thead className="sr-only">
                <tr>
                  <th scope="col">{t.dimension}</th>
                  <th scope="col">{t.score}</th>
                </tr>
              </thead>
              <tbody>
                {own.map((row) => (
                  <tr key={row.dimension ?? "all"}>
                    <th scope="row">{nameOf(row.dimension)}</th>
                    <td>
                      <span className="sr-only">{profileLabel(row, speech)}</span>
                      <ProfileUnit row={row} speech={speech} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
          );
        })}
      </div>
      <ProfileKey rows={rows} country={data.country.name[lang]} />
      <p className="small quiet">
        {t.coverageNote}
        {rows.some(({ result, region: { span } }) => result !== null && span === null)
          ? ` ${t.fewScores(f.number(fewestForRange))}`
          : ""}
      </p>
      {children}
    </section>
  );
}

/** Score, picture, changes, coverage and range as one unit; or the mark and word of what stands in their place. */
function ProfileUnit({ row, speech }: { readonly row: ProfileRow; readonly speech: Speech }) {
  const score = useTexts(scoreTexts);
  const { result } = row;
  if (result === null)
    return (
      <span aria-hidden="true" className={styles.unit}>
        <ValueWord state="not_applicable" />
      </span>
    );
  return (
    <span aria-hidden="true" className={styles.unit}>
      <span className={styles.score}>
        {result.score === null ? <ValueMarkPicture mark="insufficient" /> : speech.f.score(result.score)}
      </span>
      <ProfileBar row={row} />
      <span className={styles.changes}>
        {result.score === null ? <span className={styles.insufficient}>{score.insufficient}</span> : null}
        {row.changes.map(({ change, comparedWith }) => (
          <span key={comparedWith}>{shortChange(change, speech)}</span>
        ))}
      </span>
      <span className={styles.measured}>
        <span>{measuredWords(result, speech)}</span>
        <span>{regionWords(row.region, speech)}</span>
      </span>
    </span>
  );
}

/** 0 to 100: the countries as a broad band, the range as a bar, the score as a dot. Decides nothing; drawn in percent, so that no size is measured. */
export function ProfileBar({ row }: { readonly row: ProfileRow }) {
  if (row.result === null) return null;
  const { score, range, others } = placeProfileBar(scoreOf(row.result), row.region.span);
  return (
    <svg width="100%" height="16" aria-hidden="true" className={styles.bar}>
      {others ? <rect x={`${others.x}%`} width={`${others.width}%`} y="1" height="14" className={styles.band} /> : null}
      <line x1="0" x2="100%" y1="8" y2="8" className={styles.axis} />
      <line x1="0" x2="0" y1="3" y2="13" className={styles.axis} />
      <line x1="100%" x2="100%" y1="3" y2="13" className={styles.axis} />
      {range ? (
        <line
          x1={`${range.x}%`}
          x2={`${range.x + range.width}%`}
          y1="8"
          y2="8"
          className={score === null ? styles.rangeOnly : styles.range}
        />
      ) : null}
      {score === null ? null : <circle cx={`${score}%`} cy="8" r="5.5" className={styles.dot} />}
    </svg>
  );
}

/** Only what is drawn is explained. */
export function ProfileKey({ rows, country }: { readonly rows: readonly ProfileRow[]; readonly country: string }) {
  const t = useTexts(countriesTexts);
  const drawn = rows.flatMap(({ result, region }) => (result === null ? [] : [{ result, region }]));
  return (
    <ul className={styles.key} aria-label={t.key.label}>
      {drawn.some(({ result }) => result.score !== null) ? (
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <circle cx="7" cy="7" r="5.5" className={styles.dot} />
          </svg>
          {country}
        </li>
      ) : null}
      {drawn.some(({ result }) => !isWhole(result)) ? (
        <li>
          <svg width="30" height="14" aria-hidden="true">
            <line x1="0" x2="30" y1="7" y2="7" className={styles.range} />
          </svg>
          {t.key.range}
        </li>
      ) : null}
      {drawn.some(({ region }) => region.span !== null) ? (
        <li>
          <svg width="30" height="14" aria-hidden="true">
            <rect width="30" height="14" className={styles.band} />
          </svg>
          {t.key.region}
        </li>
      ) : null}
    </ul>
  );
}
