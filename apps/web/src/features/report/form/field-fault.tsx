import { later } from "#lib/later.tsx";
import { backToField } from "#lib/stay.ts";
import { Button } from "#ui/button.tsx";
import styles from "./indicator-article.module.css";

/** Nothing is unreadable before something was typed. */
export const FaultWords = later(() => import("./fault-words.tsx").then((m) => m.FaultWords));

interface ChoiceProps<V> {
  readonly choices: readonly V[];
  readonly words: (choice: V) => string;
  readonly onChoose: (choice: V) => void;
}

/** Asks which reading was meant; after the choice, the focus returns to the field. */
export function FaultChoice<V extends string | number>({ choices, words, onChoose }: ChoiceProps<V>) {
  return (
    <span className={styles.readings}>
      {choices.map((choice) => (
        <Button
          key={choice}
          size="small"
          onClick={(event) => {
            backToField(event.currentTarget);
            onChoose(choice);
          }}
        >
          {words(choice)}
        </Button>
      ))}
    </span>
  );
}
