import { type SourceKind, type VoiceFault, type VoiceKind, voiceWords } from "@avances/domain/network";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

const [en, es] = [voiceWords.en, voiceWords.es];
type Of<K extends VoiceKind, T> = Readonly<Record<K, T>>;

export const voicesTexts = defineTexts(
  {
    title: { contribution: "Contributions", recommendation: "Recommendations" } satisfies Of<VoiceKind, string>,
    lead: {
      contribution:
        "What organisations, countries that observe and the Coalition put before the Network in their own name.",
      recommendation:
        "To whom each is put, how it was answered, and how far it is carried out: as the addressee says, and as others say.",
    } satisfies Of<VoiceKind, string>,
    count: {
      contribution: (n: number) =>
        pluralEn(n, {
          zero: "No contribution is here for you to read.",
          one: "# contribution.",
          other: "# contributions.",
        }),
      recommendation: (n: number) =>
        pluralEn(n, {
          zero: "No recommendation is here for you to read.",
          one: "# recommendation.",
          other: "# recommendations.",
        }),
    },
    found: (n: number) => pluralEn(n, { zero: "None fits.", one: "# fits.", other: "# fit." }),
    all: "Show all",
    filters: {
      author: "From",
      country: "Put to, or about",
      about: "About",
      stance: "Somebody's answer",
      step: "Completion, as somebody says",
      any: "Any",
    },
    files: { csv: "CSV", xlsx: "Excel", label: "Recommendations as a file", failed: "The file did not arrive." },
    new: { contribution: "Write a contribution", recommendation: "Write a recommendation" } satisfies Of<
      VoiceKind,
      string
    >,
    andAddressees: "and those to whom it is put",
    kinds: en.contributionKinds,
    recommendation: (source: string) => `Recommendation ${source}`,
    document: (name: string) => `Document: ${name}`,
    owner: (who: string) => `Seen to by: ${who}`,
    /** Of a draft: it has been put to nobody. */
    willPut: (who: string) => `Will be put to: ${who}`,
    stillRead: {
      draft: "It was never filed: your side alone reads it.",
      contribution: "Whoever made it and the Secretariat still read it; others do not.",
      recommendation: "Whoever made it, those to whom it was put and the Secretariat still read it; others do not.",
    } satisfies Readonly<Record<VoiceKind | "draft", string>>,
    toEverybody: "Of these, everybody reads without an account only what its author shows to everybody.",
    everybody:
      "Everybody reads it without an account, and what is answered once everybody does. What was answered before that stays with those who could read it then; said again, it is for everybody.",
    aboutField: {
      label: "What it is about",
      help: "It is found beside these. The Secretariat may say more.",
      add: "Add what it is about",
    },
    spokenOf: {
      title: "Reports of meetings that speak of it",
      point: (name: string | null, body: string, day: string) =>
        `${name === null ? "A paragraph" : `Point ${name}`} of the report of the meeting of ${day} (${body})`,
      working: "(working copy, which the Secretariat alone reads)",
      note: "That a report speaks of it does not say that anybody shares it.",
    },
    about: {
      title: "What it is about",
      none: "Nobody has said what it is about.",
      own: (who: string) => `Said by: ${who}`,
      secretariat: "According to the Technical Secretariat",
      act: "Say what it is about",
      text: "The words stay as they are, and so does what their author says. What you say is shown as the Secretariat's.",
      submit: "Save",
      done: "It is saved.",
    },
    answers: {
      title: "Answers and completion",
      caption: "Of each addressee: its answer, and how far it is carried out according to itself and to others",
      addressee: "Put to",
      stance: "Its answer",
      own: "As it says itself",
      others: "As others say",
      none: "no answer on record",
      notYet: "not asked yet",
      silent: "says nothing",
      noOther: "nobody says anything",
      on: (what: string, day: string) => `${what}, ${day}`,
      by: (who: string, what: string, day: string) => `${who}: ${what}, ${day}`,
      note: "The views stand side by side. They are not added up, and no figure is made of them. To take note says nothing of whether it is shared.",
      earlier: "Said before",
      of: (who: string, of: string, what: string, day: string) => `${who}, of ${of}: ${what}, ${day}`,
      took: "Who took note",
      tookNone: "Nobody has taken note of it here.",
      tookNote: "To take note says nothing of whether it is shared.",
      summary: { own: (what: string) => `itself: ${what}`, other: (who: string, what: string) => `${who}: ${what}` },
    },
    take: {
      note: "Take note",
      noteAnew: "Take note again",
      act: "Answer for your side",
      anew: "Change your side’s answer",
      noteText: (who: string) => `Others read: “${who}: took note”. It says nothing of whether it is shared.`,
      choose: "How does your side take it?",
      chooseOne: "Choose an answer.",
      words: "In your words",
      submit: "Sign and record",
      done: "It is recorded.",
      text: (who: string) =>
        `Recorded in the name of your side, with the day: ${who}. Whoever reads this reads it. A later answer counts in its place; this one stays in the record.`,
      named: {
        secretariat: "With your name: those of the Secretariat are told to everybody who reads this.",
        others: "Your name is told to the Secretariat and to your own side.",
      },
    },
    assess: {
      act: "Say how far it is carried out",
      of: "Of whom",
      step: "How far is it carried out?",
      chooseOne: "Choose how far.",
      own: "As your own side says of itself.",
      other: (who: string) => `As your view of ${who}, beside what ${who} says itself.`,
      submit: "Sign and record",
    },
    reply: {
      title: "Replies",
      none: "Nobody has replied.",
      act: "Reply",
      text: (who: string) =>
        `Signed with the day, in the name of your side: ${who}. Your name is told to the Secretariat and to your own side. Whoever reads this reads the reply, also whoever made it.`,
      words: "Reply",
      missing: "Write the reply.",
      submit: "Sign and reply",
      done: "The reply is recorded.",
      by: (side: string, person: string | null, day: string) =>
        person === null ? `${side}, ${day}` : `${side} (${person}), ${day}`,
      noComment: "No comment.",
      takeBack: "Take it back",
      takenBack: (who: string, day: string) => `${who} took it back on ${day}. Only both sides still read it.`,
      tookBack: "The reply is taken back.",
    },
    form: {
      kind: "Kind",
      body: "Text",
      bodyHelp: "What concerns persons does not belong here.",
      sourceKind: "Where it comes from",
      sourceKinds: {
        own: "From whoever writes it",
        meeting: "From a meeting",
        treaty_body: "From a treaty body",
        civil_society: "From a report of civil society",
      } satisfies Record<SourceKind, string>,
      document: "Document",
      documentHelp: "Its title or symbol, and the paragraph.",
      addressees: "Put to",
      addresseesHelp: "They read it whatever you choose below, and can answer it.",
      secretariat: "Technical Secretariat",
      owner: "Who sees to it that it is followed",
      ownerNone: "Nobody is named",
    },
    withdraw: {
      contribution:
        "Your side and the Secretariat keep it with your reason; for others it is gone. It cannot be filed again.",
      recommendation:
        "Your side, those to whom it was put and the Secretariat keep it with your reason; for others it is gone. It cannot be filed again.",
      draftText: "The draft stays with your side, with your reason. It cannot be filed any more.",
    },
    faults: {
      addressee_missing: "Say to whom it is put.",
      addressee_silent: "It can be put to members and to the Secretariat, not to whoever makes it.",
      addressee_gone: "Those to whom it was put stay.",
      source_meeting: "Choose the meeting from which it comes.",
      source_missing: "Name the document.",
      owner: "Whoever sees to it is one of those to whom it is put, or the Secretariat.",
      link_unknown: "Something that it is said to be about is not in the catalogue any more.",
    } satisfies Record<VoiceFault, string>,
  },
  {
    title: { contribution: "Aportes", recommendation: "Recomendaciones" },
    lead: {
      contribution:
        "Lo que organizaciones, países observadores y la Coalición presentan ante la Red en su propio nombre.",
      recommendation:
        "A quién se dirige cada una, cómo se respondió y hasta dónde se ha cumplido: según el destinatario y según otros.",
    },
    count: {
      contribution: (n) =>
        pluralEs(n, { zero: "No hay aportes que usted pueda leer.", one: "# aporte.", other: "# aportes." }),
      recommendation: (n) =>
        pluralEs(n, {
          zero: "No hay recomendaciones que usted pueda leer.",
          one: "# recomendación.",
          other: "# recomendaciones.",
        }),
    },
    found: (n) => pluralEs(n, { zero: "No hay coincidencias.", one: "# coincidencia.", other: "# coincidencias." }),
    all: "Mostrar todo",
    filters: {
      author: "De",
      country: "Dirigido a, o sobre",
      about: "Sobre",
      stance: "Alguien respondió",
      step: "Avance, según alguien",
      any: "Cualquiera",
    },
    files: { csv: "CSV", xlsx: "Excel", label: "Recomendaciones en un archivo", failed: "El archivo no llegó." },
    new: { contribution: "Escribir un aporte", recommendation: "Escribir una recomendación" },
    andAddressees: "y aquellos a quienes se dirige",
    kinds: es.contributionKinds,
    recommendation: (source) => `Recomendación ${source}`,
    document: (name) => `Documento: ${name}`,
    owner: (who) => `Le da seguimiento: ${who}`,
    willPut: (who) => `Se dirigirá a: ${who}`,
    stillRead: {
      draft: "Nunca se presentó: solo lo lee su parte.",
      contribution: "Lo siguen leyendo quien lo presentó y la Secretaría; los demás, no.",
      recommendation:
        "La siguen leyendo quien la presentó, aquellos a quienes se dirigió y la Secretaría; los demás, no.",
    },
    toEverybody: "De esto, todas las personas leen sin cuenta solo lo que su autor muestra a todas las personas.",
    everybody:
      "Todas las personas leen esto sin cuenta, y también lo que se responda desde que es así. Lo respondido antes lo leen quienes entonces podían leerlo; si se dice de nuevo, es para todas las personas.",
    aboutField: {
      label: "Sobre qué trata",
      help: "Se encuentra junto a esto. La Secretaría puede añadir más.",
      add: "Añadir sobre qué trata",
    },
    spokenOf: {
      title: "Informes de reuniones que tratan de esto",
      point: (name, body, day) =>
        `${name === null ? "Un párrafo" : `Punto ${name}`} del informe de la reunión del ${day} (${body})`,
      working: "(copia de trabajo, que lee solo la Secretaría)",
      note: "Que un informe trate de esto no dice que alguien lo comparta.",
    },
    about: {
      title: "Sobre qué trata",
      none: "Nadie ha dicho sobre qué trata.",
      own: (who) => `Lo dice: ${who}`,
      secretariat: "Según la Secretaría Técnica",
      act: "Decir sobre qué trata",
      text: "El texto queda como está, y también lo que dice quien presenta esto. Lo que usted diga se muestra como de la Secretaría.",
      submit: "Guardar",
      done: "Está guardado.",
    },
    answers: {
      title: "Respuestas y avance",
      caption: "De cada destinatario: su respuesta, y hasta dónde se ha cumplido según él mismo y según otros",
      addressee: "Dirigida a",
      stance: "Su respuesta",
      own: "Según dice de sí",
      others: "Según otros",
      none: "sin constancia de respuesta",
      notYet: "aún no se le ha preguntado",
      silent: "no dice nada",
      noOther: "nadie dice nada",
      on: (what, day) => `${what}, ${day}`,
      by: (who, what, day) => `${who}: ${what}, ${day}`,
      note: "Las miradas están una junto a la otra. No se suman ni se hace de ellas una cifra. Tomar nota no dice si se comparte.",
      earlier: "Dicho antes",
      of: (who, of, what, day) => `${who}, de ${of}: ${what}, ${day}`,
      took: "Quién tomó nota",
      tookNone: "Aquí nadie ha tomado nota.",
      tookNote: "Tomar nota no dice si se comparte.",
      summary: { own: (what) => `según dice de sí: ${what}`, other: (who, what) => `${who}: ${what}` },
    },
    take: {
      note: "Tomar nota",
      noteAnew: "Tomar nota de nuevo",
      act: "Responder por su parte",
      anew: "Cambiar la respuesta de su parte",
      noteText: (who) => `Los demás leen: «${who}: tomó nota». No dice si se comparte.`,
      choose: "¿Cómo la recibe su parte?",
      chooseOne: "Elija una respuesta.",
      words: "Con sus palabras",
      submit: "Firmar y anotar",
      done: "Está anotado.",
      text: (who) =>
        `Queda a nombre de su parte, con la fecha: ${who}. Lo lee quien lea esto. Una respuesta posterior vale en su lugar; esta queda en el registro.`,
      named: {
        secretariat: "Con su nombre: los de la Secretaría los lee quien lea esto.",
        others: "Su nombre lo leen la Secretaría y su propia parte.",
      },
    },
    assess: {
      act: "Decir hasta dónde se ha cumplido",
      of: "De quién",
      step: "¿Hasta dónde se ha cumplido?",
      chooseOne: "Elija hasta dónde.",
      own: "Según dice su propia parte de sí.",
      other: (who) => `Como su mirada sobre ${who}, junto a lo que ${who} dice de sí.`,
      submit: "Firmar y anotar",
    },
    reply: {
      title: "Réplicas",
      none: "Nadie ha replicado.",
      act: "Replicar",
      text: (who) =>
        `Firmada a nombre de su parte, con la fecha: ${who}. El nombre de usted lo leen la Secretaría y su propia parte. Lee la réplica quien lea esto, también quien presentó esto.`,
      words: "Réplica",
      missing: "Escriba la réplica.",
      submit: "Firmar y replicar",
      done: "La réplica está anotada.",
      by: (side, person, day) => (person === null ? `${side}, ${day}` : `${side} (${person}), ${day}`),
      noComment: "Sin comentarios.",
      takeBack: "Retirarla",
      takenBack: (who, day) => `${who} la retiró el ${day}. Solo la leen ambas partes.`,
      tookBack: "La réplica está retirada.",
    },
    form: {
      kind: "Clase",
      body: "Texto",
      bodyHelp: "Lo que concierne a personas no corresponde aquí.",
      sourceKind: "De dónde viene",
      sourceKinds: {
        own: "De quien la escribe",
        meeting: "De una reunión",
        treaty_body: "De un órgano de tratado",
        civil_society: "De un informe de la sociedad civil",
      },
      document: "Documento",
      documentHelp: "Su título o signatura, y el párrafo.",
      addressees: "Dirigida a",
      addresseesHelp: "La leen en todo caso, sea cual sea su elección de abajo, y pueden responderla.",
      secretariat: "Secretaría Técnica",
      owner: "Quién le da seguimiento",
      ownerNone: "No se nombra a nadie",
    },
    withdraw: {
      contribution:
        "Su parte y la Secretaría lo conservan con su motivo; para los demás desaparece. No puede presentarse de nuevo.",
      recommendation:
        "Su parte, aquellos a quienes se dirigió y la Secretaría la conservan con su motivo; para los demás desaparece. No puede presentarse de nuevo.",
      draftText: "El borrador queda en su parte, con su motivo. Ya no puede presentarse.",
    },
    faults: {
      addressee_missing: "Indique a quién se dirige.",
      addressee_silent: "Puede dirigirse a integrantes y a la Secretaría, no a quien la presenta.",
      addressee_gone: "Aquellos a quienes se dirigió permanecen.",
      source_meeting: "Elija la reunión de la que viene.",
      source_missing: "Nombre el documento.",
      owner: "Le da seguimiento uno de los destinatarios, o la Secretaría.",
      link_unknown: "Algo sobre lo que trata ya no está en el catálogo.",
    },
  },
);
