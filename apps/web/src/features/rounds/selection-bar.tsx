import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import styles from "./rounds.module.css";

interface SelectionBarProps {
  readonly year: string;
  readonly selected: ReadonlySet<string>;
  readonly onClear: () => void;
}

/** What can be done with the ticked rows. It only leads to the preview; nothing is sent from here. */
export function SelectionBar({ year, selected, onClear }: SelectionBarProps) {
  const t = useTexts(monitorTexts);
  const lang = useLanguage();
  return (
    <div role="status" className={selected.size === 0 ? "sr-only" : styles.selection}>
      <b>{t.selected(selected.size)}</b>
      {selected.size === 0 ? null : (
        <span className="row">
          <LinkButton
            variant="primary"
            size="small"
            to="/$lang/rounds/$year/reminders"
            params={{ lang, year }}
            search={{ tab: "send", countries: [...selected].sort().join(",") }}
          >
            {t.remindSelected}
          </LinkButton>
          <Button variant="quiet" size="small" onClick={onClear}>
            {t.clear}
          </Button>
        </span>
      )}
    </div>
  );
}
