import type { PackAudience } from "@avances/domain/network";
import { defineTexts } from "#i18n/i18n.ts";

/** Words for the papers of a meeting. */
export const packTexts = defineTexts(
  {
    title: "Papers for the meeting",
    text: "Who has reported, charts of what is published, what changed since the last meeting of this body, open commitments and recommendations, and the last version of the report, in one file. It holds what everybody for whom it is may read, and nothing else; no message is sent.",
    audience: "For whom",
    audiences: {
      members: "The members",
      network: "The Network: members and observers",
    } satisfies Record<PackAudience, string>,
    language: "In which language",
    html: "One HTML file",
    pdf: "PDF",
  },
  {
    title: "Carpeta de la reunión",
    text: "Quién ha informado, gráficos de lo publicado, qué cambió desde la última reunión de esta instancia, compromisos y recomendaciones abiertos, y la última versión del informe, en un solo archivo. Contiene lo que puede leer toda persona para quien es, y nada más; no se envía ningún mensaje.",
    audience: "Para quién",
    audiences: { members: "Los integrantes", network: "La Red: integrantes y observadores" },
    language: "En qué idioma",
    html: "Un archivo HTML",
    pdf: "PDF",
  },
);
