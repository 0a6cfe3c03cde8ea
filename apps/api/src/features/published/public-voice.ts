import type { PublicDocument, PublicVoice, VoicePlace } from "@avances/contracts";
import type { listOnPublicMatters, PublicFileRow, PublicMatterRow } from "@avances/db/queries/public-voice-queries";
import { languages } from "@avances/domain/catalogue";
import {
  type LinkKind,
  lastOfEach,
  mediaTypes,
  translationIn,
  translationState,
  twoViews,
} from "@avances/domain/network";

/** What hangs on things that are public, of any of them. */
type OnPublicMatters = Awaited<ReturnType<typeof listOnPublicMatters>>;

type PlacedKind = Exclude<LinkKind, "matter">;

/** Where on the public pages it stands what is about a thing of this kind. */
export const placeOfKind: Readonly<Record<PlacedKind, VoicePlace>> = {
  indicator: "indicators",
  country: "countries",
  article: "articles",
  objective: "objectives",
};

/** Is there such a thing that the public may know of? Restricted indicators are not named, whatever somebody links. */
export type IsKnown = (kind: string, code: string) => boolean;

interface From {
  readonly row: PublicMatterRow;
  readonly all: OnPublicMatters;
  readonly files: readonly PublicFileRow[];
  readonly isKnown: IsKnown;
  readonly demonstration: boolean;
  /** The day of an instant by somebody's clocks. */
  readonly dayOf: (code: string, at: Date) => string;
}

/** A contribution or a recommendation as everybody reads it: who said what and when, and no name of a person. */
export function publicVoice({ isKnown, ...from }: From): PublicVoice {
  const { row, all, files, dayOf } = from;
  const isOfIt = ({ matterId }: { readonly matterId: string }) => matterId === row.id;
  const { kind, contributionKind, sourceKind, source, addressees } = row;
  if (kind !== "contribution" && kind !== "recommendation") throw new Error(`a ${kind} is no voice`);
  const stances = lastOfEach(all.stances.filter(isOfIt));
  const completion = all.completion.filter(isOfIt);
  const isRecommendation = kind === "recommendation";
  return {
    ...ofMatter(from),
    ...{ kind, contributionKind },
    source: sourceKind === null ? null : { kind: sourceKind, name: source ?? "" },
    about: all.links
      .filter(isOfIt)
      .flatMap(({ kind: linked, code, linkedByCode }) =>
        linked !== "matter" && isKnown(linked, code) ? [{ kind: linked, code, linkedBy: linkedByCode }] : [],
      ),
    addressees: (isRecommendation ? addressees : []).map((participant) => {
      const stance = stances.find(({ by }) => by === participant);
      const { own, others } = twoViews(completion, participant);
      return {
        participant,
        stance: stance ? stanceOf(stance, dayOf) : null,
        own: own && completionOf(own, dayOf),
        others: others.map((one) => completionOf(one, dayOf)),
      };
    }),
    noted: isRecommendation ? [] : stances.map((one) => stanceOf(one, dayOf)),
    replies: all.replies.filter(isOfIt).map(({ id, by, said, language, text, at }) => ({
      ...{ id, participant: by, said, language, text, at: at.toISOString(), on: dayOf(by, at) },
      files: files.filter(({ replyId }) => replyId === id).map(fileOf),
    })),
  };
}

/** A document of the library as everybody reads it. */
export function publicDocument({ isKnown, ...from }: From): PublicDocument {
  const { id, documentKind, kind } = from.row;
  if (documentKind === null) throw new Error(`a ${kind} is no document`);
  return {
    ...ofMatter(from),
    documentKind,
    about: from.all.links.flatMap(({ matterId, kind: linked, code }) =>
      matterId === id && linked !== "matter" && isKnown(linked, code) ? [{ kind: linked, code }] : [],
    ),
  };
}

function ofMatter({
  row,
  all,
  files,
  demonstration,
  dayOf,
}: Omit<From, "isKnown">): Omit<PublicDocument, "documentKind" | "about"> {
  const { id, authorCode, version, filedAt, publicSince, publicSource, language, subject, body } = row;
  if (filedAt === null || publicSince === null) throw new Error(`${id} is not public`);
  const own = all.translations.filter(({ matterId }) => matterId === id);
  return {
    ...{ id, author: authorCode, version, publicSource },
    filedOn: dayOf(authorCode, filedAt),
    ...{ filedAt: filedAt.toISOString(), publicSince: publicSince.toISOString() },
    words: {
      ...{ language, subject, body },
      translations: languages.flatMap((other) => {
        const state = translationState(row, own, other);
        const found = translationIn(own, other);
        return found === null || state === "original" || state === "missing"
          ? []
          : [{ language: other, subject: found.subject, body: found.body, state }];
      }),
    },
    files: files.filter(({ matterId }) => matterId === id).map(fileOf),
    invented: demonstration && publicSource === null,
  };
}

function stanceOf(
  { by, said, language, text, at }: OnPublicMatters["stances"][number],
  dayOf: From["dayOf"],
): PublicVoice["noted"][number] {
  return { participant: by, said, language, text, at: at.toISOString(), on: dayOf(by, at) };
}

function completionOf({ by, step, language, text, at }: OnPublicMatters["completion"][number], dayOf: From["dayOf"]) {
  return { by, step, language, text, at: at.toISOString(), on: dayOf(by, at) };
}

function fileOf({ id, name, fileType, bytes, language }: PublicFileRow): PublicDocument["files"][number] {
  return { id, name, mediaType: mediaTypes[fileType], bytes, language };
}

/** The codes of everybody who is named in it. */
export function namedIn(one: PublicVoice | PublicDocument): readonly string[] {
  const countries = one.about.flatMap(({ kind, code }) => (kind === "country" ? [code] : []));
  if (!("addressees" in one)) return [one.author, ...countries];
  const { author, about, addressees, noted, replies } = one;
  return [
    author,
    ...countries,
    ...about.flatMap(({ linkedBy }) => (linkedBy ? [linkedBy] : [])),
    ...addressees.flatMap(({ participant, own, others }) => [
      participant,
      ...(own ? [own.by] : []),
      ...others.map(({ by }) => by),
    ]),
    ...noted.map(({ participant }) => participant),
    ...replies.map(({ participant }) => participant),
  ];
}
