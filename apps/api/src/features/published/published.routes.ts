import {
  getDataCsv,
  getIndex,
  getIndexCsv,
  getMatrix,
  getProgressSince,
  getPublicationPreview,
  getPublicCountry,
  getPublicFile,
  getPublicFileState,
  getPublicIndicator,
  getPublicVoices,
  getReviewPreview,
  listPublicDocuments,
  listPublicIndicators,
  publishSubmission as publishContract,
} from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import { decided } from "#features/shared/decided.ts";
import { tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import type { PremadeMount } from "#http/mount-premade.ts";
import type { Premade } from "#http/premade.ts";
import { publishedFiles } from "./files/published-files.ts";
import { publicFile } from "./public-file.ts";
import { publicFileState } from "./public-file-state.ts";
import { type PublicPages, publicPages } from "./public-pages.ts";
import { publicationPreview, reviewPreview } from "./publication-preview.ts";
import { publishSubmission } from "./publish-submission.ts";
import { answerKeys } from "./put-together.ts";
import type { ReleaseCache } from "./release-cache.ts";

/** The public file, and the act that makes it. Returns what the present edition says about the pages of the portal. */
export function publishedRoutes(
  mount: Mount,
  mountPremade: PremadeMount,
  deps: Deps,
  release: ReleaseCache,
): PublicPages {
  const files = publishedFiles();
  const premade = (key: string): Premade | Promise<Premade> => {
    const kept = release.current().get(key);
    return kept instanceof Promise ? kept.then(found<Premade>) : kept;
  };

  mountPremade(getMatrix, () => premade(answerKeys.matrix));
  mountPremade(getIndex, () => premade(answerKeys.index));
  mountPremade(getProgressSince, ({ params }) =>
    premade(answerKeys.progress(params.roundYear, params.earlierRoundYear)),
  );
  mountPremade(listPublicIndicators, () => premade(answerKeys.indicators));
  mountPremade(getPublicIndicator, ({ params }) => premade(answerKeys.indicator(params.indicatorCode)));
  mountPremade(getPublicCountry, ({ params }) => premade(answerKeys.country(params.iso3)));
  mountPremade(getPublicVoices, ({ params }) => premade(answerKeys.voices(params.about, params.code)));
  mountPremade(listPublicDocuments, () => premade(answerKeys.documents));
  mountPremade(getDataCsv, ({ query }) => files.get(release.current(), "data", query));
  mountPremade(getIndexCsv, ({ query }) => files.get(release.current(), "index", query));

  mount(getPublicFile, ({ params }) => publicFile(deps, release.current(), params.fileId));
  mount(getPublicFileState, ({ actor }) => publicFileState(deps, actor));
  mount(getPublicationPreview, ({ actor, params }) => publicationPreview(deps, actor, params));
  mount(getReviewPreview, ({ actor, params, query }) => reviewPreview(deps, actor, { ...params, ...query }));
  mount(publishContract, async ({ actor, params, ...call }) =>
    tagged(await publishSubmission(deps, actor, { ...params, ...decided(call) })),
  );
  return publicPages(release.current, deps.config.publicUrl, deps.reference);
}
