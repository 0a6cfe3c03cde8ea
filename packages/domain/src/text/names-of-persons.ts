/** A word that announces a person. */
const announced = [
  ...["[Ss]eñor(?:es|as|a|ita)?", "[Ss]r(?:es|as|a|ta)?\\.?", "[Dd]oña", "[Dd]on", "M(?:r|rs|s|iss)\\.?"],
  ...["[Vv][ií]ctimas?", "[Ii]mputad[oa]s?", "[Aa]cusad[oa]s?", "[Ss]ospechos[oa]s?", "[Tt]estigos?", "[Nn]iñ[oa]s?"],
  ...["[Mm]enor(?:es)?", "[Dd]etenid[oa]s?", "[Cc]ondenad[oa]s?", "[Ss]entenciad[oa]s?", "[Tt]ratantes?"],
  ...["[Tt]raficantes?", "[Ll]lamad[oa]s?", "[Ss]e llaman?", "[Dd]e nombre", "[Aa]lias"],
  ...["[Vv]ictims?", "[Ss]uspects?", "[Ww]itness(?:es)?", "[Dd]efendants?", "[Tt]raffickers?", "[Ss]mugglers?"],
  ...["[Nn]amed", "[Cc]alled", "[Gg]irls?", "[Bb]oys?"],
].join("|");

/** Words that follow one of those and are no name: offices, places, and what is done for victims. */
const noFirstName = [
  ...["President", "Vice", "Ministr", "Minister", "Embajador", "Ambassador", "Director", "Secretari", "Secretary"],
  ...[
    "Subsecretari",
    "Fiscal",
    "Procurador",
    "Prosecutor",
    "Attorney",
    "Magistrad",
    "Justice",
    "Juez",
    "Jueza",
    "Judge",
  ],
  ...["Jefe", "Jefa", "Comisionad", "Commissioner", "Coordinador", "Coordinator", "Represent", "Delegad", "Delegate"],
  ...["Diputad", "Canciller", "Chair", "Speaker", "Oficial", "Officer", "Primer", "Primera", "Prime"],
  ...["Costa", "El", "La", "Los", "Las", "Estados", "United", "República", "Dominican", "Belice", "Belize", "Canad"],
  ...["Guatemala", "Honduras", "M[eé]xico", "Nicaragua", "Panam[aá]", "San", "Santa", "Santo", "Ciudad", "Nuev[ao]"],
  ...["Central", "Am[eé]rica", "North", "South", "Norte", "Sur", "Puerto"],
  ...["Assistance", "Support", "Protection", "Protegid", "Identif", "Service", "Witness", "Advoca", "Rights", "Relief"],
  ...["Compensation", "Care", "Transaction", "Person", "Cent(?:er|re)", "Referral", "Management", "Impact", "Safety"],
  ...["Screening", "Empowerment", "Migrant", "Acompañad", "No", "Refugiad", "Trabajador", "Adolescent", "Mujer"],
  ...["Ind[ií]gena", "Hombre", "Women", "Children", "Trata", "Trafficking", "Tr[aá]fico", "Smuggling", "Operaci[oó]n"],
  ...[
    "Operation",
    "Plan",
    "Programa",
    "Programme",
    "Program",
    "Proyecto",
    "Project",
    "Ley",
    "Law",
    "Protocol",
    "Fondo",
  ],
].join("|");
/** Words that no name ends with. */
const noLastName =
  "Fund|Unit|Act(?!\\p{L})|Law|Office|System|Network|Foundation|Fundaci[oó]n|Program|Protocol|Plan(?!\\p{L})|Report|Team|Center|Centre|Project|Initiative";

const word = String.raw`\p{Lu}(?:[\p{L}'’-]{1,40}|\.)`;
const between = "(?:de |del |la |las |los |y ){0,3}";

/** At least two capitalised words after the one that announces them; of the first an initial is enough. */
const name = new RegExp(
  String.raw`(?<!\p{L})(?:${announced})(?:,|:| -)? (?!(?:${noFirstName}))${word} ${between}(?!${noLastName})\p{Lu}\p{Ll}`,
  "u",
);
/** The same in capitals, where the word before is not, so that it is no title of which everything is. */
const inCapitals = new RegExp(
  String.raw`(?<!\p{L})(?:${announced})(?:,|:)? \p{Lu}{4,40} (?:DE |DEL |LA |LOS ){0,3}\p{Lu}{4}`,
  "u",
);

/** Does a text seem to name a person? Names that stand alone are missed. */
export const namesPerson = (text: string): boolean => name.test(text) || inCapitals.test(text);
