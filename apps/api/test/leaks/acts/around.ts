import type { Act } from '../walk.js';

/** An admin orders an export, or fetches one; anybody tries to. */
export const exports: Act = {
  name: 'export',
  weight: 3,
  async run(walk) {
    const clinic = walk.clinic();
    const viewer = walk.chance(70) ? clinic.staff.admin : walk.anybody();
    if (walk.chance(20)) {
      const body = { report: 'caseload', format: 'csv' };
      const call = { door: 'clinic', method: 'post', path: '/api/clinic/reports/exports', body } as const;
      const answer = await walk.ask(viewer, call);
      if (answer.status < 300)
        walk.world.facts.addExport((JSON.parse(answer.text) as { id: string }).id, viewer.clinicId);
      return;
    }
    const ids = [...walk.world.facts.exports.keys()];
    if (ids.length === 0) return;
    const id = walk.pick(ids);
    const end = walk.pick(['', '/file']);
    await walk.ask(viewer, {
      door: 'clinic',
      method: 'get',
      path: `/api/clinic/reports/exports/${id}${end}`,
    });
  },
};

/** A disclosure is opened; a person answers the questions of the fortnight. */
export const openDisclosure: Act = {
  name: 'open a disclosure',
  weight: 1,
  async run(walk) {
    const couple = walk.couple();
    const therapist = walk.therapist(couple);
    if (therapist === null) return;
    const call = { door: 'clinic', method: 'post', path: `/api/clinic/disclosure/${couple.id}` } as const;
    const answer = await walk.ask(therapist, call);
    if (answer.status < 300) couple.disclosed = true;
  },
};
