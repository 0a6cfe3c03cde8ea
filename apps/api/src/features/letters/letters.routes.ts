import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { keyOf } from "#features/shared/decided.ts";
import type { Mount } from "#http/handler.ts";
import { dispatchLetter } from "./dispatch-letter.ts";
import { letterFile } from "./letter-file.ts";
import { listLetters } from "./list-letters.ts";
import { withdrawLetter } from "./withdraw-letter.ts";
import { previewLetter, writeLetter } from "./write-letter.ts";

/** Letters on paper: written, numbered, dispatched, withdrawn. */
export function lettersRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.listLetters, ({ actor, params }) => listLetters(deps, actor, params.year));
  mount(contracts.previewLetter, ({ actor, params, body }) => previewLetter(deps, actor, params.year, body));
  mount(contracts.writeLetter, ({ actor, params, body, idempotency }) =>
    writeLetter(deps, actor, params.year, body, keyOf(idempotency)),
  );
  mount(contracts.getLetterFile, ({ actor, params }) => letterFile(deps, actor, params.code));
  mount(contracts.dispatchLetter, ({ actor, params, body, idempotency }) =>
    dispatchLetter(deps, actor, params.code, body.on, keyOf(idempotency)),
  );
  mount(contracts.withdrawLetter, ({ actor, params, body, idempotency }) =>
    withdrawLetter(deps, actor, params.code, body.reason, keyOf(idempotency)),
  );
}
