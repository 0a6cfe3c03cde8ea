import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { laterTexts } from "./later.texts.ts";

interface LaterDoneProps {
  readonly year: string;
  /** For how many countries it was set. */
  readonly count: number;
  readonly onAgain: () => void;
}

export function LaterDone({ year, count, onAgain }: LaterDoneProps) {
  const t = useTexts(laterTexts).done;
  const lang = useLanguage();
  return (
    <section className="section">
      <Callout
        tone="done"
        live="status"
        title={t.title(count)}
        actions={
          <>
            <LinkButton to="/$lang/rounds/$year/reminders" params={{ lang, year }} search={{ tab: "scheduled" }}>
              {t.list}
            </LinkButton>
            <Button variant="quiet" onClick={onAgain}>
              {t.again}
            </Button>
          </>
        }
      >
        {t.text}
      </Callout>
    </section>
  );
}
