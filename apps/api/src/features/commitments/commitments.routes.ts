import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { PublicDeps } from "#features/shared/act-in-public.ts";
import { decided, keyOf } from "#features/shared/decided.ts";
import { tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import {
  concludeCommitment,
  fileCommitment,
  moveCommitment,
  reviseCommitment,
  saveCommitment,
} from "./act-on-commitment.ts";
import { commitmentsFile } from "./commitments-file.ts";
import { getCommitment, listCommitments } from "./read-commitments.ts";
import { listMatterAsks } from "./read-matter-asks.ts";
import { replyToMatter, withdrawReply } from "./reply-to-matter.ts";
import { dispatchCommitment, previewDispatch, previewResend, resendCommitment } from "./send-commitment.ts";

/** The commitments of the Network: who owes what, to whom it was sent, what was answered, and how it stands. */
export function commitmentsRoutes(mount: Mount, deps: Deps & PublicDeps): void {
  mount(contracts.listCommitments, ({ actor, query }) => listCommitments(deps, actor, query));
  mount(contracts.getCommitmentsCsv, ({ actor, query }) => commitmentsFile(deps, actor, "csv", query));
  mount(contracts.getCommitmentsWorkbook, ({ actor, query }) => commitmentsFile(deps, actor, "xlsx", query));
  mount(contracts.getCommitment, ({ actor, params }) => getCommitment(deps, actor, params.matterId));
  mount(contracts.listMatterAsks, ({ actor, params, query }) => listMatterAsks(deps, actor, params.country, query));
  mount(contracts.saveCommitment, async (call) =>
    tagged(await saveCommitment(deps, call.actor, { ...call.params, written: call.body, ...decided(call) })),
  );
  mount(contracts.fileCommitment, async (call) =>
    tagged(await fileCommitment(deps, call.actor, { ...call.params, ...decided(call) })),
  );
  mount(contracts.reviseCommitment, async (call) =>
    tagged(await reviseCommitment(deps, call.actor, { ...call.params, written: call.body, ...decided(call) })),
  );
  mount(contracts.moveCommitment, async (call) =>
    tagged(await moveCommitment(deps, call.actor, { ...call.params, moved: call.body, ...decided(call) })),
  );
  mount(contracts.concludeCommitment, async (call) =>
    tagged(await concludeCommitment(deps, call.actor, { ...call.params, said: call.body, ...decided(call) })),
  );
  mount(contracts.previewDispatch, ({ actor, params, body }) => previewDispatch(deps, actor, { ...params, ...body }));
  mount(contracts.dispatchCommitment, async (call) =>
    tagged(await dispatchCommitment(deps, call.actor, { ...call.params, sending: call.body, ...decided(call) })),
  );
  mount(contracts.previewResendOfCommitment, ({ actor, params, body }) =>
    previewResend(deps, actor, { ...params, ...body }),
  );
  mount(contracts.resendCommitment, async (call) =>
    tagged(await resendCommitment(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
  mount(contracts.replyToMatter, ({ actor, params, body, idempotency }) =>
    replyToMatter(deps, actor, { ...params, reply: body }, keyOf(idempotency)),
  );
  mount(contracts.withdrawReply, ({ actor, params, idempotency }) =>
    withdrawReply(deps, actor, params, keyOf(idempotency)),
  );
}
