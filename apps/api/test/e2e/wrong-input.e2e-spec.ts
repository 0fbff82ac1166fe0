import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorStatus, type ErrorBody } from '@trellis/contracts';
import type { Response } from 'supertest';
import { declaredRoutes, type DeclaredRoute } from '../../src/access/declared-routes.js';
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
  type WrongValue,
} from '../corpora/wrong-input.js';
import { rightCalls } from '../right-calls/all.js';
import { addressOf, type RightCall, type RightCalls } from '../right-calls/right-call.js';
import { testApp, type TestApp } from '../test-app.js';
import type { CallOptions } from '../test-client.js';

interface Case extends CallOptions {
  readonly what: string;
  readonly path: string;
  readonly outcome: Outcome;
}

const slowAfter = 500;
/** Tables in which a refusal may leave a trace. */
const traces = [
  'audit_event',
  'rate_limit',
  'session',
  'idempotency_record',
  'migrations',
  'passkey_challenge',
];

describe('wrong input on every live route', () => {
  let app: TestApp;
  let routes: DeclaredRoute[];
  let right: RightCalls;
  let countRows: string;

  beforeAll(async () => {
    app = await testApp();
    routes = declaredRoutes(app.app).filter((route) => !['livez', 'readyz'].includes(route.path));
    const { ours, calls } = await rightCalls(app);
    otherKind = ours.clinicId;
    right = calls;
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

  it('V-1, V-3, L-6 takes every identifier, query, body and header for what it is, and stays whole', async () => {
    const wrong: string[] = [];
    let calls = 0;
    for (const route of routes) {
      const call = right[route.handler];
      if (call === undefined) continue;
      const before = await rows();
      const refused: Case[] = [];
      for (const one of casesOf(route, call)) {
        const { answer, took } = await timed(route, call, one);
        calls += 1;
        if (answer.status >= 400 && !keepsRefusals(answer)) refused.push(one);
        const problems = problemsOf(answer, one.outcome);
        if (took > slowAfter) problems.push(`took ${String(took)} ms`);
        if (problems.length > 0) wrong.push(`${route.handler} ${one.what}: ${problems.join('; ')}`);
      }
      // Counting is dear: only where the route left something is each refusal looked at alone.
      if (changed(before, await rows()).length > 0) wrong.push(...(await leftBy(route, call, refused)));
    }
    expect(wrong).toEqual([]);
    expect(calls).toBeGreaterThan(1500);
  }, 3_600_000);

  /** What refusals leave behind, each asked once more. */
  const leftBy = async (
    route: DeclaredRoute,
    call: RightCall,
    refused: readonly Case[],
  ): Promise<string[]> => {
    const found: string[] = [];
    for (const one of refused) {
      const before = await rows();
      const { answer } = await timed(route, call, one);
      const left = answer.status >= 400 && !keepsRefusals(answer) ? changed(before, await rows()) : [];
      if (left.length > 0) found.push(`${route.handler} ${one.what}: ${left.join('; ')}`);
    }
    return found;
  };
});

/** The quickest of four when slow: another process, or the collector of this one, may have had the machine. */
async function timed(
  route: DeclaredRoute,
  call: RightCall,
  one: Case,
): Promise<{ answer: Response; took: number }> {
  const client = await call.as();
  const send = async (): Promise<{ answer: Response; took: number }> => {
    const begun = performance.now();
    const answer = await client.raw(route.method, one.path, one);
    return { answer, took: Math.round(performance.now() - begun) };
  };
  const first = await send();
  let { took } = first;
  for (let more = 0; took > slowAfter && more < 3; more += 1) took = Math.min(took, (await send()).took);
  return { ...first, took };
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

function casesOf(route: DeclaredRoute, call: RightCall): Case[] {
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

/** All of them by `PROOF_INPUTS=all`; else a third, another third for each field. */
let turn = 0;
function valuesNow(): readonly WrongValue[] {
  if (process.env['PROOF_INPUTS'] === 'all') return wrongValues;
  turn += 1;
  return wrongValues.filter((_, at) => at % 3 === turn % 3);
}

function bodyCases({ body, loose }: RightCall): Omit<Case, 'path'>[] {
  if (body === undefined) return [];
  const fields = placesIn(body).flatMap((place) =>
    valuesNow().map(({ what, json, outcome }): Omit<Case, 'path'> => {
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
