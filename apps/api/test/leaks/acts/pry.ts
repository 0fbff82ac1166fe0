import type { Couple } from '../facts.js';
import type { Act } from '../walk.js';
import { ownPages, staffPages } from './pages.js';

/** Somebody puts ids of other people into path, query, header and body, at either door. */
export const pry: Act = {
  name: 'pry',
  weight: 20,
  async run(walk) {
    const couple = walk.couple();
    const viewer = walk.chance(10) ? ({ kind: 'nobody' } as const) : walk.anybody();
    const page = walk.pick([
      ...staffPages(couple, walk.task(couple)),
      ...ownPages(walk.task(couple), couple),
    ]);
    const victim = walk.person(couple);
    const claims = { 'x-clinic-id': couple.clinicId, 'x-actor-id': victim.id, 'x-role': 'owner' };
    await walk.ask(viewer, walk.chance(30) ? { ...page, headers: claims } : page);
  },
};

/** Somebody writes where they may not: another's exercise, another's couple, another clinic's staff. */
export const pryByWriting: Act = {
  name: 'pry by writing',
  weight: 10,
  async run(walk) {
    const couple = walk.couple();
    const task = walk.task(couple);
    const viewer = walk.anybody();
    if (task === null || viewer.clinicId === couple.clinicId) return;
    const writes = [
      ...['review', 'submission', 'draft', 'set-aside'].map((act) => `homework/${task.id}/${act}`),
      ...disclosureWrites(couple),
      ...[`disclosure/${couple.id}`, `predictors/${couple.id}/ratings`, `invitations/${task.personId}`],
    ];
    const door = viewer.kind === 'staff' ? 'clinic' : 'home';
    const call = { door, method: 'post', path: `/api/${door}/${walk.pick(writes)}` } as const;
    const body = { answers: {}, tooHard: false, clinicId: couple.clinicId, personId: task.personId };
    const answer = await walk.ask(viewer, { ...call, version: task.version, body });
    if (answer.status < 400) walk.watch.note(viewer, call, answer, 'wrote where they may not');
  },
};

/** Every act around a disclosure that names one; `POST` alone, as the others are asked by the matrix. */
function disclosureWrites({ id, ftd }: Couple): string[] {
  const none = '99999999-9999-4999-8999-999999999999';
  const {
    letterId = none,
    questionId = none,
    slipId = none,
    commentId = none,
    correctionId = none,
  } = ftd?.ids ?? {};
  return [
    ...['schedule', 'steps', 'signatures', 'co-signatures', 'order', 'verification', 'recheck'].map(
      (act) => `disclosure/${id}/${act}`,
    ),
    ...['assessments', 'records', 'items/R8', 'releases', 'office-items/S2'].map(
      (act) => `readiness/${id}/${act}`,
    ),
    ...[
      'comments',
      `comments/${commentId}/removal`,
      'decisions',
      'gaps',
      'later-readings',
      'custody/signature',
    ].map((act) => `disclosure-documents/${id}/${act}`),
    ...['passing-on', `${questionId}/look`, `${questionId}/opening`].map((act) => `questions/${id}/${act}`),
    ...['readings/impact/start', 'readings/impact/delivery', `${letterId}/comments`].map(
      (act) => `letters/${id}/${act}`,
    ),
    ...[
      'dates',
      'dates-gathered',
      'go',
      'no-go',
      'pause',
      'continue',
      'end',
      'run/emergency',
      'run/departure',
    ].map((act) => `disclosure-sessions/${id}/${act}`),
    ...['contacts', `corrections/${correctionId}/steps`].map((act) => `aftercare/${id}/${act}`),
    ...[`slips/${id}`, `slips/${id}/asked`, `slips/${id}/${slipId}/telling`],
    ...['release', 'revocation', 'seal', 'agreement', 'revisions'].map((act) => `letters/${letterId}/${act}`),
    ...[`questions/${questionId}/withdrawal`, `slips/${slipId}/telling`],
    `disclosure-document/comments/${commentId}/settlement`,
  ];
}
