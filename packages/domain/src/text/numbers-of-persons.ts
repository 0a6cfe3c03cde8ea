/** Identity documents of the member countries, and general forms. Figures and numbers of laws match none of these. */
const documents: readonly RegExp[] = [
  // Costa Rica, El Salvador, Honduras, Nicaragua, Dominican Republic.
  /(?<![\d-])[1-9]-\d{4}-\d{4}(?![\d-])/,
  /(?<![\d-])\d{8}-\d(?![\d-])/,
  /(?<![\d-])\d{4}-\d{4}-\d{5}(?![\d-])/,
  /(?<![\d-])\d{3}-\d{6}-\d{4}[A-Z](?!\w)/i,
  /(?<![\d-])\d{3}-\d{7}-\d(?![\d-])/,
  // Panama; not a date in figures, and nothing of a year.
  /(?<![\w-])(?:1[0-3]|[1-9]|PE|E|N)-(?!(?:19|20)\d\d-)(?!(?:0?[1-9]|1[0-2])-(?:19|20)\d\d(?!\d))\d{2,4}-\d{3,6}(?![\d-])/,
  // Guatemala: thirteen digits.
  /(?<![\d.,'-])\d{4} ?\d{5} ?\d{4}(?![\d.,'-])/,
  // Mexico (CURP, RFC of a person), United States, Canada, and the number of a file of migration in the United States.
  /(?<!\w)[A-ZÑ]{4}\d{6}(?:[HMX][A-Z]{5}[A-Z\d]\d|[A-Z\d]{3})(?!\w)/i,
  /(?<![\d-])\d{3}-(?:\d{2}-\d{4}|\d{3}-\d{3})(?![\d-])/,
  /(?<!\w)A[ -]?\d{3}[ -]\d{3}[ -]\d{3}(?!\d)/,
  // A passport; not what a country numbers within a year (`GT2024001`).
  /(?<!\w)(?![A-Z]{2}(?:19|20)\d\d)[A-Z]{1,2}\d{6,9}(?!\w)/,
  // Cases, as courts of Costa Rica and prosecutors of Guatemala number them.
  /(?<![\d-])\d{2}-\d{6}-\d{4}-[A-Z]{2}(?!\w)/,
  /(?<!\w)MP\d{3}-\d{4}-\d{2,6}(?!\d)/,
];

const numberSign = String.raw`(?:[Nn]\.?[º°o]\.?|[Nn]r\.?|number|n[úu]m(?:ero|\.)?(?!\p{L})|#)`;
const introduced = `[ ,:.]{0,3}${numberSign}[ :.]{0,3}|[ :.]{1,3}`;
/** A document of a person by its word: "cédula 109870654", "passport no. AB 123456". */
const ofPerson = new RegExp(
  String.raw`(?<!\p{L})(?:c[eé]dula|identidad|DUI|DPI|CUI|CURP|DNI|SSN|pasaporte|passport|identity card|ID card)(?: de identidad)?(?:${introduced})`,
  "giu",
);
const ofPersonAfter = /^(?!(?:19|20)\d\d[ /-](?:19|20)\d\d(?!\d))(?:[A-Z]{1,3}[ -]?)?\d(?:[ .-]?\d){4}/;
/** A case by its word: "expediente N.º 123/2024", "Case No. 21-CR-00123". */
const ofCase = new RegExp(
  String.raw`(?<!\p{L})(?:expediente|causa|carpeta|proceso|sumario|denuncia|caso|case|docket)(?: (?:de investigaci[oó]n|fiscal|penal|judicial|file))?(?:${introduced})`,
  "giu",
);
/** Groups of letters and digits with a stroke or a hyphen between them, four digits in all; not some years, and no day. */
const ofCaseAfter =
  /^(?!(?:19|20)\d\d[/-](?:19|20)?\d\d(?![\d/-]))(?!(?:19|20)\d\d-\d\d-\d\d(?![\d/-]))(?=(?:[^\d\s]{0,30}\d){4})(?=[^\s]{0,30}[/-])(?:[A-Z]{1,8}|[a-z]{1,4}|\d{1,9})(?:[/:-](?:[A-Z]{1,8}|[a-z]{1,4}|\d{1,9}|[A-Z\d]{1,9})){1,8}/;
/** With the sign of a number before it a single number is enough. */
const ofCaseNumbered = new RegExp(
  String.raw`(?<!\p{L})(?:expediente|causa|carpeta de investigaci[oó]n|caso|case(?: file)?|docket)[ ,:.]{0,3}${numberSign}[ :.]{0,3}(?!(?:19|20)\d\d(?!\d))\d{5}`,
  "iu",
);

const follows = (text: string, word: RegExp, number: RegExp): boolean => {
  for (const found of text.matchAll(word))
    if (number.test(text.slice(found.index + found[0].length, found.index + found[0].length + 80))) return true;
  return false;
};

/** Does a text seem to hold the number of a document of a person, or of a case? */
export const hasDocument = (text: string): boolean =>
  documents.some((shape) => shape.test(text)) ||
  follows(text, ofPerson, ofPersonAfter) ||
  follows(text, ofCase, ofCaseAfter) ||
  ofCaseNumbered.test(text);

const notTwoYears = String.raw`(?!(?:19|20)\d\d[ /-](?:19|20)\d\d(?!\d))`;
/** Lines for everybody: `1-888-373-7888`, `800-8000-645`. */
const notForAll = "(?!(?:01[ -]|1[ -])?8(?:00|33|44|55|66|77|88)[ -])";
/** Of an office that says its number to everybody. */
const office =
  /(?:l[ií]nea|hotline|helpline|secretar[ií]a(?:t)?(?: t[eé]cnica)?)(?: gratuita| nacional)?[,:]?(?: (?:tel\.|tel[eé]fono|phone))?:? ?(?:\(?\+?\d[\d ().-]{5,18}\d)/giu;

const phones: readonly RegExp[] = [
  /(?<!\d)\+\d[\d ().-]{6,18}\d/,
  /(?<![\d.-])00[1-9]\d{0,2}[ -]?\d{3,4}[ -]?\d{3,4}(?![\d-])/,
  new RegExp(
    String.raw`(?<!\p{L})(?:tel(?:[eé]fonos?|f|efs?)?|tfno|cel(?:ular(?:es)?)?|m[oó]vil|whatsapp|phone|mobile|cell|ll[aá]m(?:ar|ar?l[aoe]s?|el[aoe]s?|en?)|call)(?!\p{L})[^\d\n]{0,12}${notTwoYears}${notForAll}\d(?:[ ().-]{0,2}\d){6}`,
    "iu",
  ),
  // Eight digits as Central America writes them: no years, and no two round numbers, such as those of a range.
  /(?<![\d.,-])(?!(?:19|20)\d\d-)(?!\d{3}0-\d{3}0)[2-9]\d{3}-(?!(?:19|20)\d\d(?!\d))\d{4}(?![\d-])/,
  new RegExp(String.raw`(?<![\d.,-])(?<!1[ -])${notForAll}\(?\d{2,3}\)?[ -]\d{3,4}-\d{4}(?![\d-])`),
  /(?<![\d.,])(?<!\d )\d{3}\.\d{3}\.\d{4}(?![\d.])/,
  // The last group of four tells it from a large figure.
  new RegExp(
    String.raw`(?<![\d.,-])(?<!\d )${notForAll}(?:\d{3} \d{3}|\d{2} \d{4}) (?!(?:19|20)\d\d)\d{4}(?![\d.,-]| \d)`,
  ),
];

/** Does a text seem to hold a number by which a person is called? */
export const hasPhone = (text: string): boolean => {
  const others = text.replace(office, " ");
  return phones.some((shape) => shape.test(others));
};

const mail = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}\.[\p{L}\d-]{2}/gu;
/** Of an office, by its name. */
const mailOfOffice =
  /^(?:info|informaci[oó]n|contacto?|secretar[ií]at?|st|prensa|press|denuncias?|oficina|office|soporte|support|comunicaci[oó]n(?:es)?|webmaster)@/iu;

/** Does a text seem to hold a person's address of mail? */
export const hasMail = (text: string): boolean =>
  (text.match(mail) ?? []).some((address) => !mailOfOffice.test(address));
