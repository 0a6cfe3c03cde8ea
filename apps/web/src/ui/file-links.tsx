import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { fileAddress, type PublicFile } from "#lib/published-queries.ts";
import { DownloadLink } from "./button.tsx";
import { DefinitionList } from "./definition-list.tsx";
import styles from "./file-links.module.css";
import { fileTexts } from "./file-links.texts.ts";

interface FileLinksProps {
  readonly file: PublicFile;
  /** What the file holds, for readers by ear. */
  readonly holds: string;
}

/** A public file in both its forms: for programs, and for a spreadsheet in the reader's language. */
export function FileLinks({ file, holds }: FileLinksProps) {
  const t = useTexts(fileTexts);
  const language = useLanguage();
  return (
    <span className={styles.links}>
      <DownloadLink size="small" variant="quiet" href={fileAddress(file)} aria-label={`${t.csv}: ${holds}`} download>
        {t.csv}
      </DownloadLink>
      <DownloadLink
        size="small"
        variant="quiet"
        href={fileAddress(file, language)}
        aria-label={`${t.excel}: ${holds}`}
        download
      >
        {t.excel}
      </DownloadLink>
    </span>
  );
}

interface PublicFilesProps {
  /** Of one country only. */
  readonly country?: { readonly iso3: string; readonly name: string };
}

/** Both public files, of everything or of one country, each in both forms. */
export function PublicFiles({ country }: PublicFilesProps) {
  const t = useTexts(fileTexts);
  const filter = country && { country: country.iso3 };
  const [data, index] = country ? [t.dataOf(country.name), t.indexOf(country.name)] : [t.data, t.index];
  return (
    <DefinitionList
      items={[
        { term: data, value: <FileLinks file={{ name: "data", ...filter }} holds={data} /> },
        { term: index, value: <FileLinks file={{ name: "index", ...filter }} holds={index} /> },
      ]}
    />
  );
}
