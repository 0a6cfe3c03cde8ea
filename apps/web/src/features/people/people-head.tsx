import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import styles from "./people.module.css";
import { type Narrowing, narrowed, narrowings, type Standing } from "./people-standing.ts";
import { standingTexts } from "./standing.texts.ts";
import type { Country } from "./task-list.tsx";

/** So many are named; the others are one press away. */
const mostNamed = 4;

interface PeopleHeadProps {
  readonly standings: readonly Standing[];
  readonly countries: readonly Country[];
}

/** Where nobody can act, which addresses refuse, who is missing: each with its names, which lead there. What nothing is wrong with says so. */
export function PeopleHead({ standings, countries }: PeopleHeadProps) {
  const t = useTexts(standingTexts);
  return (
    <section aria-label={t.facts}>
      <dl className={styles.facts}>
        {narrowings.map((only) => (
          <Fact key={only} only={only} standings={standings} countries={countries} />
        ))}
      </dl>
    </section>
  );
}

function Fact({ only, standings, countries }: PeopleHeadProps & { readonly only: Narrowing }) {
  const t = useTexts(standingTexts);
  const lang = useLanguage();
  const f = useFormat();
  const meant = narrowed(standings, only);
  const nameOf = (code: string | null) =>
    code === null ? t.region : (countries.find(({ alpha3 }) => alpha3 === code)?.name[lang] ?? code);
  /** Somebody was asked and cannot sign in yet; of whom nobody is, the name says all. */
  const reasonOf = ({ notYet }: Standing) => {
    if (notYet.length === 0) return null;
    return notYet.every(({ invitation }) => invitation === "awaiting_second_person") ? t.waitsForSecond : t.linkNotUsed;
  };
  const linesOf = (one: Standing): readonly { readonly key: string; readonly words: string; readonly to: object }[] => {
    const { country } = one;
    const name = nameOf(country);
    const to = country === null ? {} : { country };
    if (only === "refused")
      return one.refused.map(({ id, displayName }) => {
        return { key: id, words: t.of(displayName, name), to: { ...to, q: displayName } };
      });
    const what = only === "nobody" ? reasonOf(one) : f.list(one.lacks.map((role) => t.list.lacks[role]));
    return [{ key: name, words: what === null ? name : t.of(name, what), to }];
  };
  const lines = meant.flatMap(linesOf);
  const rest = lines.length - mostNamed;
  return (
    <div className={lines.length === 0 ? styles.fact : styles.wanting}>
      <dt>{t.fact[only]}</dt>
      <dd>
        {lines.length === 0 ? (
          <span className={styles.none}>{t.none[only]}</span>
        ) : (
          <>
            <span className={styles.count}>{lines.length}</span>
            <ul>
              {lines.slice(0, rest > 1 ? mostNamed : lines.length).map(({ key, words, to }) => (
                <li key={key}>
                  <Link to="/$lang/people" params={{ lang }} search={to} resetScroll={false}>
                    {words}
                  </Link>
                </li>
              ))}
              {rest > 1 ? (
                <li>
                  <Link to="/$lang/people" params={{ lang }} search={{ only }} resetScroll={false}>
                    {t.more(rest)}
                  </Link>
                </li>
              ) : null}
            </ul>
          </>
        )}
      </dd>
    </div>
  );
}
