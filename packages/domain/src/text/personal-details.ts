/**
 * Kinds of details in a text that may identify a person. `few_people` is asked about only in what everybody will read (`saysSmallCount`): who knows
 * a case reads a name in "two girls".
 */
export const personalDetailKinds = ["name", "document", "phone", "mail", "address", "few_people"] as const;
export type PersonalDetail = (typeof personalDetailKinds)[number];

/** Identity documents of the member countries, and two general forms. Figures and numbers of laws match none of these. */
const documents: readonly RegExp[] = [
  // Costa Rica, El Salvador, Honduras, Nicaragua, Dominican Republic.
  /(?<![\d-])[1-9]-\d{4}-\d{4}(?![\d-])/,
  /(?<![\d-])\d{8}-\d(?![\d-])/,
  /(?<![\d-])\d{4}-\d{4}-\d{5}(?![\d-])/,
  /(?<![\d-])\d{3}-\d{6}-\d{4}[A-Z](?!\w)/i,
  /(?<![\d-])\d{3}-\d{7}-\d(?![\d-])/,
  // Panama; not a date in figures.
  /(?<![\w-])(?:1[0-3]|[1-9]|PE|E|N)-(?!(?:0?[1-9]|1[0-2])-(?:19|20)\d\d(?!\d))\d{2,4}-\d{3,6}(?![\d-])/,
  // Guatemala: thirteen digits.
  /(?<![\d.,'-])\d{4} ?\d{5} ?\d{4}(?![\d.,'-])/,
  // Mexico (CURP, RFC of a person), United States, Canada.
  /(?<!\w)[A-ZÑ]{4}\d{6}(?:[HMX][A-Z]{5}[A-Z\d]\d|[A-Z\d]{3})(?!\w)/,
  /(?<![\d-])\d{3}-(?:\d{2}-\d{4}|\d{3}-\d{3})(?![\d-])/,
  // A passport.
  /(?<!\w)[A-Z]{1,2}\d{6,9}(?!\w)/,
  // Introduced by a word: "cédula 109870654", "expediente 19-001234-0305-PE".
  /(?<!\p{L})(?:c[eé]dula|DUI|DPI|CUI|CURP|pasaporte|passport|identity card|ID card|documento de identidad|expediente|case file|case number)(?!\p{L})[^\d\n]{0,20}\d(?:[ .-]?[\dA-Z]){4}/iu,
];

const phones: readonly RegExp[] = [
  /(?<!\d)\+\d[\d ().-]{6,18}\d/,
  /(?<!\p{L})(?:tel[eé]fonos?|tel|celular|m[oó]vil|whatsapp|phone|mobile|cell)(?!\p{L})[^\d\n]{0,12}\d(?:[ ().-]{0,2}\d){6}/iu,
  // Eight digits as Central America writes them; two years do not match.
  /(?<![\d.,-])(?!(?:19|20)\d\d[- ](?:19|20)\d\d(?!\d))\d{4}-\d{4}(?![\d-])/,
  /(?<![\d.,-])\(?\d{2,3}\)?[ -]\d{3,4}-\d{4}(?![\d-])/,
];

const mail = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}\.[\p{L}\d-]{2}/u;

/** A word that announces a person (capitalised or not), then at least two capitalised words. */
const name =
  /(?<!\p{L})(?:[Ss]eñor(?:a|ita)?|[Ss]r(?:a|ta)?\.|[Dd]oña|[Dd]on|M(?:r|rs|s|iss)\.?|[Vv][ií]ctima|[Vv]ictim|[Ii]mputad[oa]|[Aa]cusad[oa]|[Ss]ospechos[oa]|[Ss]uspect|[Tt]estigo|[Ww]itness|[Nn]iñ[oa]|[Ll]lamad[oa]|[Nn]amed),? \p{Lu}[\p{L}'’-]{1,40} (?:de |del |la |los ){0,3}\p{Lu}\p{Ll}/u;

/** A number of a house: not a year. */
const houseNumber = String.raw`(?!(?:19|20)\d\d(?!\d))\d{1,5}(?![\d%.,]\d|[\d%]| ?%)`;
/** Up to four words of a street's name, each capitalised. */
const streetName = String.raw`(?: (?:(?:de|del|la|las|los|el) ){0,2}\p{Lu}[\p{L}'’.-]{0,30}){0,4}`;
const numberSign = String.raw`(?:[Nn](?:\.|o\.?|\.?[º°]\.?|úm(?:ero|\.)|umber)|#)`;

/** Where somebody lives or a shelter stands: a street with a number, a house with one, or so many metres from somewhere. */
const addresses: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})(?<!(?:de|la) )(?:[Cc]alle|[Aa]venida|[Aa]v(?:da|e)?\.|[Cc]allejón|[Pp]asaje|[Bb]ulevar|[Bb]oulevard)${streetName},? ?(?:${numberSign} ?)?${houseNumber}`,
    "u",
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:de|en|la) (?:[Cc]alle|[Aa]venida)(?: (?:(?:de|del|la|las|los|el) ){0,2}\p{Lu}[\p{L}'’.-]{0,30}){1,4},? ?(?:${numberSign} ?)?${houseNumber}`,
    "u",
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:[Cc]asa|[Aa]partamento|[Aa]pto\.?|[Ll]ote|[Hh]ouse|[Aa]partment|[Aa]pt\.?|[Ff]lat) ${numberSign} ?\d`,
    "u",
  ),
  /(?<![\d.,])\d{2,4} (?:metros|mts?\.?|m|varas) (?:al )?(?:norte|sur|este|oeste|noreste|noroeste|sureste|suroeste|arriba|abajo)(?!\p{L})/iu,
  /(?<![\p{L}\d.,-])(?!(?:19|20)\d\d )\d{1,5}[A-Za-z]? (?:\p{Lu}[\p{L}'’-]{0,30} ){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Lane|Drive|Boulevard|Blvd\.)(?!\p{L})/u,
];

/**
 * Which details of a person a text seems to hold, in a fixed order, each once. This is a guess, used only for a friendly hint to the
 * writer: it misses names that stand alone, and may take an office's number or address for a person's.
 */
export function personalDetails(text: string): readonly PersonalDetail[] {
  const found: PersonalDetail[] = [];
  if (name.test(text)) found.push("name");
  if (documents.some((shape) => shape.test(text))) found.push("document");
  if (phones.some((shape) => shape.test(text))) found.push("phone");
  if (mail.test(text)) found.push("mail");
  if (addresses.some((shape) => shape.test(text))) found.push("address");
  return found;
}
