import { useTexts } from "#i18n/i18n.ts";
import { Button } from "#ui/button.tsx";
import { FieldError } from "#ui/field.tsx";
import styles from "./asks.module.css";
import { asksTexts } from "./asks.texts.ts";
import { useAsksFile } from "./asks-queries.ts";

interface AsksFileProps {
  /** Undefined = all countries. */
  readonly country: string | undefined;
  readonly name: string;
}

/** The file for a meeting, as a workbook and as CSV. */
export function AsksFile({ country, name }: AsksFileProps) {
  const t = useTexts(asksTexts).file;
  const file = useAsksFile(country);
  return (
    <div className={styles.file}>
      <span>
        {t.of}: {name}
      </span>
      <span className={styles.forms}>
        {(["xlsx", "csv"] as const).map((format) => (
          <Button
            key={format}
            size="small"
            aria-label={`${t[format]}: ${t.of}, ${name}`}
            busy={file.isPending && file.variables === format}
            onClick={() => file.mutate(format)}
          >
            {t[format]}
          </Button>
        ))}
      </span>
      {file.isError ? (
        <div role="alert">
          <FieldError>{t.failed}</FieldError>
        </div>
      ) : null}
    </div>
  );
}
