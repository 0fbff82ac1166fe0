import { Client } from 'pg';
import { demoClinicId } from './demo-clinic-id.js';

/** What a database holds, seen as its owner, who sees every clinic. */
export type ClinicsFound = 'none' | 'demo' | 'real';

/** Whether the database of `ownerUrl` holds no clinic, the demo clinic alone, or a real one. */
export async function clinicsIn(ownerUrl: string): Promise<ClinicsFound> {
  const rows = await asOwner(
    ownerUrl,
    async (owner) => (await owner.query<{ clinic_id: string }>('SELECT clinic_id FROM clinic')).rows,
  );
  if (rows.length === 0) return 'none';
  return rows.every((row) => row.clinic_id === demoClinicId) ? 'demo' : 'real';
}

/** Empties a database whose demo clinic was cut off while it was being made. Refuses when a real clinic is in it. */
export async function clearDemoClinic(ownerUrl: string): Promise<void> {
  if ((await clinicsIn(ownerUrl)) === 'real')
    throw new Error('a database with a real clinic is never cleared');
  await asOwner(ownerUrl, async (owner) => owner.query('TRUNCATE clinic, staff_account, rate_limit CASCADE'));
}

async function asOwner<T>(ownerUrl: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
