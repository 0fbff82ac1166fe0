import type { Couple } from '../facts.js';
import type { Call } from '../wire.js';

const none = '99999999-9999-4999-8999-999999999999';

/** Every page of the portal about a couple's disclosure, of every area. */
export function disclosureStaffPages({ id, ftd }: Couple): Call[] {
  const ids = ftd?.ids ?? {};
  const documents = `disclosure-documents/${id}`;
  const letters = [ids['impact'] ?? none, ids['restitution'] ?? none].flatMap((letter) => [
    `letters/${id}/${letter}`,
    ...[1, 2].map((revision) => `letters/${id}/${letter}/revisions/${String(revision)}`),
  ]);
  const paths = [
    ...['disclosure', 'disclosure/co-signatures', `disclosure/${id}`, 'readiness/cosigns'],
    `readiness/cosigns/${ids['markId'] ?? none}`,
    ...[`disclosure/${id}/steps/${ids['eventId'] ?? none}/words`, `readiness/${id}`],
    ...['RP', 'BP', 'JOINT'].map((side) => `readiness/${id}/words/${side}`),
    ...[`readiness/${id}/office-items`, documents, `${documents}/reading`, `${documents}/custody`],
    ...[`${documents}/versions/1`, `${documents}/versions/2`, `${documents}/inventory`],
    ...[`questions/${id}`, `letters/${id}`, ...letters],
    ...[`disclosure-sessions/${id}`, `disclosure-sessions/${id}/office`],
    `disclosure-sessions/${id}/collisions?startsAt=2025-03-28T10:00:00-05:00`,
    ...['RP', 'BP'].map((side) => `disclosure-sessions/${id}/plans/${side}`),
    ...[`aftercare/${id}`, `aftercare/${id}/answers/${ids['answerId'] ?? none}`],
    ...[`aftercare/${id}/corrections/${ids['correctionId'] ?? none}`, `slips/${id}`],
    `slips/${id}/${ids['slipId'] ?? none}`,
  ];
  return paths.map((path) => ({ door: 'clinic', method: 'get', path: `/api/clinic/${path}` }));
}

/** Every page of the homework app about a disclosure; with the other's ids where a page takes one. */
export function disclosureOwnPages({ ftd }: Pick<Couple, 'ftd'>): Call[] {
  const ids = ftd?.ids ?? {};
  const paths = [
    ...['disclosure', 'readiness', 'disclosure-document', 'disclosure-document/inventory'],
    ...[
      'disclosure-document/versions/1',
      'disclosure-document/versions/2',
      'questions',
      'questions/received',
    ],
    ...['letters', 'letters/listening', `letters/${ids['impact'] ?? none}`],
    `letters/${ids['restitution'] ?? none}`,
    ...['disclosure-session', 'disclosure-session/plans', 'disclosure-session/reading'],
    ...['aftercare', 'aftercare/departure', 'slips', 'homework/today', 'record/openings'],
  ];
  return paths.map((path) => ({ door: 'home', method: 'get', path: `/api/home/${path}` }));
}
