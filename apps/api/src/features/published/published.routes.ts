import {
  getDataCsv,
  getIndex,
  getMatrix,
  getPublicationPreview,
  getPublicCountry,
  getPublicIndicator,
  listPublicIndicators,
  publishSubmission as publishContract,
} from "@avances/contracts";
import { DomainError } from "@avances/domain/domain-error";
import type { FastifyInstance } from "fastify";
import type { Deps } from "#deps.ts";
import type { Mount } from "#http/handler.ts";
import { type Premade, type PremadeMount, premake } from "#http/premade.ts";
import { found } from "#reporting/allow.ts";
import { decided } from "#reporting/decided.ts";
import { tagged } from "#reporting/tagged.ts";
import { pickLines } from "./csv.ts";
import { payloadKeys } from "./edition-payloads.ts";
import { publicationPreview } from "./publication-preview.ts";
import { publishSubmission } from "./publish-submission.ts";
import { releaseCache } from "./release-cache.ts";

/** The public file, and the act that makes it. */
export function publishedRoutes(app: FastifyInstance, mount: Mount, mountPremade: PremadeMount, deps: Deps): void {
  const { catalogues, reference, config } = deps;
  const release = releaseCache(deps.db, {
    catalogue: catalogues.current,
    countries: reference.countries,
    demonstration: config.demonstration,
  });
  app.addHook("onClose", () => release.close());
  const premade = (key: string): Premade | Promise<Premade> => {
    const kept = release.get(key);
    return kept instanceof Promise ? kept.then(found<Premade>) : kept;
  };

  mountPremade(getMatrix, () => premade(payloadKeys.matrix));
  mountPremade(getIndex, () => premade(payloadKeys.index));
  mountPremade(listPublicIndicators, () => premade(payloadKeys.indicators));
  mountPremade(getPublicIndicator, ({ params }) => premade(payloadKeys.indicator(params.indicatorCode)));
  mountPremade(getPublicCountry, ({ params }) => premade(payloadKeys.country(params.iso3)));
  mountPremade(getDataCsv, async ({ query }) => {
    const file = await premade(query.indicator ? payloadKeys.indicatorCsv(query.indicator) : payloadKeys.csv);
    if (query.country === undefined && query.year === undefined) return file;
    if (query.country && !reference.countries.some(({ alpha3 }) => alpha3 === query.country))
      throw new DomainError("not-found");
    return premake(pickLines(file.body.toString("utf8"), query.country, query.year), file.contentType);
  });

  mount(getPublicationPreview, ({ actor, params }) => publicationPreview(deps, actor, params));
  mount(publishContract, async ({ actor, params, ...call }) =>
    tagged(await publishSubmission(deps, actor, { ...params, ...decided(call) })),
  );
}
