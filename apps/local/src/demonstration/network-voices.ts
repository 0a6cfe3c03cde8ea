import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import {
  assessCompletion,
  fileVoice,
  linkVoice,
  type RenewEdition,
  renewEdition,
  replyToMatter,
  saveVoice,
  takeStance,
  withdrawVoice,
} from "@avances/api/use-cases";
import type { Actor } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import type { CompletionStep, ContributionKind, ParticipantCode, SourceKind, Stance } from "@avances/domain/network";
import { addDays } from "@avances/domain/round";
import { type NetworkCast, type NetworkMeetings, onDay } from "./network-cast.ts";

const once = (operation: string) => ({ operation, key: randomUUID(), bodyHash: "demonstration" });

type Written = Parameters<typeof saveVoice>[2]["written"];

interface Told extends Pick<Written, "subject" | "body" | "translation" | "visibility" | "meetingId" | "links"> {
  readonly language?: Language;
  /** Of a contribution its kind; of a recommendation to whom it is put, and where it comes from. */
  readonly as:
    | { readonly contribution: ContributionKind }
    | {
        readonly to: readonly ParticipantCode[];
        readonly from?: readonly [SourceKind, string];
        readonly owner?: ParticipantCode;
      };
  readonly state: "draft" | "filed" | { readonly withdrawn: string };
}

/** What was put before the Network, by a name of the story. */
export interface ToldVoices {
  readonly budget: string;
  readonly shelters: string;
  readonly challenge: string;
  readonly progress: string;
}

/**
 * What organisations say in their own name, and how States answer: in every state, and for every circle of readers. Nobody said any of it; the portal
 * marks each as invented, also where everybody reads it.
 */
export async function tellVoices(
  portal: Deps,
  cast: NetworkCast,
  { past, coming }: NetworkMeetings,
): Promise<ToldVoices> {
  // What everybody reads is made once, by the last act: each by itself would make an edition that nobody ever reads.
  const later: RenewEdition = async () => undefined;
  const on = (days: number) => ({ ...onDay(portal, addDays(past.heldOn, days)), renewEdition: later });
  const { rncom, coalition, iom, secretariat, speaker } = cast;
  const [costaRica, honduras, guatemala, mexico] = (["CRI", "HND", "GTM", "MEX"] as const).map(speaker) as [
    Actor,
    Actor,
    Actor,
    Actor,
  ];
  const prevention = [{ kind: "indicator" as const, code: "TIP-PRV-01" }];

  const budget = await put(on(-12), rncom, {
    ...{ visibility: "public", meetingId: past.id, links: prevention, state: "filed" },
    as: { to: ["CRI", "HND", "GTM"], owner: "RCM-TS" },
    subject: "Una partida propia para la prevención",
    body: "Que cada país destine a la prevención de la trata una partida propia de su presupuesto, y publique cuánto se usó.",
    translation: {
      subject: "A budget line of its own for prevention",
      body: "That each country give the prevention of trafficking a line of its own in its budget, and publish how much was used.",
    },
  });
  const shelters = await put(on(-12), rncom, {
    ...{ visibility: "public", meetingId: past.id, links: [], state: "filed", translation: null },
    as: { to: ["HND"], from: ["treaty_body", "Observaciones finales inventadas para esta demostración, párrafo 31"] },
    subject: "Atención a víctimas fuera de la capital",
    body: "Que haya alojamiento seguro también fuera de la capital, con personal especializado.",
  });
  const challenge = await put(on(-11), rncom, {
    ...{ visibility: "public", meetingId: past.id, state: "filed", as: { contribution: "challenge" } },
    links: [...prevention, { kind: "country", code: "CRI" }],
    subject: "Las campañas no llegan a las zonas rurales",
    body: "Las organizaciones observan que las campañas se hacen sobre todo en las capitales y en un solo idioma.",
    translation: {
      subject: "Campaigns do not reach rural areas",
      body: "Organisations observe that campaigns are held mostly in capitals, and in one language.",
    },
  });
  const progress = await put(on(-8), coalition, {
    ...{
      visibility: "network",
      meetingId: past.id,
      links: [],
      state: "filed",
      as: { contribution: "progress_report" },
    },
    subject: "Avances de las coaliciones nacionales",
    body: "Las coaliciones acordaron un plan común de formación y un calendario de sus reuniones.",
    translation: {
      subject: "Progress of the national coalitions",
      body: "The coalitions settled a common plan of training, and a calendar of their meetings.",
    },
  });
  const presentation = await put(onDay(portal, null), iom, {
    ...{ visibility: "members", meetingId: coming.id, links: [], state: "filed", as: { contribution: "presentation" } },
    ...{ language: "en", subject: "How the Regional Guidelines are used in practice", translation: null },
    body: "What will be presented at the meeting: steps that work, and steps at which cases are lost.",
  });
  await put(onDay(portal, null), rncom, {
    ...{ visibility: "network", meetingId: coming.id, links: [], state: "draft", translation: null },
    ...{ as: { to: ["RCM-TS"] }, subject: "Publicar el calendario de reuniones con más antelación", body: "" },
  });
  await put(on(20), rncom, {
    ...{ visibility: "network", meetingId: null, links: [], translation: null, as: { to: ["GTM", "SLV"] } },
    subject: "Registro único de casos",
    body: "Que los dos países lleven un registro común.",
    state: { withdrawn: "Se presentará con un texto acordado con las coaliciones." },
  });

  const answers: readonly (readonly [days: number, by: Actor, of: string, said: Stance, text: string])[] = [
    [5, honduras, budget, "took_note", ""],
    [9, costaRica, budget, "accepts_in_part", "La partida se pedirá para el próximo ejercicio."],
    [10, honduras, shelters, "accepts", "Se incluye en el plan de este año."],
    [6, costaRica, challenge, "took_note", ""],
    [7, mexico, challenge, "took_note", ""],
    [6, guatemala, progress, "took_note", ""],
  ];
  for (const [days, actor, matterId, said, text] of answers)
    await takeStance(on(days), actor, {
      ...{ matterId, said, text, language: "es", overruled: [], idempotency: once("takeStance") },
    });
  const views: readonly (readonly [days: number, by: Actor, of: ParticipantCode, matter: string, CompletionStep])[] = [
    [60, costaRica, "CRI", budget, "limited"],
    [64, rncom, "CRI", budget, "not_started"],
    [70, honduras, "HND", shelters, "substantial"],
    [72, rncom, "HND", shelters, "limited"],
  ];
  for (const [days, actor, of, matterId, step] of views)
    await assessCompletion(on(days), actor, {
      ...{ matterId, of, step, text: "", language: "es", overruled: [], idempotency: once("assessCompletion") },
    });
  await linkVoice(on(3), secretariat, {
    ...{ matterId: shelters, links: [{ kind: "indicator", code: "TIP-PRO-05" }] },
  });
  const reply = { language: "es" as const, files: [], overruled: [] };
  await replyToMatter(
    { ...portal, renewEdition: later },
    mexico,
    { matterId: presentation, reply: { ...reply, said: "no_comment", text: "" } },
    once("replyToMatter"),
  );
  await replyToMatter(
    { ...onDay(portal, addDays(past.heldOn, 75)), renewEdition },
    honduras,
    {
      matterId: shelters,
      reply: { ...reply, said: "reply", text: "El plan prevé dos lugares nuevos, que aún no abren." },
    },
    once("replyToMatter"),
  );
  return { budget, shelters, challenge, progress };
}

type VoiceDeps = Deps & { readonly renewEdition: RenewEdition };

async function put(deps: Deps | VoiceDeps, actor: Actor, { as, state, ...told }: Told): Promise<string> {
  const matterId = deps.newId();
  const isContribution = "contribution" in as;
  const [kind, name] = isContribution ? [null, ""] : (as.from ?? (["own", ""] as const));
  const written: Written = {
    ...{ language: "es", ...told, files: [], overruled: [] },
    kind: isContribution ? "contribution" : "recommendation",
    contributionKind: isContribution ? as.contribution : null,
    source: kind === null ? null : { kind, name },
    owner: isContribution ? null : (as.owner ?? null),
    addressees: isContribution ? [] : as.to,
  };
  const all = { renewEdition: async () => undefined, ...deps };
  const decided = (operation: string, revision: number) => ({ matterId, revision, idempotency: once(operation) });
  const { revision } = await saveVoice(all, actor, { written, ...decided("saveVoice", 0) });
  if (state === "draft") return matterId;
  const filed = await fileVoice(all, actor, decided("fileVoice", revision));
  if (state !== "filed")
    await withdrawVoice(all, actor, { reason: state.withdrawn, ...decided("withdrawVoice", filed.revision) });
  return matterId;
}
