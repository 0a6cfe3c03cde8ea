import type { Deps } from "../../deps.ts";
import type { AccessTokens } from "../../http/access-token.ts";
import type { ExchangeMount } from "../../http/mount-contract.ts";

export function sessionsRoutes(_mount: ExchangeMount, _deps: Deps, _tokens: () => AccessTokens): void {}
