import {
  changeScheduledReminder as changeContract,
  confirmWaitingStep as confirmContract,
  declineWaitingStep as declineContract,
  enterCountryDays as enterDaysContract,
  getCountryDays,
  getOutgoingMail,
  getScheduler,
  getWaitingStepMessages,
  handInMailReply as handInContract,
  holdReminders as holdContract,
  liftHold as liftContract,
  listHolds as listHoldsContract,
  listNotices as listNoticesContract,
  listOutgoingMail,
  listScheduledReminders as listScheduledContract,
  listStepSettings as listStepsContract,
  listWaitingSteps as listWaitingContract,
  previewScheduledReminders as previewContract,
  resendNotices as resendContract,
  retryMail as retryContract,
  scheduleReminders as scheduleContract,
  setStepConfirmation as setStepContract,
  simulateNotices as simulateContract,
  sendTestMail as testContract,
  withdrawScheduledReminder as withdrawContract,
  withdrawCountryDays as withdrawDaysContract,
} from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { keyOf } from "#features/shared/decided.ts";
import type { Mount } from "#http/handler.ts";
import { countryDays, enterCountryDays, withdrawCountryDays } from "./country-days.ts";
import { handInMailReply } from "./hand-in-mail-reply.ts";
import { holdReminders, liftHold, listHolds } from "./holds.ts";
import { listNotices } from "./list-notices.ts";
import { outgoingMail, outgoingMails } from "./outgoing-mail.ts";
import { readScheduler } from "./read-scheduler.ts";
import { resendNotices } from "./resend-notices.ts";
import { retryMail } from "./retry-mail.ts";
import {
  changeScheduledReminder,
  listScheduledReminders,
  previewScheduledReminders,
  scheduleReminders,
  withdrawScheduledReminder,
} from "./scheduled-reminders.ts";
import { sendTestMail } from "./send-test-mail.ts";
import { simulateRound } from "./simulate-round.ts";
import { setStepConfirmation, stepSettings } from "./step-settings.ts";
import { confirmWaitingStep, declineWaitingStep, listWaitingSteps, waitingStepMessages } from "./waiting-steps.ts";

/** Reminders: the ledger, sending again, looking ahead, and what became of each message. */
export function noticesRoutes(mount: Mount, deps: Deps): void {
  mount(listNoticesContract, ({ actor, params, query }) => listNotices(deps, actor, params.year, query.country));
  mount(resendContract, ({ actor, params, body, idempotency }) =>
    resendNotices(deps, actor, params.year, body, idempotency),
  );
  mount(simulateContract, ({ actor, params, query }) => simulateRound(deps, actor, params.year, query.until));
  mount(getCountryDays, ({ actor, params }) => countryDays(deps, actor, params.country));
  mount(enterDaysContract, ({ actor, params, body, idempotency }) =>
    enterCountryDays(deps, actor, params.country, body, keyOf(idempotency)),
  );
  mount(withdrawDaysContract, ({ actor, params, body, idempotency }) =>
    withdrawCountryDays(deps, actor, params, body.reason, keyOf(idempotency)),
  );
  mount(listHoldsContract, ({ actor, params }) => listHolds(deps, actor, params.year));
  mount(holdContract, ({ actor, params, body, idempotency }) =>
    holdReminders(deps, actor, params.year, body, keyOf(idempotency)),
  );
  mount(liftContract, ({ actor, params, body, idempotency }) =>
    liftHold(deps, actor, params, body.reason, keyOf(idempotency)),
  );
  mount(listWaitingContract, ({ actor, params }) => listWaitingSteps(deps, actor, params.year));
  mount(getWaitingStepMessages, ({ actor, params }) => waitingStepMessages(deps, actor, params));
  mount(confirmContract, ({ actor, params, body, idempotency }) =>
    confirmWaitingStep(deps, actor, params, body, keyOf(idempotency)),
  );
  mount(declineContract, ({ actor, params, body, idempotency }) =>
    declineWaitingStep(deps, actor, params, body.reason, keyOf(idempotency)),
  );
  mount(listScheduledContract, ({ actor, params }) => listScheduledReminders(deps, actor, params.year));
  mount(previewContract, ({ actor, params, body }) => previewScheduledReminders(deps, actor, params.year, body));
  mount(scheduleContract, ({ actor, params, body, idempotency }) =>
    scheduleReminders(deps, actor, params.year, body, keyOf(idempotency)),
  );
  mount(changeContract, ({ actor, params, body, idempotency }) =>
    changeScheduledReminder(deps, actor, params, body, keyOf(idempotency)),
  );
  mount(withdrawContract, ({ actor, params, idempotency }) =>
    withdrawScheduledReminder(deps, actor, params, keyOf(idempotency)),
  );
  mount(listStepsContract, ({ actor }) => stepSettings(deps, actor));
  mount(setStepContract, ({ actor, params, body, idempotency }) =>
    setStepConfirmation(deps, actor, params.step, body, keyOf(idempotency)),
  );
  mount(getScheduler, ({ actor }) => readScheduler(deps, actor));
  mount(listOutgoingMail, ({ actor, query }) => outgoingMails(deps, actor, query));
  mount(getOutgoingMail, ({ actor, params }) => outgoingMail(deps, actor, params.mailId));
  mount(testContract, ({ actor, idempotency }) => sendTestMail(deps, actor, keyOf(idempotency)));
  mount(retryContract, ({ actor, params, idempotency }) => retryMail(deps, actor, params.mailId, keyOf(idempotency)));
  mount(handInContract, ({ body }) => handInMailReply(deps, body));
}
