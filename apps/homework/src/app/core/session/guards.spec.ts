import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { PersonSessionView } from '@trellis/contracts';
import { routes } from '../../app.routes';
import { provideLanguages } from '../i18n/provide-languages';
import { Session } from './session';

const session = (side: 'RP' | 'BP'): PersonSessionView => ({
  ...{ level: 'full', csrfToken: 'x', idleSeconds: 600, partnerName: 'Rowan', therapistName: 'Jo' },
  endsAt: '2025-01-07T08:00:00Z',
  person: { id: 'p', name: 'Iris', side, language: 'en' },
  clinic: { name: 'Alder', timeZone: 'UTC', phone: '1' },
});

async function opened(side: 'RP' | 'BP', url: string): Promise<string> {
  TestBed.configureTestingModule({
    providers: [
      provideLanguages(),
      provideRouter(routes, withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
    ],
  });
  await TestBed.inject(Session).take(session(side));
  const harness = await RouterTestingHarness.create(url);
  return harness.routeNativeElement?.textContent ?? '';
}

describe('a page that is one person’s part', () => {
  it.each([
    ['BP', '/disclosure/aftercare/slip'],
    ['BP', '/disclosure/aftercare/left-out'],
    ['BP', '/disclosure/disclosure-document'],
    ['BP', '/disclosure/disclosure-document/inventory'],
    ['BP', '/disclosure/questions/received'],
    ['RP', '/disclosure/questions/wishes'],
    ['RP', '/disclosure/questions/3f0f1d1e-0000-4000-8000-000000000000'],
    ['BP', '/no/such/page'],
  ] as const)('is for %s at %s like an address that leads nowhere', async (side, url) => {
    expect(await opened(side, url)).toBe(await nowhere(side));
    TestBed.inject(HttpTestingController).verify();
  });

  it('opens to the person whose part it is', async () => {
    expect(await opened('RP', '/disclosure/aftercare/slip')).toContain('slip');
  });
});

async function nowhere(side: 'RP' | 'BP'): Promise<string> {
  TestBed.resetTestingModule();
  const words = await opened(side, '/nowhere');
  expect(words).toContain('There is nothing here');
  return words;
}
