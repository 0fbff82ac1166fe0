import type { Act } from '../walk.js';

interface TeamRow {
  readonly id: string;
  readonly staffId: string;
  readonly side: 'RP' | 'BP' | 'JOINT';
  readonly lead: boolean;
  readonly state: string;
}

/** The lead or the office hands one side to another therapist, and anybody else tries to; both look at once. */
export const handSideOver: Act = {
  name: 'hand over',
  weight: 3,
  async run(walk) {
    const { facts } = walk.world;
    const clinic = walk.clinic();
    const couple = walk.couple(clinic);
    const asker = walk.chance(60) ? clinic.staff.admin : walk.staff(walk.chance(80) ? clinic : walk.clinic());
    const path = `/api/clinic/couples/${couple.id}/care-team`;
    const { status, text } = await walk.ask(asker, { door: 'clinic', method: 'get', path });
    if (status !== 200) return;
    const rows = (JSON.parse(text) as { rows: TeamRow[] }).rows.filter(({ state }) => state === 'current');
    if (rows.length === 0) return;
    const row = walk.pick(rows);
    const { rp, bp, joint, outside, former } = clinic.staff;
    const to = walk.pick([rp, bp, joint, outside, former]);
    const call = { door: 'clinic', method: 'post', path: `${path}/${row.id}/hand-over` } as const;
    await walk.ask(asker, { ...call, body: { staffId: to.id } }, (answer) => {
      if (answer.status !== 204) return;
      for (const one of couple.team)
        if (one.staffId === row.staffId && one.side === row.side) one.active = false;
      couple.team.push({ staffId: to.id, side: row.side, active: true, lead: row.lead });
    });
    for (const id of [row.staffId, to.id])
      for (const page of [`homework?coupleId=${couple.id}`, `couples/${couple.id}`, 'caseload'])
        await walk.ask(facts.staff.get(id)!, { door: 'clinic', method: 'get', path: `/api/clinic/${page}` });
  },
};
