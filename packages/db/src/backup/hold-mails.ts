import type { NoticeOutcome } from "@avances/domain/round";
import type pg from "pg";

const reason: NoticeOutcome = "held-by-restore";

/**
 * Holds back the mails that were waiting to be sent, and the reminders that were set for a moment before now, because they may have left
 * since the backup was made; the secretariat can resend them one by one. Writes the restore to the audit record. Returns how many mails are held. Runs in the restore's transaction, as the owner.
 */
export async function holdMails(client: pg.Client, { keptAt, now }: { keptAt: Date; now: Date }): Promise<number> {
  const held = await client.query<{ notice_id: string | null }>(
    `update app.outgoing_mail set state = 'dead', lease_until = null, fence = fence + 1, last_answer = $1, settled_at = $2
     where state in ('queued', 'sending') returning notice_id`,
    [reason, now],
  );
  const notices = held.rows.map((row) => row.notice_id);
  await client.query("update app.notice set state = 'dead', result = $1, settled_at = $2 where id = any($3::uuid[])", [
    reason,
    now,
    notices,
  ]);
  // A backup of an older schema has none; it is brought up to date afterwards.
  const {
    rows: [there],
  } = await client.query<{ known: boolean }>("select to_regclass('app.scheduled_reminder') is not null as known");
  // They were due by now, so they may have left.
  if (there?.known)
    await client.query(
      `update app.scheduled_reminder set settled_at = $2, outcome = $1 where ended is null and settled_at is null and send_at <= $2`,
      [reason, now],
    );
  await client.query(
    `insert into app.audit_event (at, actor_role, action, object_type, object_id, fields, detail)
     values ($1, 'system', 'instance.restored', 'instance', $2, '{}', jsonb_build_object('heldMails', $3::int))`,
    [now, keptAt.toISOString(), held.rows.length],
  );
  return held.rows.length;
}
