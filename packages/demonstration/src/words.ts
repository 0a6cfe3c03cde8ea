import type { IndicatorCode, Language } from "@avances/domain/catalogue";

interface Words {
  /** Why there is no answer. */
  readonly notAvailable: readonly string[];
  /** The questions that may not arise in a country, with the reason. */
  readonly doesNotArise: Readonly<Partial<Record<IndicatorCode, string>>>;
  /** Comments on a figure that a rule asks about. */
  readonly checked: readonly string[];
  /** Where a figure comes from, by dimension. */
  readonly sources: Readonly<Record<string, string>>;
  readonly otherSource: string;
  readonly locator: string;
  /** Texts on progress and obstacles, by instrument. */
  readonly progress: Readonly<Record<string, readonly string[]>>;
  readonly obstacles: Readonly<Record<string, readonly string[]>>;
}

/** What an invented country writes, in its working language. No names and no places, so that no real person can be meant. */
export const words: Readonly<Record<Language, Words>> = {
  en: {
    notAvailable: [
      "The institution in charge keeps no register with this detail yet.",
      "The figure is collected by several institutions and has not been reconciled for the reference year.",
      "The register changed during the year and the two halves cannot be added up.",
    ],
    doesNotArise: {
      "TIP-LEG-05": "The plan in force has no end date.",
      "TIP-PRO-10": "No victim was returned by, or with support of, the country in the reference year.",
    },
    checked: [
      "Checked against the register and confirmed.",
      "The change follows a new instruction for recording cases; the institution confirmed the figure.",
      "Two regional offices reported for the first time, which explains the difference.",
    ],
    sources: {
      LEG: "Official gazette and consolidated text of the law",
      PRV: "Annual report of the prevention commission",
      PRO: "Register of the immediate response team, extracted in January",
      JUS: "Case management system of the public prosecutor's office",
      COO: "Annual report of the national coordination body",
      DAT: "Technical note of the national data system",
    },
    otherSource: "Annual report of the lead institution",
    locator: "table 3",
    progress: {
      TIP: [
        "Referral protocols were signed with two more institutions.",
        "A specialised unit was opened in a second region.",
        "The interview guide for child victims was applied in all offices.",
        "The budget line for shelters was kept for a second year.",
      ],
      SOM: [
        "The exchange of alerts with neighbouring States became daily.",
        "Border staff were trained in first assistance to rescued migrants.",
        "Consular notification is now recorded for each person detected.",
        "A second investigation team against smuggling networks took up work.",
      ],
    },
    obstacles: {
      TIP: [
        "Regional offices still lack staff for follow-up.",
        "The register of compensation is not linked to the courts.",
        "Places for men and families in shelters remain few.",
      ],
      SOM: [
        "Changing routes make earlier figures hard to compare.",
        "Interpreters for extra-regional languages are lacking.",
        "Financial investigations still depend on few specialists.",
      ],
    },
  },
  es: {
    notAvailable: [
      "La institución responsable aún no lleva un registro con este detalle.",
      "La cifra la recogen varias instituciones y todavía no se ha conciliado para el año de referencia.",
      "El registro cambió durante el año y las dos mitades no pueden sumarse.",
    ],
    doesNotArise: {
      "TIP-LEG-05": "El plan vigente no tiene fecha de término.",
      "TIP-PRO-10": "En el año de referencia el país no retornó a ninguna víctima ni apoyó retorno alguno.",
    },
    checked: [
      "Se verificó con el registro institucional y se confirma.",
      "El cambio obedece a una nueva instrucción de registro; la institución confirmó la cifra.",
      "Dos oficinas regionales informaron por primera vez, lo que explica la diferencia.",
    ],
    sources: {
      LEG: "Diario oficial y texto consolidado de la ley",
      PRV: "Informe anual de la comisión de prevención",
      PRO: "Registro del equipo de respuesta inmediata, extracción de enero",
      JUS: "Sistema de gestión de casos del Ministerio Público",
      COO: "Informe anual de la instancia nacional de coordinación",
      DAT: "Nota técnica del sistema nacional de datos",
    },
    otherSource: "Informe anual de la institución rectora",
    locator: "cuadro 3",
    progress: {
      TIP: [
        "Se firmaron protocolos de referencia con dos instituciones más.",
        "Se abrió una unidad especializada en una segunda región.",
        "La guía de entrevista para niñas, niños y adolescentes víctimas se aplicó en todas las oficinas.",
        "La partida presupuestaria para albergues se mantuvo por segundo año.",
      ],
      SOM: [
        "El intercambio de alertas con los Estados vecinos pasó a ser diario.",
        "Se capacitó al personal fronterizo en primera asistencia a personas migrantes rescatadas.",
        "La notificación consular se registra ahora para cada persona detectada.",
        "Entró en funciones un segundo equipo de investigación contra las redes de tráfico ilícito de migrantes.",
      ],
    },
    obstacles: {
      TIP: [
        "Las oficinas regionales aún carecen de personal para el seguimiento.",
        "El registro de reparaciones no está vinculado con los tribunales.",
        "Siguen siendo pocas las plazas de albergue para hombres y familias.",
      ],
      SOM: [
        "El cambio de rutas dificulta comparar con cifras anteriores.",
        "Faltan intérpretes para idiomas extrarregionales.",
        "Las investigaciones financieras dependen todavía de pocos especialistas.",
      ],
    },
  },
};
