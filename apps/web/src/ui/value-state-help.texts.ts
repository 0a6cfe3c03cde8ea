import { defineTexts } from "#i18n/i18n.ts";

/** A sentence for each mark, where marks are explained. */
export const valueStateHelp = defineTexts(
  {
    not_reported: "The report holds no answer to this.",
    not_available: "The country says this is not collected.",
    not_applicable: "It cannot or did not arise in this country.",
    unconfirmed: "The country says it does not apply; until that is confirmed it counts as missing.",
    small_base: "A share of fewer than five cases says nothing reliable.",
    suppressed: "A value exists. It is not shown because it could point at a person, or reveal a figure that does.",
    insufficient: "Too little was answered for a score. The range says where it would lie.",
    received: "A report of this country was received; it is not public yet.",
    not_published: "A report was expected of this country; none is public.",
    not_published_yet: "A report is expected of this country; none is public yet.",
    exempt: "The country was excused from this round. It is not counted as missing.",
    not_asked: "The country owes no report in this round; it may report voluntarily.",
  },
  {
    not_reported: "El informe no contiene respuesta a este dato.",
    not_available: "El país indica que este dato no se recopila.",
    not_applicable: "No puede darse o no se dio en este país.",
    unconfirmed: "El país indica que no aplica; mientras no se confirme, cuenta como faltante.",
    small_base: "Una proporción de menos de cinco casos no dice nada fiable.",
    suppressed: "Existe un valor. No se muestra porque podría señalar a una persona o revelar una cifra que lo haga.",
    insufficient: "Se respondió muy poco para un puntaje. El rango indica dónde estaría.",
    received: "Se recibió un informe de este país; aún no es público.",
    not_published: "Se esperaba un informe de este país; no hay ninguno público.",
    not_published_yet: "Se espera un informe de este país; aún no hay ninguno público.",
    exempt: "El país fue eximido de esta ronda. No cuenta como faltante.",
    not_asked: "El país no debe informe en esta ronda; puede informar voluntariamente.",
  },
);
