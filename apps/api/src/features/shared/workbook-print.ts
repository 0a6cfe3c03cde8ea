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
const pageNumber = "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>";

/**
 * What the library that writes workbooks leaves out, added to its XML in the order that the format wants: on paper a table is as wide as a page, or as few
 * pages as let it be read, each of which begins with the heads and the first column.
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

/** Points that a line of eleven needs, and the most that a row may have. */
const lineHeight = 15;
const highest = 409;

/**
 * How high a row must be to show all words of its cells, each with the width of its column in characters; undefined = one line is enough. Not every
 * program grows a row by itself, and none gives room to a letter wider than it counts, so that a column is taken for a little narrower than it is.
 */
export function heightOfRow(cells: readonly { readonly text: string; readonly width: number }[]): number | undefined {
  const lines = Math.max(1, ...cells.map(({ text, width }) => linesOf(text, Math.max(1, Math.floor(width * 0.85)))));
  return lines === 1 ? undefined : Math.min(highest, lines * lineHeight);
}

/** Lines of a text that is broken between words, and within those that are longer than a line. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let left = 0;
    for (const { length } of paragraph.split(" ")) {
      if (left > length) {
        left -= length + 1;
        continue;
      }
      lines += Math.max(1, Math.ceil(length / width));
      left = width - ((length - 1) % width) - 1;
    }
  }
  return lines;
}
