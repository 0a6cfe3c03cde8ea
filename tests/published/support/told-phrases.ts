import { reference } from "@avances/domain/testing/catalogue";
import { phrase, type Where } from "./phrases.ts";

/** Which number of the index a number is. `change` in either direction. */
export type Measure = "score" | "coverage" | "floor" | "ceiling" | "change" | "gap";

const score = (measures: readonly Measure[], en: string, es?: string, at?: Where) => ({
  ...phrase("score", en, es, at),
  measures,
});
const whole: readonly Measure[] = ["score", "coverage", "floor", "ceiling"];
const range: readonly Measure[] = ["floor", "ceiling"];

/** Numbers of the index, which is a file of its own: each must be there, with this measure, for the country, round and dimension that the page names. */
export const scorePhrases = [
  score(whole, "Score # of 100; coverage #%; range from # to #", "Puntaje # de 100; cobertura # ?%; rango de # a #"),
  score(
    ["coverage", ...range],
    "coverage #%; the score would lie between # and #",
    "cobertura # ?%; el puntaje estaría entre # y #",
  ),
  score(
    ["score", "change", "coverage", ...range],
    "^#, # (?:higher|lower) than Y, #% answered, range # to #",
    "^#, # (?:más|menos) que en Y, # ?% respondido, rango de # a #",
  ),
  score(
    ["score", "change", "coverage"],
    "^#, # (?:higher|lower) than Y, #% answered",
    "^#, # (?:más|menos) que en Y, # ?% respondido",
  ),
  score(whole, "^#, [^\\d]+, #% answered, range # to #", "^#, [^\\d]+, # ?% respondido, rango de # a #"),
  score(["score", "coverage"], "^#, [^\\d]+, #% answered", "^#, [^\\d]+, # ?% respondido"),
  score(["coverage", ...range], "^#% · #–#", "^# ?% · #–#"),
  score(["coverage", ...range], "#% of the weight answered · #–#", "# ?% del peso respondido · #–#"),
  score(["coverage"], "#% of the weight answered", "# ?% del peso respondido"),
  score(["coverage"], "(?:coverage|of (?:the )?coverage) #%", "cobertura # ?%"),
  score(range, "range #–#", "rango #–#"),
  score(["change"], "# points (?:higher|lower)", "# puntos (?:más|menos)"),
  score(["change"], "[▲▼=] # points since", "[▲▼=] # puntos desde"),
  score(["change"], "[▲▼=] # since Y|[▲▼=] #$", "[▲▼=] # desde Y|[▲▼=] #$"),
  score(["change", "change"], "by # to # points", "entre # y # puntos"),
  score(["change"], "by # points", "en # puntos"),
  score(["score", "score"], "scores between # and # of 100", "puntajes entre # y # de 100"),
  score(["score"], "scores? at # of 100", "puntajes? en # de 100"),
  score(["score", "score"], "(?<=same data )lie between # and #", "(?<=mismos datos )están entre # y #"),
  score(["score", "score"], "region #–#", "región #–#"),
  score(["score"], "^#", undefined, { within: "key" }),
  score(["coverage"], "^#%$", "^# ?%$", { within: "measured" }),
  score(["score"], "^#$", undefined, { within: "score" }),
  score(["score"], "^#(?= |$)", undefined, { within: "unit" }),
  score(["change"], "^#$", undefined, { under: /^(Progress in points|Avance en puntos)$/ }),
  score(["gap"], "^#%$", "^# ?%$", { under: /^(Distance to 100 closed|Distancia a 100 recorrida)$/ }),
];

/** How many of something have a state: what states there are is in the files. At most so many as there are. */
export const tallyPhrases = [
  phrase(
    "indicators",
    "# (?:(?:is|are) )?(?:higher|lower|larger|smaller|the same)",
    "# (?:(?:es|son) )?(?:superior|inferior|mayor|menor|igual)(?:es)?",
    {
      within: "more",
    },
  ),
  phrase("countries", "# to # of the # countries", "entre # y # de los # países"),
  phrase("countries", "# of (?:the )?# countr(?:y|ies)", "# de (?:los )?# país(?:es)?"),
  phrase("levels", "[Ll]evel # in # countr(?:y|ies)", "[Nn]ivel # en # país(?:es)?"),
  phrase(
    "countries",
    "# countr(?:y|ies)|\\b[Ii]n # of #|\\b[Ii]n # of them",
    "# país(?:es)?|\\b[Ee]n # de #|\\b[Ee]n # de ellos",
  ),
  phrase("countries", "\\b[Ii]n all #,", "\\b[Ee]n los #,"),
  phrase(
    "countries",
    "# (?:stands?|can be compared|higher|lower)\\b",
    "# (?:están?|se pueden? comparar|más (?:arriba|abajo))",
  ),
  phrase(
    "countries",
    "# (?:counted (?:more|fewer|the same)|gave (?:a (?:higher|lower)|the same)|answered (?:yes|no)|a lower one|no after yes|fewer|the same)\\b",
    "# (?:(?:contó|contaron) (?:más|menos|lo mismo)|(?:dio|dieron) (?:una?|la|el) |(?:respondió|respondieron) (?:sí|no)|(?:una?|uno) menor|no después de sí|menos|lo mismo|la misma|el mismo|iguale?s?)",
  ),
  phrase("countries", "^#$", undefined, { within: "heads" }),
  phrase("countries", "Countries, of #", "Países, de #"),
  phrase("countries", "^# of #(?: so far)?$", "^# de #(?: hasta hoy)?$", { within: "mark" }),
  phrase("reports", "^# of # reports$", "^# de # informes$"),
  phrase("reports", "# of (?:the )?# reports", "# de los # informes"),
  phrase("reports", "(?:[Aa]ll )?# reports?", "(?:los )?# informes?"),
  phrase("reports", "^# of #(?=,|$)", "^# de #(?=,|$)", { within: "summary" }),
  phrase("reports", "#, voluntarily|and # voluntarily", "#, voluntarios?|y # voluntarios?", { within: "summary" }),
  phrase("dates", "(?:of the )?# dates?", "(?:de las )?# fechas?"),
  phrase("objectives", "# objectives?", "# objetivos?"),
  phrase("indicators", "# (?:public )?indicators?", "# indicador(?:es)?"),
  phrase("indicators", "^#$", undefined, { within: "count" }),
  phrase("indicators", "^#$", undefined, { within: "group" }),
  phrase("indicators", "^#$", undefined, { within: "open" }),
  phrase("indicators", "^#$", undefined, { under: /^Indica(tors|dores)$/ }),
  phrase("objectives", "^#$", undefined, { under: /^Obje(ctives|tivos)$/ }),
  phrase("reports", "^#$", undefined, { under: /^(Reports published|Informes publicados)$/ }),
  phrase("indicators", "^#$", undefined, { within: "aside" }),
  phrase(
    "indicators",
    "and # more on the page|(?:^|[^\\d]+ )# on the page",
    "[ey] # más en la página|(?:^|[^\\d]+ )# en la página",
  ),
  phrase(
    "indicators",
    "= # of the levels, shares, answers and dates unchanged",
    "= # de los niveles, proporciones, respuestas y fechas sin cambio",
  ),
  phrase("indicators", "of the # levels, shares and answers", "de los # niveles, proporciones y respuestas"),
  phrase("indicators", "[Oo]f the # counts and amounts", "[Dd]e los # recuentos y montos"),
  phrase(
    "answers",
    "[Oo]f the # (?:levels given|answers with)|[Aa]ll # (?:levels given|answers with)",
    "[Dd]e l[ao]s # (?:niveles indicados|respuestas de)|[Ll]as # respuestas de|los # niveles indicados",
  ),
  phrase(
    "answers",
    "# (?:is|are) (?:the highest|yes)|and # the lowest",
    "# (?:es|son) (?:el más alto|sí)|y # (?:es|son) el más bajo",
  ),
];

/** Steps of a ladder of measures: no counts. */
export const levelPhrases = [
  phrase("levels", "level # to # of #", "nivel # a # de #"),
  phrase(
    "levels",
    "from level # \\(“[^”]*”\\) to level # of # \\(“[^”]*”\\)",
    "del nivel # \\(«[^»]*»\\) al nivel # de # \\(«[^»]*»\\)",
  ),
  phrase("levels", "level # in Y|level # of # in Y", "nivel # en Y|nivel # de # en Y"),
  phrase("levels", "[Ll]evel #:|^# · |^#: ", "[Nn]ivel #:|^# · |^#: "),
  phrase("levels", "level, up to #", "nivel, hasta #"),
  phrase("levels", "[▲▼] from #", "[▲▼] desde #", { within: "from" }),
  phrase("levels", ", was # for Y", ", era # para Y", { within: "from" }),
  phrase("levels", "^#$|^# of #$", "^#$|^# de #$", { within: "step" }),
  phrase("levels", "^#$", undefined, { within: "tile" }),
];

/** What three capitals are besides a currency. */
const noCurrency = [...reference.countries.map(({ alpha3 }) => alpha3), "TIP", "SOM"].join("|");

/** Amounts: in the files as they are, of no persons. */
export const amountPhrases = [phrase("amount", `\\b(?!(?:${noCurrency})\\b)[A-Z]{3} #`)];
