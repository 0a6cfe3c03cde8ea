import { useLanguage } from "#i18n/language.ts";
import { type NamedRound, roundWords } from "#lib/round-words.ts";
import { classNames } from "./class-names.ts";
import styles from "./round-header.module.css";

/** Column header of a round: the year of its data, and below it the round. A single year would be taken for the other one. */
export function RoundHeader({
  round,
  number = false,
}: {
  readonly round: NamedRound;
  /** Over figures, which are aligned to the right. */
  readonly number?: boolean | undefined;
}) {
  return (
    <th scope="col" className={classNames(styles.head, number && styles.number)}>
      <RoundName round={round} />
    </th>
  );
}

/** The two years of a round, one above the other; screen readers get full words. */
export function RoundName({ round }: { readonly round: NamedRound }) {
  const words = roundWords[useLanguage()];
  return (
    <>
      <span className="sr-only">{words.data(round)}</span>
      <span aria-hidden="true" className={styles.year}>
        {round.referenceYear}
      </span>
      <span aria-hidden="true" className={styles.round}>
        {words.name(round)}
      </span>
    </>
  );
}
