import type { Staff, Person } from '../facts.js';
import type { World } from '../world.js';

export type DbRole =
  'trellis_api' | 'trellis_worker' | 'trellis_auth' | 'trellis_audit' | 'trellis_owner' | 'trellis_dispatch';

/** Who a transaction says that it acts for, as the database is told. */
export interface Asker {
  readonly name: string;
  readonly clinicId: string;
  readonly id: string;
  readonly role: string;
  /** The same in the world; null for the system. */
  readonly who: Staff | Person | null;
}

/** Somebody of every relation to the couples of the first clinic, and the same of the second. */
export function askersOf(world: World): Asker[] {
  const asker = (name: string, who: Staff | Person): Asker => ({
    ...{ name, clinicId: who.clinicId, id: who.id, who },
    role: who.kind === 'staff' ? who.role : 'client',
  });
  const [here, there] = [world.clinics[0]!, world.clinics[1]!];
  const [couple] = world.couples.get(here.clinicId) ?? [];
  const strays = [here.staff.rp, here.staff.outside, couple!.people.RP, couple!.people.BP];
  // Somebody of one clinic who says that they are of the other: their own rows stay where they are.
  const crossed = strays.map((who) => ({ ...asker(`c0 in c1 ${who.id}`, who), clinicId: there.clinicId }));
  const inside = world.clinics.flatMap(({ clinicId, staff }, at) => {
    const couples = world.couples.get(clinicId) ?? [];
    const people = couples.flatMap((couple, k) =>
      Object.values(couple.people).map((person) =>
        asker(`c${String(at)} k${String(k)} ${person.side}`, person),
      ),
    );
    return [
      ...Object.entries(staff).map(([post, one]) => asker(`c${String(at)} ${post}`, one)),
      ...people.slice(0, at === 0 ? people.length : 2),
      { name: `c${String(at)} system`, clinicId, id: clinicId, role: 'system', who: null },
    ];
  });
  return [...inside, ...crossed];
}

/** Puts the rest of the transaction under a database role, in somebody's name. */
export function actAs(role: DbRole, asker: Asker | null): string {
  const { clinicId, id, role: actorRole } = asker ?? { clinicId: '', id: '', role: '' };
  return (
    `SELECT set_config('app.clinic_id', '${clinicId}', true), set_config('app.actor_id', '${id}', true), ` +
    `set_config('app.actor_role', '${actorRole}', true); SET LOCAL ROLE ${role}`
  );
}
