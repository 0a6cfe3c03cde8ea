import type { Page } from "playwright";

/** A sheet as somebody copies it: rows of texts. */
export type Sheet = readonly (readonly string[])[];

/** What a program puts on the clipboard. */
export interface Copied {
  readonly html?: string;
  readonly text: string;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const isNumber = (text: string) => /^\d+$/.test(text);

/** Tabs between cells, CR LF after each row, and quotes where a cell holds a line break or quote: Excel and LibreOffice alike. */
function asText(sheet: Sheet): string {
  const cell = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${sheet.map((row) => row.map(cell).join("\t")).join("\r\n")}\r\n`;
}

/** As Excel (Microsoft 365) writes a copied range: conditional comments, its own style sheet, classes, numbers aligned to the right. */
export function fromExcel(sheet: Sheet): Copied {
  const cell = (text: string, column: number) =>
    isNumber(text)
      ? `<td class=xl66 align=right style='border-left:none'>${text}</td>`
      : `<td ${column === 0 ? "height=20 " : ""}class=xl65 style='height:15.0pt'>${escaped(text)}</td>`;
  const rows = sheet.map(
    (row) => ` <tr height=20 style='height:15.0pt'>\r\n  ${row.map(cell).join("\r\n  ")}\r\n </tr>`,
  );
  const html = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15">
<style>
<!--table
	{mso-displayed-decimal-separator:"\\.";
	mso-displayed-thousand-separator:"\\,";}
.xl65
	{mso-style-parent:style0;
	white-space:normal;}
.xl66
	{mso-style-parent:style0;
	mso-number-format:"\\#\\,\\#\\#0";}
-->
</style>
</head>

<body link="#0563C1" vlink="#954F72">

<table border=0 cellpadding=0 cellspacing=0 width=420 style='border-collapse:
 collapse;width:315pt'>
<!--StartFragment-->
 <col width=340 style='mso-width-source:userset;mso-width-alt:12434;width:255pt'>
 <col width=80 style='width:60pt'>
${rows.join("\r\n")}
<!--EndFragment-->
</table>

</body>

</html>
`;
  return { html, text: asText(sheet) };
}

/** As LibreOffice Calc writes it: its generator, `font` elements, and beside each number the value it holds (`sdval`). */
export function fromLibreOffice(sheet: Sheet): Copied {
  const cell = (text: string) =>
    isNumber(text)
      ? `<td align="right" valign=bottom sdval="${text}" sdnum="1034;"><font face="Liberation Sans">${text}</font></td>`
      : `<td height="17" align="left" valign=bottom><font face="Liberation Sans">${escaped(text)}</font></td>`;
  const html = `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 24.2.7.2 (Linux)"/>
	<style type="text/css">
		body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }
	</style>
</head>
<body>
<table cellspacing="0" border="0">
	<colgroup width="320"></colgroup>
	<colgroup width="85"></colgroup>
${sheet.map((row) => `	<tr>\n		${row.map(cell).join("\n		")}\n	</tr>`).join("\n")}
</table>
</body>
</html>
`;
  return { html, text: asText(sheet) };
}

/** A table of a web page: head, body, line breaks and non-breaking spaces in its cells, and the titles of its parts across both columns. */
export function fromWebPage(sheet: Sheet): Copied {
  const row = ([label = "", figure = ""]: readonly string[]) =>
    figure === ""
      ? `<tr><th colspan="2">${escaped(label)}</th></tr>`
      : `<tr><th scope="row">\n  ${escaped(label)}\n</th><td>&nbsp;${escaped(figure)} </td></tr>`;
  const html = `<meta charset='utf-8'><h2>Informe anual</h2><table><thead><tr><th>Categoría</th><th>Personas</th></tr></thead><tbody>${sheet.map(row).join("")}</tbody></table>`;
  return { html, text: asText(sheet) };
}

/** Only the text, as from an editor or a terminal. */
export function asPlainText(sheet: Sheet): Copied {
  return { text: asText(sheet) };
}

/**
 * Pastes into the focused field what a program put on the clipboard, to the letter: writing HTML to the browser's own clipboard would clean it
 * first, and drop what spreadsheets say. Only text goes over the clipboard itself, with the keys.
 */
export async function paste(page: Page, { html, text }: Copied): Promise<void> {
  if (html === undefined) {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await page.keyboard.press("ControlOrMeta+V");
    return;
  }
  await page.evaluate(
    (forms) => {
      const clipboardData = new DataTransfer();
      for (const [type, words] of Object.entries(forms)) clipboardData.setData(type, words);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    { "text/html": html, "text/plain": text },
  );
}
