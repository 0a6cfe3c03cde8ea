import { languageFacts, languages } from "@avances/domain/catalogue";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { countriesBySign, type DecimalSign, decimalSigns, signOfReader } from "#lib/decimal-sign.ts";
import { useFormat } from "#lib/format.ts";
import { useOfBrowser } from "#lib/of-browser.ts";
import { fileAddress, type PublicFile } from "#lib/published-queries.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { DownloadLink } from "./button.tsx";
import { DefinitionList } from "./definition-list.tsx";
import styles from "./file-links.module.css";
import { fileTexts } from "./file-links.texts.ts";

interface FileLinksProps {
  readonly file: PublicFile;
  /** What the file holds, for screen readers. */
  readonly holds: string;
}

const signs = { point: ".", comma: "," } as const satisfies Record<DecimalSign, string>;

/** The form of the public files that a spreadsheet with this decimal sign opens by double click: that of a language that uses the sign. */
function excelForm(sign: DecimalSign): Language | undefined {
  return languages.find((language) => languageFacts[language].spreadsheet.decimal === signs[sign]);
}

/**
 * A public file in its forms: for programs, and for spreadsheets. The latter depend on the region of the computer, which no page knows: both
 * are offered, each with the countries it suits, and the one that fits the reader's browser first.
 */
export function FileLinks({ file, holds }: FileLinksProps) {
  const t = useTexts(fileTexts);
  const where = useWhere();
  const usesComma = useOfBrowser(readUsesComma, false);
  const signs = usesComma ? [...decimalSigns].reverse() : decimalSigns;
  return (
    <span className={styles.links}>
      <DownloadLink size="small" variant="quiet" href={fileAddress(file)} aria-label={`${t.csv}: ${holds}`} download>
        {t.csv}
      </DownloadLink>
      {signs.map((sign) => {
        const words = where[sign] === "" ? t.excel[sign] : t.fits(t.excel[sign], where[sign]);
        return (
          <DownloadLink
            key={sign}
            size="small"
            variant="quiet"
            href={fileAddress(file, excelForm(sign))}
            aria-label={`${words}: ${holds}`}
            download
          >
            {words}
          </DownloadLink>
        );
      })}
    </span>
  );
}

const readUsesComma = () => signOfReader(navigator.languages) === "comma";

/** Where each sign is used: the smaller group of countries by name, the larger as all but these. */
function useWhere(): Readonly<Record<DecimalSign, string>> {
  const t = useTexts(fileTexts);
  const f = useFormat();
  const language = useLanguage();
  const { data } = useSuspenseQuery(countriesQuery);
  const by = countriesBySign(data.countries);
  const names = (sign: DecimalSign) => f.list(by[sign].map(({ name }) => name[language]).sort(f.compare));
  const words = (sign: DecimalSign, other: DecimalSign) =>
    by[sign].length > by[other].length && by[other].length > 0 ? t.others(names(other)) : names(sign);
  return { point: words("point", "comma"), comma: words("comma", "point") };
}

interface PublicFilesProps {
  /** Only of this country. */
  readonly country?: { readonly iso3: string; readonly name: string };
}

/** Both public files, of everything or of one country, each in its forms. */
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
