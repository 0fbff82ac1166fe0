import { randomUUID } from 'node:crypto';
import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** Questions of the partner and the letters of both. What a call names need not be there: its form is what counts. */
export function letterCalls(ours: ArrangedCase): RightCalls {
  const partner = (): Promise<TestClient> => Promise.resolve(ours.iris);
  const recovering = (): Promise<TestClient> => Promise.resolve(ours.rowan);
  const theirs = (): Promise<TestClient> => Promise.resolve(ours.jo);
  const lead = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const none = '99999999-9999-4999-8999-999999999999';
  const words = {
    ...{ category: 'money', detail: 'summary' },
    ...{ question: 'how much', reason: 'to plan', fear: 'debts' },
  };
  const sections = { sections: { lost: 'my calm' } };
  const question = { coupleId: ours.coupleId, questionId: none };
  const letter = { letterId: none };
  const read = { coupleId: ours.coupleId, kind: 'impact' };
  return {
    'OwnQuestionsController.own': { as: partner },
    'OwnQuestionsController.received': { as: recovering },
    'OwnQuestionsController.write': {
      ...{ as: partner, keyed: true, body: { id: randomUUID(), ...words }, loose: /^(category|detail)$/ },
    },
    'OwnQuestionsController.change': {
      ...{ as: partner, ids: { questionId: none }, version: 1, body: words, loose: /^(category|detail)$/ },
    },
    'OwnQuestionsController.withdraw': { as: partner, ids: { questionId: none }, version: 1, keyed: true },
    'OwnQuestionsController.wish': {
      ...{ as: partner, ids: { category: 'money' }, version: 0, body: { wish: 'tell_me' }, loose: /^wish$/ },
    },
    'OwnQuestionsController.release': { as: partner, keyed: true },
    'CaseQuestionsController.one': { as: theirs, ids: { coupleId: ours.coupleId } },
    'CaseQuestionsController.passOn': { as: lead, ids: { coupleId: ours.coupleId }, version: 1, keyed: true },
    'CaseQuestionsController.lookThrough': {
      ...{ as: theirs, ids: question, version: 1, keyed: true, body: { advice: 'do you want the sum?' } },
    },
    'CaseQuestionsController.open': { as: theirs, ids: question, version: 1, keyed: true },
    'CaseQuestionsController.close': {
      ...{ as: lead, ids: question, version: 0, body: { outcome: 'declined', reasonDiscussed: true } },
    },
    'OwnLettersController.list': { as: partner },
    'OwnLettersController.listen': { as: recovering },
    'OwnLettersController.one': { as: partner, ids: letter },
    'OwnLettersController.begin': { as: partner, keyed: true, body: { id: randomUUID(), kind: 'impact' } },
    'OwnLettersController.save': { as: partner, ids: letter, version: 1, body: sections, loose: /^sections/ },
    'OwnLettersController.layDown': {
      ...{ as: partner, ids: letter, version: 1, keyed: true, body: sections, loose: /^sections/ },
    },
    'OwnLettersController.release': { as: partner, ids: letter, version: 1, keyed: true },
    'OwnLettersController.revoke': { as: partner, ids: letter, keyed: true },
    'OwnLettersController.seal': { as: partner, ids: letter, version: 1, keyed: true },
    'OwnLettersController.agree': { as: partner, ids: letter, keyed: true, body: { agree: true } },
    'CaseLettersController.one': { as: theirs, ids: { coupleId: ours.coupleId } },
    'CaseLettersController.mark': {
      ...{ as: theirs, ids: { coupleId: ours.coupleId, mark: 'impact_approved' }, version: 0 },
      ...{ body: { given: true, revision: 1, checks: ['deadline'] }, loose: /^(revision|checks)/ },
    },
    'CaseLettersController.start': { as: lead, ids: read, keyed: true },
    'CaseLettersController.end': { as: lead, ids: read, keyed: true },
    'CaseLettersController.deliver': { as: lead, ids: read, version: 1, keyed: true },
    'CaseLettersController.read': { as: theirs, ids: { coupleId: ours.coupleId, ...letter } },
    'CaseLettersController.revision': {
      ...{ as: theirs, ids: { coupleId: ours.coupleId, ...letter, revision: '1' } },
    },
    'CaseLettersController.comment': {
      ...{ as: theirs, ids: { coupleId: ours.coupleId, ...letter }, keyed: true },
      body: { id: randomUUID(), revision: 1, text: 'stay with the body' },
    },
  };
}
