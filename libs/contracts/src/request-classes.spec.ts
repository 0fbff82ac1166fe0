import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import * as contracts from './index.js';

type RequestClass = new () => object;

const requests = Object.entries(contracts).filter(
  (entry): entry is [string, RequestClass] => entry[0].endsWith('Request') && typeof entry[1] === 'function',
);

const rulesOf = (request: RequestClass) =>
  getMetadataStorage().getTargetValidationMetadatas(request, '', false, false);

/** What the strict pipe of the server does with a body. */
const problemsOf = (request: RequestClass, body: unknown): string[] =>
  validateSync(plainToInstance(request, body, { enableImplicitConversion: false }), {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  }).map(({ property }) => property);

describe('request classes', () => {
  it('are all found', () => {
    expect(requests.length).toBeGreaterThan(12);
  });

  it.each(requests)('%s refuses a key nobody asked for, and keys of the prototype', (_name, request) => {
    expect(problemsOf(request, { clinicId: 'x' })).toContain('clinicId');
    expect(problemsOf(request, JSON.parse('{"isAdmin":true}'))).toContain('isAdmin');
  });

  it.each(requests)('%s checks the type of each of its fields', (_name, request) => {
    const fields = [...new Set(rulesOf(request).map(({ propertyName }) => propertyName))];
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) {
      // Every field has one type, so that it refuses most of these; numbers of a query come as text.
      const taken = [7, true, 'x', [], {}].filter(
        (value) => !problemsOf(request, { [field]: value }).includes(field),
      );
      expect({ field, taken: taken.length <= 2 }).toEqual({ field, taken: true });
    }
  });

  it('look into nested objects and lists', () => {
    const partner = { name: 'Sam', pronouns: '', language: 'en', role: 'owner' };
    const [problem] = validateSync(
      plainToInstance(contracts.AddCoupleRequest, { partner, careTeam: [{ side: 'ALL' }] }),
      {
        whitelist: true,
        forbidNonWhitelisted: true,
      },
    ).filter(({ property }) => property === 'partner');
    expect(problem?.children?.map(({ property }) => property)).toEqual(['role']);
    expect(problemsOf(contracts.AddCoupleRequest, { careTeam: [{ side: 'ALL' }] })).toContain('careTeam');
  });

  it.each(['false', 0, '', [], {}])('take no %j for a truth value', (value) => {
    expect(problemsOf(contracts.SetAsideRequest, { tooHard: value })).toEqual(['tooHard']);
  });
});
