import { Client } from 'pg';
import { demoClinicId } from './demo-clinic-id.js';

/** What a database holds, seen as its owner, who sees every clinic. Both can stand in one database. */
export interface ClinicsFound {
  readonly demo: boolean;
  readonly real: boolean;
}

/** Whether the database of `ownerUrl` holds the demo clinic, and whether it holds any other. */
export async function clinicsIn(ownerUrl: string): Promise<ClinicsFound> {
  const rows = await asOwner(
    ownerUrl,
    async (owner) => (await owner.query<{ clinic_id: string }>('SELECT clinic_id FROM clinic')).rows,
  );
  const isDemo = (row: { clinic_id: string }): boolean => row.clinic_id === demoClinicId;
  return { demo: rows.some(isDemo), real: !rows.every(isDemo) };
}

/** Empties a database whose demo clinic was cut off while it was being made. Refuses when a real clinic is in it. */
export async function clearDemoClinic(ownerUrl: string): Promise<void> {
  if ((await clinicsIn(ownerUrl)).real) throw new Error('a database with a real clinic is never cleared');
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
