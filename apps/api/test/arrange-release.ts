import type { Response } from 'supertest';
import { assignOne, type ArrangedCase } from './arrange-case.js';
import type { TestClient } from './test-client.js';

let weeks = 0;
/** The Monday of a week that no task of this file was given in yet: R15 is a weekly exercise. */
export function nextWeek(): string {
  return new Date(Date.UTC(2025, 0, 6 + 7 * weeks++)).toISOString().slice(0, 10);
}

/** Answers of R15, all of which may travel. */
export const growth = {
  goal: 'cnry-goal: call my sister',
  value: 'cnry-value: honesty',
  progress: 3,
} as const;

/** A handed-in R15 of Rowan's. Answers its task id. */
export async function handInGrowth(
  { mina, rowan, rowanId }: ArrangedCase,
  answers: object = growth,
  startsOn = nextWeek(),
): Promise<string> {
  const taskId = await assignOne(mina, rowanId, 'R15', startsOn);
  const done = await rowan.call('post', `homework/${taskId}/submission`, { body: { answers }, version: 1 });
  if (done.status !== 200) throw new Error(`not handed in: ${done.text}`);
  return taskId;
}

/** Rowan asks to share a task. */
export function askFor(
  rowan: TestClient,
  taskId: string,
  wish: { toPartner?: boolean; staffIds?: string[]; pressured?: boolean; version?: number } = {},
): Promise<Response> {
  const { toPartner = true, staffIds = [], pressured = false, version = 0 } = wish;
  return rowan.call('post', `releases/${taskId}/ask`, { body: { toPartner, staffIds, pressured }, version });
}

export interface OpenRelease {
  readonly taskId: string;
  readonly releaseId: string;
  readonly version: number;
}

/** A release that waits for Mina's approval. */
export async function askedRelease(
  ours: ArrangedCase,
  startsOn = nextWeek(),
  answers: object = growth,
): Promise<OpenRelease> {
  const taskId = await handInGrowth(ours, answers, startsOn);
  await askFor(ours.rowan, taskId);
  const list = await ours.mina.call('get', `releases?coupleId=${ours.coupleId}`);
  const found = (list.body.releases as { id: string; taskId: string; version: number }[]).find(
    (one) => one.taskId === taskId,
  );
  if (found === undefined) throw new Error(`no release of ${taskId}: ${list.text}`);
  return { taskId, releaseId: found.id, version: found.version };
}

/** A release that Iris can read. */
export async function liveRelease(ours: ArrangedCase, startsOn = nextWeek()): Promise<OpenRelease> {
  const asked = await askedRelease(ours, startsOn);
  const { releaseId, version } = asked;
  const approved = await ours.mina.call('post', `releases/${releaseId}/approval`, { version });
  if (approved.body.state !== 'released') throw new Error(`not released: ${approved.text}`);
  return { ...asked, version: version + 1 };
}

/** An answer without what differs in every answer: the time and the correlation id. */
export function bare({ status, text, body, headers }: Response): string {
  const rest = Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'x-correlation-id');
  return JSON.stringify({ status, rest, text: text.replace(String(body.correlationId), '') });
}
