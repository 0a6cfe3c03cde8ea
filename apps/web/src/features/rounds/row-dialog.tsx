import type { CountryStatus } from "@avances/contracts";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { ExemptForm } from "./exempt-form.tsx";
import { ExtendForm } from "./extend-form.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import { isAwaited } from "./needs-attention.ts";
import styles from "./rounds.module.css";
import { RowFacts } from "./row-facts.tsx";

interface RowDialogProps {
  readonly year: string;
  /** Undefined = closed. */
  readonly row: CountryStatus | undefined;
  readonly onClose: () => void;
}

/** Everything the Secretariat can do about one country in this round. */
export function RowDialog({ year, row, onClose }: RowDialogProps) {
  const t = useTexts(monitorTexts);
  const lang = useLanguage();
  const [form, setForm] = useState<"extend" | "exempt" | null>(null);
  const close = () => {
    setForm(null);
    onClose();
  };
  const name = row?.name[lang] ?? "";
  return (
    <Dialog
      open={row !== undefined}
      onClose={close}
      title={form === "extend" ? t.extend.title(name) : form === "exempt" ? t.exempt.title(name) : name}
    >
      {row === undefined ? null : form === "extend" ? (
        <ExtendForm row={row} onBack={() => setForm(null)} onDone={close} />
      ) : form === "exempt" ? (
        <ExemptForm row={row} onBack={() => setForm(null)} onDone={close} />
      ) : (
        <div className="stack">
          <RowFacts row={row} />
          <Acts year={year} row={row} onForm={setForm} />
        </div>
      )}
    </Dialog>
  );
}

interface ActsProps {
  readonly year: string;
  readonly row: CountryStatus;
  readonly onForm: (form: "extend" | "exempt") => void;
}

function Acts({ year, row, onForm }: ActsProps) {
  const t = useTexts(monitorTexts);
  const lang = useLanguage();
  const { submissionId } = row;
  const isOpen = row.status === "not_started" || row.status === "draft";
  return (
    <ul className={styles.acts}>
      {row.version > 0 ? (
        <li>
          <LinkButton variant="primary" to="/$lang/reviews/$submissionId" params={{ lang, submissionId }}>
            {t.act.review}
          </LinkButton>
          <p>{t.act.reviewHelp}</p>
        </li>
      ) : null}
      {isAwaited(row) ? (
        <li>
          <LinkButton
            variant={row.version > 0 ? "secondary" : "primary"}
            to="/$lang/rounds/$year/reminders"
            params={{ lang, year }}
            search={{ tab: "send", countries: row.country }}
          >
            {t.act.remind}
          </LinkButton>
          <p>{t.act.remindHelp}</p>
        </li>
      ) : null}
      {isOpen && row.firstSubmittedAt === null ? (
        <li>
          <Button onClick={() => onForm("extend")}>{t.act.extend}</Button>
          <p>{t.act.extendHelp}</p>
        </li>
      ) : null}
      {isOpen ? (
        <li>
          <Button onClick={() => onForm("exempt")}>{t.act.exempt}</Button>
          <p>{t.act.exemptHelp}</p>
        </li>
      ) : null}
      <li>
        <LinkButton to="/$lang/people" params={{ lang }} search={{ country: row.country }}>
          {t.act.people}
        </LinkButton>
        <p>{t.act.peopleHelp}</p>
      </li>
    </ul>
  );
}
