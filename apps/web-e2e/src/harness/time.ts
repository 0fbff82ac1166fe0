import pg from 'pg';
import { readAddress } from './address.ts';

/** Lets more than five minutes pass since anybody last proved who they are. */
export async function forgetFreshProofs(): Promise<void> {
  await change("UPDATE session SET step_up_at = step_up_at - interval '6 minutes' WHERE revoked_at IS NULL");
}

/** Lets a quarter of an hour and more pass for every session, as if nobody had asked the clinic for anything. */
export async function expireSessions(): Promise<void> {
  await change("UPDATE session SET seen_at = seen_at - interval '16 minutes' WHERE revoked_at IS NULL");
}

/** Lets the half minute pass in which a second-factor code of the demo was used. */
export async function forgetUsedCodes(): Promise<void> {
  await change('UPDATE staff_account SET totp_last_step = 0');
}

async function change(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: readAddress().database });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
