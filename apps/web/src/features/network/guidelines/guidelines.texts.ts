import type { GuidelineAnswer, GuidelineFault, GuidelineSetFault } from "@avances/domain/network";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { Language } from "#i18n/language.ts";

const answers: Readonly<Record<GuidelineAnswer, string>> = {
  yes: "Yes",
  partly: "In part",
  no: "No",
  not_known: "Not known",
};
const respuestas: typeof answers = { yes: "Sí", partly: "En parte", no: "No", not_known: "No se sabe" };

export const guidelinesTexts = defineTexts(
  {
    title: "Regional Guidelines",
    full: "Regional Guidelines for the Preliminary Identification of Profiles and Referral Mechanisms of Migrant Populations in a Vulnerable Condition",
    lead: "How each country applies them, step by step: the country says so of itself, and beside it stands the view of IOM, each signed by whoever says it, with its evidence and its day. No figure is made of them, and they are in none.",
    answers,
    noSteps: "The Technical Secretariat has not entered the steps yet.",
    caption: "What is said of each step, by country",
    country: "Country",
    nothing: "Nothing that you may read is on record here",
    dash: "–: nothing that you may read is on record.",
    silent: (countries: string) => `Of no step is anything on record that you may read: ${countries}.`,
    source: (source: string) => `Steps: ${source}.`,
    close: "Indicators close to the steps",
    closeOf: (step: string, indicators: string) => `${step}: ${indicators}`,
    asOf: (day: string) => `as of ${day}`,
    voice: (who: string, answer: string, step: string, country: string) => `${who}: ${answer} (${step}, ${country})`,
    draft: "draft of your side",
    first: (country: string, day: string) =>
      `besides its own side and ${country} nobody reads it before ${country} answers or ${day} is over`,
    answered: (country: string) => `${country} answered`,
    say: "Say how it is",
    sayOf: (step: string, country: string) => `Say how it is: ${step}, ${country}`,
    sayAnew: "Say how it is now",
    sayAnewOf: (step: string, country: string) => `Say how it is now: ${step}, ${country}`,
    changeSteps: "Change the steps",
    enterSteps: "Enter the steps",
    toAnswer: {
      title: "Views that wait for the answer of their country",
      text: "You read each, at its level, and not before the country has answered or its days are over. Whoever answers for the country is told of it by mail. Until then you know that it is there, and not what it says.",
      one: (country: string, step: string, day: string) => `${country}: ${step}, to be answered by ${day}`,
    },
    earlier: {
      title: "Steps that are asked about no more",
      one: (country: string, step: string, who: string, answer: string) => `${country}, ${step}: ${answer} (${who})`,
    },
    sets: {
      title: "Earlier sets of steps",
      one: (version: string, day: string, who: string) => `Set ${version}, ${day}, ${who}`,
    },
    statement: {
      eyebrow: (country: string, step: string) => `${country}: ${step}`,
      said: (who: string, answer: string, day: string) => `${who} says: ${answer}, as of ${day}.`,
      worded: (version: string, name: string) => `It was asked in the words of set ${version}: “${name}”.`,
      reads: {
        draft: (country: string, days: string, who: string) =>
          `Draft of a view: once it is filed, besides its own side and ${country} nobody reads it before ${country} has answered or ${days} are over. Then also: ${who}`,
        first: (country: string, day: string, who: string) =>
          `Besides its own side and ${country} nobody reads it before ${country} has answered or ${day} is over. Then also: ${who}`,
        replied: (country: string, when: string, who: string) =>
          `${country} read it first and answered. Visible since ${when} to: ${who}, and ${country} in any case`,
        days: (country: string, day: string, when: string, who: string) =>
          `${country} read it first; its days ended with ${day}. Visible since ${when} to: ${who}, and ${country} in any case`,
      },
      days: (n: number) => pluralEn(n, { one: "# day", other: "# days" }),
      replies: {
        title: "What the country answers",
        none: "The country has not answered.",
        noComment: "No comment.",
        by: (side: string, person: string | null, when: string) =>
          person === null ? `${side}, ${when}` : `${side} (${person}), ${when}`,
        takenBack: (who: string, when: string) => `${who} took this answer back on ${when}.`,
        takeBack: "Take this answer back",
        tookBack: "The answer is taken back. The view stays open.",
      },
      beside: {
        title: "What else is said of this step in this country",
        none: "Nothing else that you may read.",
        one: (who: string, answer: string, day: string) => `${who}: ${answer}, as of ${day}`,
        filed: (when: string) => `Filed ${when}`,
      },
    },
    reply: {
      act: "Answer",
      opens: (who: string) =>
        `Your answer is shown beside the view to whoever reads it. With it the view opens at once: it is then read also by: ${who}.`,
      late: "Your answer is shown beside the view to whoever reads it.",
      said: "Your answer",
      kinds: { reply: "An answer in words", no_comment: "No comment" },
      text: "What your country says to it",
      missing: "Write the answer, or choose “No comment”.",
      submit: "Answer",
      done: "The answer is sent.",
    },
    form: {
      newTitle: (country: string, step: string) => `Say how it is: ${step}, ${country}`,
      lead: "A draft that your side alone reads. What was filed stays as it was; what you file later on the same step takes its place.",
      country: "Country",
      step: "Step",
      said: "Is it so?",
      saidMissing: "Choose one.",
      asOf: "As of which day",
      asOfHelp: "The day on which it was so.",
      asOfMissing: "Choose a day that has come.",
      days: "Days that the country has to answer",
      daysHelp:
        "From 7 to 60, whole days by the clocks of its capital. Besides your side and the country nobody reads the view before it has answered or they are over.",
      daysWrong: "Write a number from 7 to 60.",
      subject: {
        label: "Evidence, in one line",
        help: "What shows it: a norm, a procedure, a training, a visit.",
        missing: "Name the evidence.",
        missingToo: "Translate the evidence too, or leave the translation empty.",
      },
      body: "More about it",
      bodyHelp: "What is done, where, since when, and what is missing. What concerns persons does not belong here.",
      viewHelp: "Besides the country, which reads it first and keeps reading it.",
    },
    file: {
      view: (country: string, days: string, who: string) =>
        `From then on it is read by your side and ${country}, and by nobody else before ${country} has answered or ${days} are over; then also: ${who}. It cannot become a draft again. Whoever answers for ${country} is told by mail, on a working day there, that there is a view and until when it can answer before others read it; nothing of what it says is in the mail.`,
    },
    show: (country: string) =>
      `Until it is open, besides your side, ${country} alone reads it, whatever you choose here.`,
    withdraw: {
      own: "Your side and the Secretariat keep it with your reason; for others it is gone. What you filed before on this step, if anything, stands again.",
      view: (country: string) =>
        `Your side, ${country} and the Secretariat keep it with your reason; for others it is gone. What you filed before on this step, if anything, stands again. Whoever was told of it by mail is told that it was withdrawn.`,
      first: (country: string) =>
        `Your side and ${country} keep it with your reason; nobody else ever reads it. Whoever was told of it by mail is told that it was withdrawn.`,
      draftText: "The draft stays with your side, with your reason.",
    },
    stillRead: {
      draft: "It was never filed: its own side alone reads it.",
      own: "Its own side and the Secretariat still read it.",
      view: (country: string) => `Its own side, ${country} and the Secretariat still read it.`,
      first: (country: string) => `It was never open: its own side and ${country} alone still read it.`,
    },
    faults: {
      not_yours: "Each country speaks of itself, and IOM of each; nobody else does.",
      step_unknown: "This step is asked about no more. Look at the table.",
      as_of: "Choose a day that has come, where the country is.",
      reply_days: "A view gives its country from 7 to 60 days; of the own country there are none.",
    } satisfies Record<GuidelineFault, string>,
    steps: {
      title: "The steps that are asked about",
      lead: "From then on these are asked about. What was said before stays, and says in which words it was asked. A step that is taken off keeps what was said of it, below the table.",
      source: "Where they are from",
      sourceHelp: "Shown below the table. May stay empty; if they are an example, say so here.",
      inLanguage: { en: "In English", es: "In Spanish" } as Readonly<Record<Language, string>>,
      one: (n: string) => `Step ${n}`,
      name: { en: "Name, in English", es: "Name, in Spanish" } as Readonly<Record<Language, string>>,
      about: { label: "Indicators close to it", add: "Add an indicator", help: "They are named below the table." },
      add: "Add a step",
      up: (n: string) => `Move step ${n} up`,
      down: (n: string) => `Move step ${n} down`,
      remove: (n: string) => `Take step ${n} off`,
      save: "Save the steps",
      saved: "The steps are saved.",
      stale:
        "Somebody changed the steps since you saw them. Nothing was saved. What you wrote is still here; saving again puts it in the place of theirs.",
      seen: "I know that",
      faults: {
        steps_none: "Enter at least one step.",
        steps_many: "Twelve steps are the most.",
        name: "Name each step in both languages.",
        same_name: "Two steps have the same name.",
        source: "Say in both languages where they are from, or in neither.",
        step_unknown: "A step is not known any more. Open this page again.",
        link_unknown: "An indicator is not in the catalogue any more.",
        same: "Nothing was changed.",
      } satisfies Record<GuidelineSetFault, string>,
    },
  },
  {
    title: "Lineamientos Regionales",
    full: "Lineamientos Regionales para la Identificación Preliminar de Perfiles y Mecanismos de Referencia de Poblaciones Migrantes en Condición de Vulnerabilidad",
    lead: "Cómo los aplica cada país, paso por paso: lo dice el país de sí mismo, y al lado está la visión de la OIM, cada cual firmada por quien la dice, con su evidencia y su día. No se hace ninguna cifra de ellas, ni están en ninguna.",
    answers: respuestas,
    noSteps: "La Secretaría Técnica no ha registrado los pasos todavía.",
    caption: "Lo que se dice de cada paso, por país",
    country: "País",
    nothing: "Aquí no consta nada que usted pueda leer",
    dash: "–: no consta nada que usted pueda leer.",
    silent: (countries) => `De ninguno de los pasos consta nada que usted pueda leer: ${countries}.`,
    source: (source) => `Pasos: ${source}.`,
    close: "Indicadores cercanos a los pasos",
    closeOf: (step, indicators) => `${step}: ${indicators}`,
    asOf: (day) => `al ${day}`,
    voice: (who, answer, step, country) => `${who}: ${answer} (${step}, ${country})`,
    draft: "borrador de su parte",
    first: (country, day) =>
      `fuera de su propia parte y de ${country}, nadie la lee antes de que ${country} responda o termine el ${day}`,
    answered: (country) => `${country} respondió`,
    say: "Decir cómo está",
    sayOf: (step, country) => `Decir cómo está: ${step}, ${country}`,
    sayAnew: "Decir cómo está ahora",
    sayAnewOf: (step, country) => `Decir cómo está ahora: ${step}, ${country}`,
    changeSteps: "Cambiar los pasos",
    enterSteps: "Registrar los pasos",
    toAnswer: {
      title: "Visiones que esperan la respuesta de su país",
      text: "Usted lee cada una, según su nivel, y no antes de que el país haya respondido o terminen sus días. A quienes responden por el país se les avisa por correo. Hasta entonces usted sabe que existe, y no lo que dice.",
      one: (country, step, day) => `${country}: ${step}, plazo para responder hasta el ${day}`,
    },
    earlier: {
      title: "Pasos por los que ya no se pregunta",
      one: (country, step, who, answer) => `${country}, ${step}: ${answer} (${who})`,
    },
    sets: {
      title: "Conjuntos anteriores de pasos",
      one: (version, day, who) => `Conjunto ${version}, ${day}, ${who}`,
    },
    statement: {
      eyebrow: (country, step) => `${country}: ${step}`,
      said: (who, answer, day) => `${who} dice: ${answer}, al ${day}.`,
      worded: (version, name) => `Se preguntó con las palabras del conjunto ${version}: «${name}».`,
      reads: {
        draft: (country, days, who) =>
          `Borrador de una visión: una vez presentada, fuera de su propia parte y de ${country}, nadie la lee antes de que ${country} responda o terminen ${days}. Después también: ${who}`,
        first: (country, day, who) =>
          `Fuera de su propia parte y de ${country}, nadie la lee antes de que ${country} responda o termine el ${day}. Después también: ${who}`,
        replied: (country, when, who) =>
          `${country} la leyó primero y respondió. Visible desde el ${when} para: ${who}, y en todo caso para ${country}`,
        days: (country, day, when, who) =>
          `${country} la leyó primero; sus días terminaron el ${day}. Visible desde el ${when} para: ${who}, y en todo caso para ${country}`,
      },
      days: (n) => pluralEs(n, { one: "# día", other: "# días" }),
      replies: {
        title: "Lo que responde el país",
        none: "El país no ha respondido.",
        noComment: "Sin comentarios.",
        by: (side, person, when) => (person === null ? `${side}, ${when}` : `${side} (${person}), ${when}`),
        takenBack: (who, when) => `${who} retiró esta respuesta el ${when}.`,
        takeBack: "Retirar esta respuesta",
        tookBack: "La respuesta está retirada. La visión sigue abierta.",
      },
      beside: {
        title: "Qué más se dice de este paso en este país",
        none: "Nada más que usted pueda leer.",
        one: (who, answer, day) => `${who}: ${answer}, al ${day}`,
        filed: (when) => `Se presentó el ${when}`,
      },
    },
    reply: {
      act: "Responder",
      opens: (who) =>
        `Su respuesta se muestra junto a la visión a quien la lea. Con ella la visión se abre enseguida: la leen entonces también: ${who}.`,
      late: "Su respuesta se muestra junto a la visión a quien la lea.",
      said: "Su respuesta",
      kinds: { reply: "Una respuesta con palabras", no_comment: "Sin comentarios" },
      text: "Qué dice su país",
      missing: "Escriba la respuesta, o elija «Sin comentarios».",
      submit: "Responder",
      done: "La respuesta está enviada.",
    },
    form: {
      newTitle: (country, step) => `Decir cómo está: ${step}, ${country}`,
      lead: "Un borrador que solo lee su parte. Lo presentado queda como estaba; lo que presente después sobre el mismo paso toma su lugar.",
      country: "País",
      step: "Paso",
      said: "¿Es así?",
      saidMissing: "Elija una opción.",
      asOf: "A qué día",
      asOfHelp: "El día en que era así.",
      asOfMissing: "Elija un día que ya haya llegado.",
      days: "Días que tiene el país para responder",
      daysHelp:
        "De 7 a 60, días enteros según los relojes de su capital. Fuera de su parte y del país, nadie lee la visión antes de que el país responda o terminen esos días.",
      daysWrong: "Escriba un número de 7 a 60.",
      subject: {
        label: "Evidencia, en una línea",
        help: "Qué lo muestra: una norma, un procedimiento, una formación, una visita.",
        missing: "Nombre la evidencia.",
        missingToo: "Traduzca también la evidencia, o deje vacía la traducción.",
      },
      body: "Más detalles",
      bodyHelp: "Qué se hace, dónde, desde cuándo, y qué falta. Lo que concierne a personas no corresponde aquí.",
      viewHelp: "Además del país, que la lee primero y la sigue leyendo.",
    },
    file: {
      view: (country, days, who) =>
        `Desde entonces la leen su parte y ${country}, y nadie más antes de que ${country} responda o terminen ${days}; después también: ${who}. Ya no puede volver a ser borrador. A quienes responden por ${country} se les avisa por correo, en un día hábil allí, que hay una visión y hasta cuándo se puede responder antes de que otros la lean; nada de lo que dice va en el correo.`,
    },
    show: (country) => `Hasta que se abra, fuera de su parte, solo la lee ${country}, elija usted lo que elija aquí.`,
    withdraw: {
      own: "Su parte y la Secretaría conservan esto con su motivo; para los demás desaparece. Lo que presentó antes sobre este paso, si lo hay, vuelve a valer.",
      view: (country) =>
        `Su parte, ${country} y la Secretaría la conservan con su motivo; para los demás desaparece. Lo que presentó antes sobre este paso, si lo hay, vuelve a valer. A quienes se avisó de ella por correo se les avisa de que fue retirada.`,
      first: (country) =>
        `Su parte y ${country} la conservan con su motivo; nadie más la lee nunca. A quienes se avisó de ella por correo se les avisa de que fue retirada.`,
      draftText: "El borrador queda en su parte, con su motivo.",
    },
    stillRead: {
      draft: "Nunca se presentó: solo lo lee su propia parte.",
      own: "Siguen leyendo esto su propia parte y la Secretaría.",
      view: (country) => `La siguen leyendo su propia parte, ${country} y la Secretaría.`,
      first: (country) => `Nunca se abrió: solo la siguen leyendo su propia parte y ${country}.`,
    },
    faults: {
      not_yours: "Cada país habla de sí mismo, y la OIM de cada uno; nadie más lo hace.",
      step_unknown: "Ya no se pregunta por este paso. Mire la tabla.",
      as_of: "Elija un día que ya haya llegado, donde está el país.",
      reply_days: "Una visión da a su país de 7 a 60 días; del propio país no hay ninguno.",
    },
    steps: {
      title: "Los pasos por los que se pregunta",
      lead: "Desde entonces se pregunta por estos. Lo dicho antes queda, y dice con qué palabras se preguntó. Un paso que se quita conserva lo que se dijo de él, debajo de la tabla.",
      source: "De dónde son",
      sourceHelp: "Se muestra debajo de la tabla. Puede quedar vacío; si son un ejemplo, dígalo aquí.",
      inLanguage: { en: "En inglés", es: "En español" },
      one: (n) => `Paso ${n}`,
      name: { en: "Nombre, en inglés", es: "Nombre, en español" },
      about: {
        label: "Indicadores cercanos a él",
        add: "Añadir un indicador",
        help: "Se nombran debajo de la tabla.",
      },
      add: "Añadir un paso",
      up: (n) => `Subir el paso ${n}`,
      down: (n) => `Bajar el paso ${n}`,
      remove: (n) => `Quitar el paso ${n}`,
      save: "Guardar los pasos",
      saved: "Los pasos están guardados.",
      stale:
        "Alguien cambió los pasos desde que usted los vio. No se guardó nada. Lo que escribió sigue aquí; al guardar de nuevo toma el lugar de lo suyo.",
      seen: "Lo sé",
      faults: {
        steps_none: "Registre al menos un paso.",
        steps_many: "Doce pasos son el máximo.",
        name: "Nombre cada paso en los dos idiomas.",
        same_name: "Dos pasos tienen el mismo nombre.",
        source: "Diga en los dos idiomas de dónde son, o en ninguno.",
        step_unknown: "Un paso ya no se conoce. Abra de nuevo esta página.",
        link_unknown: "Un indicador ya no está en el catálogo.",
        same: "No se cambió nada.",
      },
    },
  },
);
