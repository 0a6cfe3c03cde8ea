import type { ValueMark } from "@avances/charts/series";
import type { ValueType } from "@avances/domain/catalogue";
import { AnswerBar } from "#charts/answer-bar.tsx";
import { LevelTile, YesNoTile } from "#charts/tiles.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import type { PublicIndicatorList } from "#lib/published-queries.ts";
import { ValueMarkPicture, ValueWord } from "#ui/value-mark.tsx";
import styles from "./articles.module.css";
import { articlesTexts } from "./articles.texts.ts";

type Entry = PublicIndicatorList["indicators"][number];
type Latest = NonNullable<Entry["latest"]>;

/** What the countries gave, by type of value. */
const given = {
  ordinal: "level",
  boolean: "yesNo",
  count: "figure",
  ratio: "figure",
  money: "figure",
  date: "figure",
  text: "text",
} as const satisfies Readonly<Record<ValueType, "level" | "yesNo" | "figure" | "text">>;

/** Where the region stands on one indicator in the main round: how many countries gave what, and how many gave nothing and why. */
export function Standing({ entry, latest }: { readonly entry: Entry; readonly latest: Latest }) {
  const t = useTexts(articlesTexts);
  const lang = useLanguage();
  const { published, reported, answers } = latest;
  const gaps = (
    [
      ["small_base", latest.smallBase],
      ["suppressed", latest.suppressed],
      ["not_reported", latest.notReported],
      ["not_available", latest.notAvailable],
      ["not_applicable", latest.notApplicable],
    ] as const satisfies readonly (readonly [ValueMark, number])[]
  ).filter(([, countries]) => countries > 0);
  return (
    <div className={styles.standing}>
      <p>{t.answered[given[entry.valueType]](reported, published)}</p>
      {answers.length > 0 ? <AnswerBar answers={answers} all={published} /> : null}
      {answers.length > 0 ? (
        <ul className={styles.answers}>
          {answers.map((answer) =>
            answer.type === "ordinal" ? (
              <li key={answer.level}>
                <span>
                  <span className="sr-only">{t.level} </span>
                  <LevelTile level={answer.level} />
                </span>
                <Countries n={answer.countries} />
                <span className={`${styles.label} quiet`}>
                  {entry.levels.find(({ level }) => level === answer.level)?.shortLabel[lang]}
                </span>
              </li>
            ) : (
              <li key={String(answer.value)}>
                <YesNoTile yes={answer.value} />
                <Countries n={answer.countries} />
              </li>
            ),
          )}
        </ul>
      ) : null}
      {gaps.length > 0 ? (
        <ul className={styles.gaps}>
          {gaps.map(([state, countries]) => (
            <li key={state}>
              {state === "not_applicable" ? <NotApplicable /> : <ValueWord state={state} />}:{" "}
              <Countries n={countries} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Here the declared ones that nobody has confirmed yet are counted with the others. */
function NotApplicable() {
  const t = useTexts(articlesTexts);
  return (
    <>
      <ValueMarkPicture mark="not_applicable" /> {t.notApplicable}
    </>
  );
}

function Countries({ n }: { readonly n: number }) {
  const t = useTexts(articlesTexts);
  return <span className={styles.countries}>{t.countries(n)}</span>;
}
