const months =
  "[Ee]nero|[Ff]ebrero|[Mm]arzo|[Aa]bril|[Mm]ayo|[Jj]unio|[Jj]ulio|[Aa]gosto|[Ss]e[pt]+iembre|[Oo]ctubre|[Nn]oviembre|[Dd]iciembre";
/** A number of a house: not a year, and no day after which a street is called. */
const houseNumber = String.raw`(?!(?:19|20)\d\d(?!\d))\d{1,5}(?![\d%.,]\d|[\d%]| ?%| de (?:${months})| estrellas)`;
/** Up to four words of a street's name, each capitalised. */
const streetName = String.raw`(?: (?:(?:de|del|la|las|los|el) ){0,2}\p{Lu}[\p{L}'’.-]{0,30}){0,4}`;
const numberSign = String.raw`(?:[Nn](?:\.|o\.?|\.?[º°]\.?|úm(?:ero|\.)|umber)|#)`;
const anyWords = String.raw`(?: [\p{L}'’.]{1,30}){1,4}`;
const sides = "norte|sur|este|oeste|noreste|noroeste|sureste|suroeste|arriba|abajo";

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
  // In capitals, and in small letters where the sign of a number says that one follows.
  new RegExp(String.raw`(?<!\p{L})(?:CALLE|AVENIDA)(?: [\p{Lu}'’.]{1,30}){1,4},? ${houseNumber}`, "u"),
  new RegExp(
    String.raw`(?<!\p{L})(?:calle|avenida|carrera)${anyWords},? ?(?:n(?:o\.?|\.?[º°]\.?|úm(?:ero|\.))|#) ?\d`,
    "iu",
  ),
  /(?<!\p{L})(?:carrera|cra\.?|calle|diagonal|transversal) \d{1,3}[a-z]? ?(?:n\.?[º°o]\.?|#) ?\d{1,3}[a-z]?-\d/iu,
  new RegExp(
    String.raw`(?<!\p{L})(?:[Cc]asa|[Aa]partamento|[Aa]pto\.?|[Ll]ote|[Hh]ouse|[Aa]partment|[Aa]pt\.?|[Ff]lat) ${numberSign} ?\d{1,4}(?! ?(?:resolution|bill))`,
    "u",
  ),
  // A flat, and a house of a settlement.
  /(?<!\p{L})(?:apartamento|apartment|apto\.?|apt\.?|depto\.?) \d{1,4}[a-z]?(?![\p{L}\d%]| ?%)/iu,
  new RegExp(
    String.raw`(?<!\p{L})(?:(?:barrio|colonia|col\.|urbanizaci[oó]n|residencial|reparto)${anyWords}|(?:bloque|manzana|mz\.?|block|sector|pol[ií]gono) [\p{L}\d]{1,4}),? (?:casa|lote) \d`,
    "iu",
  ),
  new RegExp(String.raw`(?<![\d.,])\d{2,4} (?:metros|mts?\.?|m|varas) (?:al )?(?:${sides})(?!\p{L})`, "iu"),
  new RegExp(String.raw`(?<![\d.,])\d{1,2} (?:1/2 )?(?:cuadras?|c\.) (?:al )?(?:${sides}|lago)(?!\p{L})`, "iu"),
  /(?<![\p{L}\d.,-])(?!(?:19|20)\d\d )\d{1,5}[A-Za-z]? (?:(?:\p{Lu}[\p{L}'’.-]{0,30}|\d{1,3}(?:st|nd|rd|th)) ){1,3}(?:Street|St\.|St(?=[,;]|\s*$)|Avenue|Ave\.|Road|Rd\.|Lane|Drive|Boulevard|Blvd\.)(?!\p{L})/u,
];

/** Does a text seem to say where somebody lives or is kept safe? */
export const hasAddress = (text: string): boolean => addresses.some((shape) => shape.test(text));
