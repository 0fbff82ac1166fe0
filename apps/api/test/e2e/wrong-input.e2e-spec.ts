import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorStatus, type ErrorBody } from '@trellis/contracts';
import type { Response } from 'supertest';
import { declaredRoutes, type DeclaredRoute } from '../../src/access/declared-routes.js';
import { arrangeCase, assignOne, type ArrangedCase } from '../arrange-case.js';
import {
  addCouple,
  invite,
  openInvitation,
  setUpMember,
  signIn,
  staffPassword,
} from '../arrange-identity.js';
import { arrangeStaff, newCouple, signedIn } from '../arrange.js';
import {
  extraKeys,
  insides,
  oddSearches,
  placesIn,
  withValue,
  wrongBodies,
  wrongIds,
  wrongKeys,
  wrongQueries,
  wrongValues,
  wrongVersions,
  type Outcome,
} from '../corpora/wrong-input.js';
import { testApp, type TestApp } from '../test-app.js';
import type { CallOptions, TestClient } from '../test-client.js';

/** How somebody who may would call a handler. */
interface Right {
  readonly as: () => Promise<TestClient>;
  readonly ids?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The query of a handler that reads one; '' when it needs none. */
  readonly query?: string;
  readonly version?: number;
  readonly keyed?: true;
  /** Fields that may be null, or whose values the handler itself judges. */
  readonly loose?: RegExp;
}

interface Case extends CallOptions {
  readonly what: string;
  readonly path: string;
  readonly outcome: Outcome;
}

const slowAfter = 500;
/** Tables in which a refusal may leave a trace. */
const traces = ['audit_event', 'rate_limit', 'session', 'idempotency_record', 'migrations'];

describe('wrong input on every live route', () => {
  let app: TestApp;
  let routes: DeclaredRoute[];
  let right: Record<string, Right>;
  let countRows: string;

  beforeAll(async () => {
    app = await testApp();
    routes = declaredRoutes(app.app).filter((route) => !['livez', 'readyz'].includes(route.path));
    right = await rightCalls(app);
    const tables = await app.db.sql<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)`,
      [traces],
    );
    countRows = `SELECT ${tables.map(({ name }) => `(SELECT count(*) FROM "${name}") AS "${name}"`).join(', ')}`;
  });
  afterAll(async () => app.close());

  const rows = async (): Promise<Record<string, string>> =>
    (await app.db.sql<Record<string, string>>(countRows))[0] ?? {};

  it('knows a right call of every handler', () => {
    expect(Object.keys(right).sort()).toEqual(routes.map(({ handler }) => handler).sort());
  });

  it('takes every identifier, query, body and header for what it is, and stays whole', async () => {
    const wrong: string[] = [];
    let calls = 0;
    let before = await rows();
    for (const route of routes) {
      const call = right[route.handler];
      if (call === undefined) continue;
      for (const one of casesOf(route, call)) {
        const { answer, took } = await timed(route, call, one);
        calls += 1;
        const after = await rows();
        const left = answer.status >= 400 && !keepsRefusals(answer) ? changed(before, after) : [];
        before = after;
        const problems = [...problemsOf(answer, one.outcome), ...left];
        if (took > slowAfter) problems.push(`took ${String(took)} ms`);
        if (problems.length > 0) wrong.push(`${route.handler} ${one.what}: ${problems.join('; ')}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(calls).toBeGreaterThan(1500);
  }, 120_000);
});

/** Once more when slow: another process may have had the machine. */
async function timed(
  route: DeclaredRoute,
  call: Right,
  one: Case,
): Promise<{ answer: Response; took: number }> {
  const client = await call.as();
  const send = async (): Promise<{ answer: Response; took: number }> => {
    const begun = performance.now();
    const answer = await client.raw(route.method, one.path, one);
    return { answer, took: Math.round(performance.now() - begun) };
  };
  const first = await send();
  return first.took <= slowAfter ? first : { ...first, took: Math.min(first.took, (await send()).took) };
}

function problemsOf(answer: Response, outcome: Outcome): string[] {
  if (answer.status < 400) return outcome === 'refused' ? [`answered ${String(answer.status)}`] : [];
  const body = answer.body as Partial<ErrorBody>;
  const problems = answer.status >= 500 ? [`fault ${String(answer.status)}`] : [];
  if (Object.keys(body).sort().join() !== 'code,correlationId,facts')
    problems.push(`body ${answer.text.slice(0, 80)}`);
  if (errorStatus[body.code ?? 'unexpected'] !== answer.status)
    problems.push(`${String(answer.status)} ${String(body.code)}`);
  if (insides.test(answer.text)) problems.push(`tells ${answer.text.slice(0, 120)}`);
  return problems;
}

/** A refused step of a disclosure is put on record by design. */
function keepsRefusals({ body }: Response): boolean {
  return (body as Partial<ErrorBody>).code === 'disclosure_refused';
}

function changed(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after)
    .filter((name) => before[name] !== after[name])
    .map((name) => `changed ${name}`);
}

function casesOf(route: DeclaredRoute, call: Right): Case[] {
  const path = addressOf(route, call.ids ?? {});
  const usual = { body: call.body, version: call.version };
  const whole = call.query === undefined || call.query === '' ? path : `${path}?${call.query}`;
  const glue = whole.includes('?') ? '&' : '?';
  return [
    ...Object.keys(call.ids ?? {}).flatMap((name) =>
      [...wrongIds, otherKind].map((id): Case => ({
        ...usual,
        what: `${name} ${id.slice(0, 40)}`,
        outcome: 'refused',
        path: addressOf(route, { ...call.ids, [name]: id }),
      })),
    ),
    ...(route.method === 'get' ? wrongQueries : []).map((query): Case => ({
      ...usual,
      what: query.slice(0, 60),
      path: `${whole}${glue}${query}`,
      outcome: call.query === undefined ? 'answered' : 'refused',
    })),
    ...(route.path === 'clinic/caseload' ? oddSearches : []).map((query): Case => ({
      what: query,
      path: `${path}?${query}`,
      outcome: 'answered',
    })),
    ...(call.keyed === true ? wrongKeys : []).map((key): Case => ({
      ...usual,
      what: `key ${String(key)}`,
      path,
      key,
      outcome: 'refused',
    })),
    ...(call.version === undefined ? [] : [undefined, ...wrongVersions]).map((value): Case => ({
      body: call.body,
      what: `if-match ${String(value)}`,
      path,
      outcome: 'refused',
      headers: value === undefined ? {} : { 'if-match': value },
    })),
    ...bodyCases(call).map((one): Case => ({ ...one, path, version: call.version })),
  ];
}

/** An id that exists and is of another kind. */
let otherKind = '';

function bodyCases({ body, loose }: Right): Omit<Case, 'path'>[] {
  if (body === undefined) return [];
  const fields = placesIn(body).flatMap((place) =>
    wrongValues.map(({ what, json, outcome }): Omit<Case, 'path'> => {
      const judged = loose?.test(place.join('.')) === true && !/NUL|surrogate|deep/.test(what);
      return {
        what: `${place.join('.')} ${what}`,
        body: withValue(body, place, json),
        outcome: judged ? 'answered' : outcome,
      };
    }),
  );
  return [
    ...fields,
    { what: 'no body', outcome: 'refused' },
    ...wrongBodies.map((text): Omit<Case, 'path'> => ({
      what: `body ${text.slice(0, 30)}`,
      body: text,
      outcome: 'refused',
    })),
    ...extraKeys.map((key): Omit<Case, 'path'> => ({
      what: `extra ${key}`,
      body: { ...body, [key]: 1 },
      outcome: 'refused',
    })),
  ];
}

function addressOf(route: DeclaredRoute, ids: Readonly<Record<string, string>>): string {
  return `/api/${route.path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? '')}`;
}

async function rightCalls(app: TestApp): Promise<Record<string, Right>> {
  const ours = await arrangeCase(app);
  otherKind = ours.clinicId;
  const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
  const admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
  const ordered = await admin.call('post', 'reports/exports', {
    body: { report: 'caseload', format: 'csv' },
  });
  const taskId = await assignOne(ours.mina, ours.rowanId, 'R01');
  return {
    ...(await sessionCalls(app, ours)),
    ...(await accountCalls(app)),
    ...(await managingCalls(app, ours)),
    ...staffCalls(ours, taskId),
    ...ownCalls(ours, taskId),
    ...reportCalls(admin, String(ordered.body.id)),
  };
}

async function sessionCalls(app: TestApp, ours: ArrangedCase): Promise<Record<string, Right>> {
  const member = await setUpMember(app);
  const mira = await signIn(app, member);
  const half = app.client('clinic');
  await half.call('post', 'session/password', { body: { email: member.email, password: staffPassword } });
  const { rowanId } = await addCouple(mira, member.id);
  const guest = await openInvitation(app, await invite(mira, rowanId));
  const is = (client: TestClient) => () => Promise.resolve(client);
  const freshStaff = () => signedIn(app, ours.clinicId, ours.minaId, 'therapist');
  const freshPerson = () => signedIn(app, ours.clinicId, ours.irisId, 'client');
  const stranger = (door: 'clinic' | 'home') => () => Promise.resolve(app.client(door));
  const code = { code: '000000' };
  return {
    'StaffSessionController.password': {
      as: stranger('clinic'),
      body: { email: 'a@b.example', password: 'x' },
    },
    'StaffSessionController.secondFactor': { as: is(half), body: code },
    'StaffSessionController.stepUp': { as: is(mira), body: code },
    'StaffSessionController.view': { as: freshStaff },
    'StaffSessionController.lock': { as: freshStaff },
    'StaffSessionController.signOut': { as: freshStaff },
    'PersonSessionController.signIn': {
      as: stranger('home'),
      body: { signInName: 'a-b-c', passphrase: 'x' },
    },
    'PersonSessionController.current': { as: freshPerson },
    'PersonSessionController.signOut': { as: freshPerson },
    'PersonSessionController.exit': { as: freshPerson },
    'ExchangeController.exchange': { as: stranger('home'), body: { token: 'A'.repeat(43), code: '000000' } },
    'EnrolmentController.view': { as: is(guest) },
    'EnrolmentController.enrol': {
      as: is(guest),
      body: { consents: ['privacy/1', 'secrets_policy/1'], language: 'en', passphrase: 'short' },
    },
  };
}

/** Sign-ins that lead nowhere, and one's own account. */
async function accountCalls(app: TestApp): Promise<Record<string, Right>> {
  const member = await setUpMember(app);
  const mira = await signIn(app, member);
  const as = (): Promise<TestClient> => Promise.resolve(mira);
  const stranger = (): Promise<TestClient> => Promise.resolve(app.client('clinic'));
  const half = app.client('clinic');
  await half.call('post', 'session/password', { body: { email: member.email, password: staffPassword } });
  const link = { token: 'A'.repeat(43), code: '000000' };
  const clinic = { clinicName: 'Pier', timeZone: 'America/Chicago', phone: '+1', alsoTherapist: true };
  const owner = { name: 'Ada', credentials: 'LMFT', email: 'a@b.example', password: 'words', code: '000000' };
  return {
    'FirstRunController.authenticator': { as: stranger, body: { token: link.token } },
    'FirstRunController.setUp': { as: stranger, body: { token: link.token, ...clinic, ...owner } },
    'JoinController.open': { as: stranger, body: link },
    'JoinController.join': {
      as: stranger,
      body: { ...link, password: 'words', authenticatorCode: '000000' },
    },
    'StaffSessionController.recoveryCode': {
      as: () => Promise.resolve(half),
      body: { code: 'AAAA-AAAA-AAAA' },
    },
    'StaffSessionController.changeOver': { as, body: { clinicId: randomUUID(), staffId: randomUUID() } },
    'OwnAccountController.view': { as },
    'OwnAccountController.recoveryCodes': { as },
    'OwnAccountController.password': { as, body: { current: 'x', password: 'y' } },
    'OwnAccountController.newAuthenticator': { as },
    'OwnAccountController.authenticator': { as, body: { code: '000000' } },
    'OwnAccountController.endDevice': { as, ids: { ref: 'A'.repeat(22) } },
  };
}

async function managingCalls(app: TestApp, ours: ArrangedCase): Promise<Record<string, Right>> {
  const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Bo Lind');
  const admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
  const as = (): Promise<TestClient> => Promise.resolve(admin);
  const ids = { staffId: await arrangeStaff(app, ours.clinicId, 'therapist', 'Kim Vale') };
  const invited = { name: 'Kim', credentials: 'LMFT', email: 'kim@b.example', role: 'therapist' };
  const made = await admin.call('post', 'staff/invitations', { body: invited });
  return {
    'StaffController.list': { as },
    'StaffController.invite': { as, body: invited, keyed: true },
    'StaffController.takeBack': { as, ids: { invitationId: String(made.body.id) } },
    'StaffController.change': { as, ids, body: { role: 'therapist', active: true } },
    'StaffController.endSessions': { as, ids },
  };
}

function staffCalls(ours: ArrangedCase, taskId: string): Record<string, Right> {
  const { coupleId, rowanId } = ours;
  const as = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const ids = { coupleId };
  const rating = { windowEndsOn: '2025-01-19', answers: { 'ct.t1': 2, 'ct.t2': 'cannot_say' } };
  return {
    'CouplesController.add': { as, body: newCouple(ours.minaId), keyed: true },
    'CouplesController.colleagues': { as },
    'CouplesController.one': { as, ids },
    'CaseloadController.page': { as, query: '' },
    'InvitationsController.create': { as, ids: { personId: rowanId }, keyed: true },
    'CaseHomeworkController.assign': {
      as,
      keyed: true,
      loose: /^days$/,
      body: { personId: rowanId, templateCode: 'R01', startsOn: '2025-01-07', days: 2 },
    },
    'CaseHomeworkController.list': { as, query: `coupleId=${coupleId}` },
    'CaseHomeworkController.read': { as, ids: { taskId } },
    'CaseHomeworkController.review': { as, ids: { taskId }, version: 1, keyed: true },
    'CouplePredictorsController.charts': { as, ids },
    'CouplePredictorsController.rate': { as, ids, body: rating, keyed: true, loose: /^answers/ },
    'DisclosureController.one': { as, ids },
    'DisclosureController.open': { as, ids, keyed: true },
    'DisclosureController.schedule': { as, ids, version: 0, body: { startsAt: '2025-02-01T10:00:00Z' } },
  };
}

function ownCalls(ours: ArrangedCase, taskId: string): Record<string, Right> {
  const as = (): Promise<TestClient> => Promise.resolve(ours.rowan);
  const ids = { taskId };
  const answers = { [`field-${randomUUID()}`]: 'words' };
  return {
    'OwnHomeworkController.today': { as },
    'OwnHomeworkController.record': { as, query: '' },
    'OwnHomeworkController.task': { as, ids },
    'OwnHomeworkController.saveDraft': { as, ids, version: 1, body: { answers }, loose: /^answers/ },
    'OwnHomeworkController.submit': { as, ids, version: 1, body: { answers }, keyed: true },
    'OwnHomeworkController.setAside': { as, ids, body: { tooHard: true }, keyed: true },
    'ConsentsController.measurement': { as },
    'OpeningsController.openings': { as, query: '' },
    'ConsentsController.change': { as, keyed: true, body: { given: true } },
    'OwnRatingsController.current': { as },
    'OwnRatingsController.give': {
      as,
      keyed: true,
      loose: /^answers/,
      body: { windowEndsOn: '2025-01-19', answers: { 'ct.r1': 2 } },
    },
  };
}

function reportCalls(admin: TestClient, exportId: string): Record<string, Right> {
  const as = (): Promise<TestClient> => Promise.resolve(admin);
  return {
    'ReportsController.ledger': { as, query: '' },
    'ReportsController.order': { as, body: { report: 'caseload', format: 'csv' }, keyed: true },
    'ReportsController.one': { as, ids: { exportId } },
    'ReportsController.file': { as, ids: { exportId } },
    'ReportsController.preview': { as, ids: { report: 'caseload' } },
    'AuditLogController.page': { as, query: 'from=2025-01-06&until=2025-01-12&action=homework.read' },
    'AuditLogController.filters': { as },
  };
}
