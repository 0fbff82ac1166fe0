import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { OwnLettersView, OwnLetterView, OwnQuestionsView } from '@trellis/contracts';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { DisclosureParts } from '../src/disclosure/disclosure-parts.service.js';
import { arrangePreparing } from './arrange-document.js';
import { travel, type ArrangedCase } from './arrange-case.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';

/** Where the questions and the letters of a couple are, below `/api/clinic/`. */
export const questionsOf = (coupleId: string): string => `questions/${coupleId}`;
export const lettersOf = (coupleId: string): string => `letters/${coupleId}`;

export const question = {
  category: 'money',
  detail: 'summary',
  question: 'cnry-question: how much was spent',
  reason: 'cnry-reason: I plan our year',
  fear: 'cnry-fear: that we owe more',
} as const;

/** Iris writes one question. Answers its id. */
export async function ask(iris: TestClient, changes: object = {}): Promise<string> {
  const id = randomUUID();
  const answer = await iris.call('post', 'questions', { body: { id, ...question, ...changes } });
  if (answer.status !== 201) throw new Error(`no question was written: ${answer.text}`);
  return id;
}

export async function ownQuestions(iris: TestClient): Promise<OwnQuestionsView> {
  return (await iris.call('get', 'questions')).body as OwnQuestionsView;
}

/** Jo goes through every question and says something to it. */
export async function lookThrough(
  { iris, jo, coupleId }: ArrangedCase,
  advice = 'cnry-advice',
): Promise<void> {
  for (const { id, version } of (await ownQuestions(iris)).questions) {
    const answer = await jo.call('post', `${questionsOf(coupleId)}/${id}/look`, {
      body: { advice },
      version,
    });
    if (answer.status !== 200) throw new Error(`not looked through: ${answer.text}`);
  }
}

/** One question of Iris's, gone through with Jo and released. Answers its id. */
export async function released(ours: ArrangedCase): Promise<string> {
  const id = await ask(ours.iris);
  await lookThrough(ours);
  const answer = await ours.iris.call('post', 'questions/release');
  if (answer.status !== 200) throw new Error(`not released: ${answer.text}`);
  return id;
}

/** The 28th of March 2025, when the session of the worked example ended. */
export const sessionEnd = new Date('2025-03-28T17:50:00Z');
export const impactDay = new Date('2025-04-17T19:00:00Z');
export const restitutionDay = new Date('2025-05-01T20:00:00Z');

/** A case in aftercare on the day of the impact letter, with risk screens of both people that day. */
export async function arrangeAftercare(app: TestApp): Promise<ArrangedCase> {
  const ours = await arrangePreparing(app);
  await app.db.sql(
    `UPDATE disclosure_fact SET session_ended_at = $2
      WHERE process_id = (SELECT id FROM disclosure_process WHERE couple_id = $1)`,
    [ours.coupleId, sessionEnd],
  );
  await app.db.sql("UPDATE disclosure_process SET state = 'AFTERCARE' WHERE couple_id = $1", [ours.coupleId]);
  travel(app, impactDay);
  app.app.get(DisclosureParts).register({
    area: 'screens of the day',
    facts: () => Promise.resolve({ riskScreens: { RP: impactDay, BP: impactDay } }),
  });
  return ours;
}

/** Begins a letter of the kind that the person writes and lays one text down. Answers its id. */
export async function layDown(
  author: TestClient,
  kind: 'impact' | 'restitution',
  sections: object = kind === 'impact' ? { lost: 'cnry-lost: my calm' } : { heard: 'cnry-heard: your fear' },
): Promise<string> {
  const id = randomUUID();
  const begun = await author.call('post', 'letters', { body: { id, kind } });
  if (begun.status !== 201) throw new Error(`no letter was begun: ${begun.text}`);
  const laid = await author.call('post', `letters/${id}/revisions`, { body: { sections }, version: 1 });
  if (laid.status !== 201) throw new Error(`no text was laid down: ${laid.text}`);
  return id;
}

export async function ownLetter(author: TestClient, id: string): Promise<OwnLetterView> {
  return (await author.call('get', `letters/${id}`)).body as OwnLetterView;
}

export async function ownLetters(author: TestClient): Promise<OwnLettersView> {
  return (await author.call('get', 'letters')).body as OwnLettersView;
}

/** Lays a mark down for the first time, or changes it. */
export async function mark(
  by: TestClient,
  coupleId: string,
  name: string,
  { given = true, revision = null }: { given?: boolean; revision?: number | null } = {},
): Promise<number> {
  const page = await by.call('get', lettersOf(coupleId));
  const marks = (page.body.marks ?? []) as { mark: string; version: number }[];
  const version = marks.find((one) => one.mark === name)?.version ?? 0;
  const body = { given, revision, checks: [] };
  return (await by.call('put', `${lettersOf(coupleId)}/marks/${name}`, { body, version })).status;
}

/** Reads the impact letter to its end, with everything that it needs. */
export async function deliverImpact(app: TestApp, { mina, jo, coupleId }: ArrangedCase): Promise<void> {
  await app.db.sql("UPDATE disclosure_process SET state = 'IMPACT_PREP' WHERE couple_id = $1", [coupleId]);
  await mark(jo, coupleId, 'impact_wanted');
  await mark(jo, coupleId, 'impact_approved');
  await mark(mina, coupleId, 'listening_rehearsed');
  const version = Number((await mina.call('get', lettersOf(coupleId))).body.processVersion);
  const answer = await mina.call('post', `${lettersOf(coupleId)}/readings/impact/delivery`, { version });
  if (answer.status !== 200) throw new Error(`not delivered: ${answer.text}`);
}

/** How many statements an act sends. */
export async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  const sent = jest.spyOn(PostgresQueryRunner.prototype, 'query');
  try {
    await act();
    // That somebody is there is noted every half minute, whatever they ask.
    return sent.mock.calls.filter(([text]) => !text.startsWith('UPDATE session SET seen_at')).length;
  } finally {
    sent.mockRestore();
  }
}
