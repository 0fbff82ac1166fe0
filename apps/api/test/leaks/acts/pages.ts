import type { Couple, Person, Staff, Task } from '../facts.js';
import type { Call } from '../wire.js';
import { disclosureOwnPages, disclosureStaffPages } from './disclosure-pages.js';

/** A page of the portal about this couple and this exercise. */
export function staffPages(couple: Couple, task: Task | null): Call[] {
  const paths = [
    ...['caseload', 'caseload?sort=stage', 'couples/colleagues', `couples/${couple.id}`],
    ...[`homework?coupleId=${couple.id}`, `predictors/${couple.id}`, `disclosure/${couple.id}`],
    ...[`couples/${couple.id}/psychotherapy-notes`, 'psychotherapy-notes', `releases?coupleId=${couple.id}`],
    ...[
      `couples/${couple.id}/care-team`,
      `couples/${couple.id}/separation`,
      'break-glass',
      'break-glass/reviews',
      'off-track',
      'off-track-limits',
      'supervision',
      `off-track/${couple.id}`,
      `trust-reviews/${couple.id}`,
      `trackers/${couple.id}`,
      `shown-changes/${couple.id}`,
      `measures/${couple.id}`,
      `predictors/${couple.id}/sum?predictor=CT&readOn=2025-01-19`,
    ],
    ...[
      'cover',
      'instruments',
      'review-queue',
      'raised',
      'erasures',
      'staff',
      'account',
      'session',
      'audit',
      'audit/filters',
      'reports/exports',
      'reports/caseload/preview',
    ],
    ...(task === null ? [] : [`homework/${task.id}`, `homework/${task.id}`, `feedback/${task.id}`]),
  ];
  const pages: Call[] = paths.map((path) => ({ door: 'clinic', method: 'get', path: `/api/clinic/${path}` }));
  return couple.ftd === undefined ? pages : [...pages, ...disclosureStaffPages(couple)];
}

/** A page of the homework app. */
export function ownPages(task: Task | null, couple: Pick<Couple, 'ftd'> = {}): Call[] {
  const paths = [
    ...['session', 'homework/today', 'homework/record', 'predictors/current', 'consents/measurement'],
    ...['trackers', 'trackers/attachment', 'ticks', 'measures', 'shown-changes'],
    ...[
      'shared',
      'feedback',
      'erasure',
      'record/openings',
      'record/emergencies',
      ...(task === null ? [] : [`homework/${task.id}`, `releases/${task.id}`, `feedback/${task.id}`]),
    ],
  ];
  const pages: Call[] = paths.map((path) => ({ door: 'home', method: 'get', path: `/api/home/${path}` }));
  return couple.ftd === undefined ? pages : [...pages, ...disclosureOwnPages(couple)];
}

/** Every page of one's own door about this couple. */
export function pagesFor(viewer: Staff | Person, couple: Couple, task: Task | null): Call[] {
  return viewer.kind === 'staff' ? staffPages(couple, task) : ownPages(task, couple);
}
