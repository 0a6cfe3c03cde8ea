import { defineTexts } from "#i18n/i18n.ts";

export const aboutTexts = defineTexts(
  {
    title: "About these figures",
    description:
      "How the figures on trafficking in persons and migrant smuggling come about: who reports, reviews and publishes, how the index is made, how small counts are protected, and which files there are.",
    eyebrow: "Method and protection",
    lead: "The countries report; the Technical Secretariat reviews and publishes; nobody but the country changes a figure.",
    sections: {
      index: {
        heading: "What the index says",
        body: [
          "It answers one question: how far has this country put in place and applied what the two Palermo Protocols ask for, and is it further than before? It does not measure how much trafficking or smuggling there is.",
          "Law, policy, institutions and shares that a State controls are scored. Counts of victims, cases, prosecutions and convictions never are, because more may mean better detection.",
          "There is no ranking: figures are self-reported, legal systems and registers differ, and a league table gives a reason not to report. Countries stand in alphabetical order and are compared with their own past.",
        ],
      },
      score: {
        heading: "Score, coverage and range",
        body: [
          "Every answer becomes 0 to 100 by fixed rules. A dimension is the weighted mean of its answered indicators; a Protocol that of its dimensions that have a score.",
          "Coverage is the share of the weight that was answered. The range says where the score would be if everything missing were worst, or best. The three are always shown together. Where coverage is too low there is no score, only the range.",
          "Missing answers are never filled in. An invented figure about victims, attributed to a State, would not be acceptable.",
        ],
      },
      states: {
        heading: "What stands where a figure would",
        body: [
          "Zero is a figure. Everything else that can stand in its place has a mark and a word of its own, in every chart and table; the file names it too. A figure that is missing is never just a blank, and no line runs over a gap. Where a table has a column for each level, a blank says only that the country does not stand there.",
        ],
      },
      protection: {
        heading: "Protecting people",
        body: [
          "Counts of persons from 1 to 4 are hidden, with others that would give them away: totals, breakdowns, shares and earlier editions are checked together until none of these counts can be limited to less than the range from 1 to 4. Which others are hidden is drawn by lot, smaller ones more often, so that the choice does not tell how large a hidden figure is. Every hidden figure carries the same mark, s. What is protected in this way are the counts that countries report. What a share that is shown leaves over is no such count: it can be worked out, however small it is.",
          "Tables of two breakdowns appear only when none of their cells is small. Regional totals of counts are not published.",
        ],
      },
      time: {
        heading: "Time and deadlines",
        body: [
          "A round asks for the calendar year before: the 2025 round holds the data of 2024. On the pages every year is that of the data, with the round beside it. A due date ends at midnight in the country's capital. A late report is always welcome, and the record keeps when it came.",
        ],
      },
      baseline: {
        heading: "Progress since the baseline",
        body: [
          "The baseline is a country's first published round with a score. Only indicators scored in both rounds are compared, with today's weights; where they hold less than half of the weight, there is no comparison. The years are always printed.",
        ],
      },
      files: {
        heading: "The data files",
        body: [
          "Everything published is in two files of one edition. data.csv has a line for each figure, and at least one for every indicator, country and round: the value where one is shown, and always its state, so that not reported, not published, exempt and not asked are told apart. index.csv has score, coverage, range and progress by country, round, Protocol and dimension.",
          "Each line has the year of the round and the year of its data. Amounts are in their own currency, shares are percentages rounded as on these pages. From the two files and the catalogue the whole index can be worked out again.",
          "The CSV form is for programs: English names, a point before decimals. The two forms for Excel have the names in every language of the portal and open by double click: one where the computer writes one and a half as 1.5, the other where it writes 1,5. That is decided by the region it is set to, not by its language.",
        ],
      },
    },
    indicators: "All indicators with their definitions and articles",
    data: "Documentation of the data service",
  },
  {
    title: "Sobre estas cifras",
    description:
      "Cómo se forman las cifras sobre trata de personas y tráfico ilícito de migrantes: quién informa, revisa y publica, cómo se hace el índice, cómo se protegen los conteos pequeños y qué archivos hay.",
    eyebrow: "Método y protección",
    lead: "Los países informan; la Secretaría Técnica revisa y publica; nadie más que el país cambia una cifra.",
    sections: {
      index: {
        heading: "Qué dice el índice",
        body: [
          "Responde una pregunta: ¿en qué medida este país ha puesto en marcha y aplica lo que piden los dos Protocolos de Palermo, y está más adelante que antes? No mide cuánta trata ni cuánto tráfico ilícito hay.",
          "Se puntúan leyes, políticas, instituciones y proporciones que dependen del Estado. Nunca se puntúan los conteos de víctimas, casos, procesamientos ni condenas, porque más puede significar mejor detección.",
          "No hay clasificación: las cifras las informa cada país, los sistemas legales y los registros difieren, y una tabla de posiciones da un motivo para no informar. Los países aparecen en orden alfabético y se comparan con su propio pasado.",
        ],
      },
      score: {
        heading: "Puntaje, cobertura y rango",
        body: [
          "Cada respuesta se convierte en 0 a 100 con reglas fijas. Una dimensión es la media ponderada de sus indicadores respondidos; un Protocolo, la de sus dimensiones con puntaje.",
          "La cobertura es la parte del peso que se respondió. El rango dice dónde estaría el puntaje si todo lo faltante fuera lo peor, o lo mejor. Los tres se muestran siempre juntos. Si la cobertura es insuficiente no hay puntaje, solo el rango.",
          "Las respuestas faltantes nunca se rellenan. Una cifra inventada sobre víctimas, atribuida a un Estado, no sería aceptable.",
        ],
      },
      states: {
        heading: "Lo que aparece en lugar de una cifra",
        body: [
          "Cero es una cifra. Todo lo demás que puede aparecer en su lugar tiene una marca y una palabra propias, en cada gráfico y tabla; el archivo también lo nombra. Una cifra que falta nunca es solo un espacio en blanco, y ninguna línea pasa sobre un vacío. Donde un cuadro tiene una columna por nivel, un espacio en blanco solo dice que el país no está ahí.",
        ],
      },
      protection: {
        heading: "Proteger a las personas",
        body: [
          "Los conteos de personas de 1 a 4 se ocultan, junto con otros que los revelarían: totales, desagregaciones, proporciones y ediciones anteriores se revisan en conjunto hasta que ninguno de esos conteos pueda acotarse a menos que el intervalo de 1 a 4. Cuáles otros se ocultan se decide por sorteo, con mayor frecuencia los menores, para que la elección no revele el tamaño de una cifra oculta. Toda cifra oculta lleva la misma marca, s. Se protegen así los conteos que informan los países. Lo que queda fuera de una proporción que se muestra no es uno de ellos: puede calcularse, por pequeño que sea.",
          "Los cuadros de dos desagregaciones solo aparecen cuando ninguna de sus celdas es pequeña. No se publican totales regionales de conteos.",
        ],
      },
      time: {
        heading: "Tiempo y plazos",
        body: [
          "Una ronda pide el año calendario anterior: la ronda 2025 contiene los datos de 2024. En las páginas todo año es el de los datos, con la ronda al lado. Una fecha límite termina a la medianoche en la capital del país. Un informe tardío siempre es bienvenido, y el registro conserva cuándo llegó.",
        ],
      },
      baseline: {
        heading: "Avance desde la línea de base",
        body: [
          "La línea de base es la primera ronda publicada con puntaje de un país. Solo se comparan los indicadores puntuados en ambas rondas, con los pesos actuales; si suman menos de la mitad del peso, no hay comparación. Los años siempre se indican.",
        ],
      },
      files: {
        heading: "Los archivos de datos",
        body: [
          "Todo lo publicado está en dos archivos de una misma edición. data.csv tiene una línea por cifra, y al menos una por indicador, país y ronda: el valor donde se muestra uno, y siempre su estado, de modo que se distinguen no informado, no publicado, exento y no se le pide. index.csv tiene puntaje, cobertura, rango y avance por país, ronda, Protocolo y dimensión.",
          "Cada línea lleva el año de la ronda y el año de sus datos. Los montos están en su propia moneda; las proporciones son porcentajes redondeados como en estas páginas. Con los dos archivos y el catálogo se puede volver a calcular todo el índice.",
          "La forma CSV es para programas: nombres en inglés, punto decimal. Las dos formas para Excel llevan los nombres en todos los idiomas del portal y se abren con doble clic: una donde la computadora escribe uno y medio como 1.5, la otra donde escribe 1,5. Eso lo decide la región configurada, no el idioma.",
        ],
      },
    },
    indicators: "Todos los indicadores con sus definiciones y artículos",
    data: "Documentación del servicio de datos",
  },
);
