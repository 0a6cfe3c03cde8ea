/** A sheet of a workbook, as far as printing it depends on it. */
interface PrintedSheet {
  readonly name: string;
  /** Where the heads of its columns stand, from 1. */
  readonly headRow: number;
  /** Of all its columns, in characters. */
  readonly width: number;
}

/** As many characters as a landscape sheet of paper shows in letters that can be read. */
const acrossPage = 200;
const rowsGrow = '<sheetFormatPr defaultRowHeight="15"/>';
const pageNumber = "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>";

/**
 * What the library that writes workbooks leaves out, added to its XML in the order that the format wants: rows grow with words that are broken into lines
 * (where a sheet names no height some programs show the first line alone), and on paper a table is as wide as a page, or as few pages as let it be read, each
 * of which begins with the heads and the first column.
 */
export function forPrint(sheets: readonly PrintedSheet[]) {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }) => {
            const across = Math.ceil((sheets[sheetIndex]?.width ?? 0) / acrossPage);
            return xml
              .replace("<sheetViews>", '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>$&')
              .replace("</sheetViews>", `$&${rowsGrow}`)
              .replace(/<pageSetup ([^>]*)\/>/, `<pageSetup $1 fitToWidth="${across}" fitToHeight="0"/>${pageNumber}`);
          },
        },
        "xl/workbook.xml": {
          transform: (xml: string) => {
            const heads = sheets.map(({ name, headRow }, place) => {
              const sheet = `'${escaped(name.replaceAll("'", "''"))}'`;
              const range = `${sheet}!$A:$A,${sheet}!$${headRow}:$${headRow}`;
              return `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">${range}</definedName>`;
            });
            return xml.replace("<definedNames/>", () => `<definedNames>${heads.join("")}</definedNames>`);
          },
        },
      },
    },
  };
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
