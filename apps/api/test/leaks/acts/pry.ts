import type { Couple } from '../facts.js';
import type { Act } from '../walk.js';
import type { Method } from '../wire.js';
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
    const posts = [
      ...['review', 'submission', 'set-aside'].map((act) => `homework/${task.id}/${act}`),
      ...disclosureWrites(couple),
      ...[`disclosure/${couple.id}`, `predictors/${couple.id}/ratings`, `invitations/${task.personId}`],
    ];
    const writes: readonly (readonly [Method, string])[] = [
      ...posts.map((path) => ['post', path] as const),
      ['put', `homework/${task.id}/draft`],
      ...disclosureChanges(couple),
    ];
    const door = viewer.kind === 'staff' ? 'clinic' : 'home';
    const [method, path] = walk.pick(writes);
    const call = { door, method, path: `/api/${door}/${path}` } as const;
    const body = { answers: {}, tooHard: false, clinicId: couple.clinicId, personId: task.personId };
    const answer = await walk.ask(viewer, { ...call, version: task.version, body });
    if (answer.status < 400) walk.watch.note(viewer, call, answer, 'wrote where they may not');
  },
};

const none = '99999999-9999-4999-8999-999999999999';

/** Every act around a disclosure that names one. */
function disclosureWrites({ id, ftd }: Couple): string[] {
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

/** Everything around a disclosure that is put in the place of what stands there, or taken away. */
function disclosureChanges({ id, ftd }: Couple): [Method, string][] {
  const { letterId = none, questionId = none, commentId = none } = ftd?.ids ?? {};
  const puts = [
    ...[`disclosure-documents/${id}/legal`, `disclosure-documents/${id}/comments/${commentId}`],
    ...[`disclosure-documents/${id}/custody/hold`, `questions/${id}/${questionId}/answer`],
    ...[`questions/${questionId}`, `letters/${letterId}/draft`, `letters/${id}/marks/impact_ready`],
    ...['logistics', 'day-checks/RP', 'day-checks/BP'].map((act) => `disclosure-sessions/${id}/${act}`),
    ...['setting', 'attendance', 'ticks', 'distress', 'signs', 'reading'].map(
      (act) => `disclosure-sessions/${id}/run/${act}`,
    ),
  ];
  return [
    ...puts.map((path): [Method, string] => ['put', path]),
    ...[`disclosure-sessions/${id}/dates/${none}`, `cover/${id}`].map((path): [Method, string] => [
      'delete',
      path,
    ]),
  ];
}
