import { describe, expect, it } from '@jest/globals';
import { disclosureStates } from '../states.js';
import {
  deleteDocument,
  documentCustody,
  documentReaders,
  readWindow,
  retentionDay,
  type CustodyFacts,
  type DocumentReader,
} from './document-custody.js';

const terms = { reviewReadDays: 14, sessionLengthMin: 180 };
const start = new Date('2025-03-28T15:00:00Z');
const end = new Date('2025-03-28T17:50:00Z');
const facts = (over: Partial<CustodyFacts> = {}): CustodyFacts => ({
  state: 'IN_SESSION',
  zone: 'America/Chicago',
  reviewSince: new Date('2025-03-17T15:00:00Z'),
  sessionStartedAt: start,
  sessionEndedAt: null,
  laterReview: null,
  deletedAt: null,
  ...over,
});
const at = (text: string): Date => new Date(text);
const ask = (reader: DocumentReader, now: Date, over: Partial<CustodyFacts> = {}): unknown =>
  readWindow(facts(over), reader, now, terms);

it('the document never leaves as a file', () => {
  expect(documentCustody).toEqual({
    download: false, email: false, print: false, watermark: true, paperCopies: 4, copiesStayWith: 'therapists', keptBy: 'T_RP',
  }); // prettier-ignore
});

describe('the partner', () => {
  const open = { mode: 'session', until: at('2025-03-28T18:00:00Z') };

  it('reads while the session runs, and at no other moment', () => {
    expect(ask('BP', at('2025-03-28T14:59:59.999Z'))).toBeNull();
    expect(ask('BP', start)).toEqual(open);
    expect(ask('BP', start, { state: 'SESSION_PAUSED' })).toEqual(open);
    const ended = { sessionEndedAt: end };
    expect(ask('BP', new Date(end.getTime() - 1), ended)).toEqual({ mode: 'session', until: end });
    expect(ask('BP', end, ended)).toBeNull();
    expect(ask('BP', at('2025-03-28T17:59:59Z'))).toEqual(open);
    expect(ask('BP', at('2025-03-28T18:00:00Z'))).toBeNull();
    expect(ask('BP', start, { sessionEndedAt: at('2025-03-28T19:00:00Z') })).toEqual(open);
    expect(ask('BP', start, { sessionStartedAt: null })).toBeNull();
    expect(ask('BP', start, { deletedAt: start })).toBeNull();
  });

  it('reads in no other state', () => {
    const readable = disclosureStates.filter((state) =>
      ask('BP', at('2025-03-28T16:00:00Z'), { state, laterReview: { from: start, until: end } }),
    );
    expect(readable).toEqual(['IN_SESSION', 'SESSION_PAUSED']);
  });
});

describe('the partner’s therapist', () => {
  const review = (now: string, over: Partial<CustodyFacts> = {}): unknown =>
    ask('T_BP', at(now), { state: 'READY', ...over });

  it('reads from the review on, for fourteen local days', () => {
    const open = { mode: 'review', until: at('2025-04-01T05:00:00Z') };
    expect(review('2025-03-17T14:59:59Z')).toBeNull();
    expect(review('2025-03-17T15:00:00Z')).toEqual(open);
    expect(review('2025-04-01T04:59:59Z')).toEqual(open);
    expect(review('2025-04-01T05:00:00Z')).toBeNull();
    expect(review('2025-03-18T15:00:00Z', { reviewSince: null })).toBeNull();
  });

  it('in the states from review to the session only, and later on request', () => {
    const now = at('2025-03-28T16:00:00Z');
    expect(disclosureStates.filter((state) => ask('T_BP', now, { state }))).toEqual([
      'PARTNER_THERAPIST_REVIEW', 'READY', 'VERIFYING', 'SCHEDULED', 'DAY_OF_CHECK', 'IN_SESSION', 'SESSION_PAUSED',
    ]); // prettier-ignore
    const laterReview = { from: start, until: end };
    expect(disclosureStates.filter((state) => ask('T_BP', now, { state, reviewSince: null, laterReview }))).toEqual([
      'IN_SESSION', 'SESSION_PAUSED', 'AFTERCARE_ACUTE', 'AFTERCARE', 'IMPACT_PREP', 'IMPACT_DELIVERED',
      'RESTITUTION_PREP', 'RESTITUTION_DELIVERED', 'COMPLETED',
    ]); // prettier-ignore
    expect(ask('T_BP', start, { state: 'AFTERCARE', laterReview })).toEqual({ mode: 'review', until: end });
    expect(ask('T_BP', end, { state: 'AFTERCARE', laterReview })).toBeNull();
    expect(ask('T_BP', now)).toEqual({ mode: 'session', until: at('2025-03-28T18:00:00Z') });
  });
});

it('author and own therapist read until it is deleted; nobody else does', () => {
  const readers = (over: Partial<CustodyFacts>): unknown[] =>
    documentReaders.filter((reader) => ask(reader, start, { state: 'PREPARING', ...over }) !== null);
  expect(readers({})).toEqual(['RP', 'T_RP']);
  expect(readers({ deletedAt: start })).toEqual([]);
  expect(readers({ state: 'IN_SESSION' })).toEqual(['RP', 'BP', 'T_RP', 'T_BP']);
  expect(ask('RP', start)).toEqual({ mode: 'author', until: null });
  expect(ask('T_RP', start)).toEqual({ mode: 'own_therapist', until: null });
});

describe('the end of the document', () => {
  it('is asked about on a local day', () => {
    expect(retentionDay(at('2025-05-16T04:59:00Z'), 'America/Chicago', 365)).toBe('2026-05-15');
  });

  it('needs both therapists and no legal hold', () => {
    const request = {
      state: 'COMPLETED',
      signedBy: ['T_RP', 'T_BP'],
      legalHold: false,
      versions: 3,
    } as const;
    expect(deleteDocument(request, end)).toEqual({ ok: true, value: { deletedAt: end, versions: 3 } });
    expect(
      deleteDocument({ ...request, state: 'AFTERCARE', signedBy: ['LEAD'], legalHold: null }, end),
    ).toEqual({
      ok: false,
      refusal: ['process_running', 'T_RP_signature', 'T_BP_signature', 'legal_hold'],
    });
    expect(deleteDocument({ ...request, legalHold: true }, end)).toEqual({
      ok: false,
      refusal: ['legal_hold'],
    });
    expect(deleteDocument({ ...request, signedBy: ['T_RP'] }, end)).toEqual({
      ok: false,
      refusal: ['T_BP_signature'],
    });
    expect(deleteDocument({ ...request, signedBy: ['T_BP'] }, end)).toEqual({
      ok: false,
      refusal: ['T_RP_signature'],
    });
  });
});
