import { defineTexts } from "#i18n/i18n.ts";

/** Of a report that this person cannot change now: loaded with one. */
export const readOnlyTexts = defineTexts(
  {
    sent: "These answers were sent and cannot be changed now.",
    /** For whoever may take it back. */
    takeBack:
      "To correct them, take the report back while it is in review, or answer the questions of the Secretariat if it returns it.",
    othersTakeBack:
      "They can be corrected once those who report for the country take the report back while it is in review, or if the Secretariat returns it.",
    accepted:
      "The Secretariat has accepted the report, so it can no longer be taken back. Only the Secretariat can still return it.",
    published: "They are public. A published version can be neither taken back nor corrected in the portal.",
    role: "Your role can read this report but not change it.",
    receipt: "Receipt",
  },
  {
    sent: "Estas respuestas ya se enviaron y ahora no pueden cambiarse.",
    takeBack:
      "Para corregirlas, retire el informe mientras está en revisión, o responda a las preguntas de la Secretaría si lo devuelve.",
    othersTakeBack:
      "Podrán corregirse cuando quienes informan por el país retiren el informe mientras está en revisión, o si la Secretaría lo devuelve.",
    accepted:
      "La Secretaría aceptó el informe, así que ya no puede retirarse. Solo la Secretaría puede todavía devolverlo.",
    published: "Son públicas. Una versión publicada no puede retirarse ni corregirse en el portal.",
    role: "Su función permite leer este informe, no cambiarlo.",
    receipt: "Constancia",
  },
);
