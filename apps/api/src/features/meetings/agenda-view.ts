import type { AgendaPointView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type AgendaRow, listAgenda } from "@avances/db/queries/agenda-queries";
import { listTranslations, type TranslationRow } from "@avances/db/queries/matter-queries";
import { otherLanguage, type RecordedPoint, translationIn, translationState } from "@avances/domain/network";
import { wordsView } from "#features/shared/matter-view.ts";

interface Agenda {
  readonly rows: readonly AgendaRow[];
  readonly translations: readonly TranslationRow[];
}

/** The agenda of a meeting with all translations of its points. */
export async function readAgenda(tx: Tx, meetingId: string): Promise<Agenda> {
  const rows = await listAgenda(tx, meetingId);
  const ids = rows.map(({ matter }) => matter.id);
  return { rows, translations: ids.length === 0 ? [] : await listTranslations(tx, ids) };
}

export function agendaViews({ rows, translations }: Agenda): readonly AgendaPointView[] {
  return rows.map(({ number, letter, presenterCode, matter }) => ({
    ...{ id: matter.id, number, letter, presenter: presenterCode },
    ...wordsView(matter, translations),
  }));
}

/** As the domain judges a new agenda against it. */
export function recordedPoints({ rows, translations }: Agenda): readonly RecordedPoint[] {
  return rows.map(({ number, letter, presenterCode, matter }) => {
    const { id, language, subject } = matter;
    const own = translations.filter(({ matterId }) => matterId === id);
    const other = otherLanguage(language);
    const newest = translationIn(own, other);
    return {
      ...{ id, number, letter, language, title: subject, presenter: presenterCode },
      translation: newest && {
        title: newest.subject,
        isOutdated: translationState(matter, own, other) === "outdated",
      },
    };
  });
}
