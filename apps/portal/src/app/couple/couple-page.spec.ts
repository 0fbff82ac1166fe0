import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { disclosureStates } from '@trellis/domain';
import { words as english } from '../../i18n/en';
import { words as spanish } from '../../i18n/es';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { CouplePage } from './couple-page';
import { sampleCouple } from './sample-couple';

async function setUp(permissions: readonly string[]) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'couples/:coupleId', component: CouplePage }], withComponentInputBinding()),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      {
        provide: Session,
        useValue: { may: (one: string) => permissions.includes(one), staff: () => ({ id: 's-mina' }) },
      },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const harness = await RouterTestingHarness.create();
  const arrived = harness.navigateByUrl('/couples/c-1');
  await new Promise((done) => setTimeout(done));
  const asked = TestBed.inject(HttpTestingController).expectOne('/api/clinic/couples/c-1');
  const settled = async () => {
    await arrived;
    await new Promise((done) => setTimeout(done));
    await harness.fixture.whenStable();
    return harness.routeNativeElement!;
  };
  return { asked, settled };
}

const tabsOf = (page: HTMLElement) => [...page.querySelectorAll('nav a')].map((tab) => tab.textContent);

describe('the workspace of a couple', () => {
  it('says who they are, who cares for each side, and where the treatment stands', async () => {
    const { asked, settled } = await setUp(['disclosure.read', 'homework.read', 'predictors.read']);
    asked.flush(sampleCouple());
    const page = await settled();
    const head = page.querySelector('header')?.textContent.replace(/\s+/g, ' ');
    expect(head).toContain('Rowan and Sam Ellery');
    expect(head).toContain('Rowan recovering person, they/them · you');
    expect(head).toContain('Sam partner, they/them · Jo Whitlock LPC');
    expect(head).toContain('Stage 2, emotional intimacy, week 11');
    expect(head).toContain('Disclosure: Completed');
    expect(head).toContain('Limited secrets policy');
    expect(tabsOf(page)).toEqual(['Overview', 'Disclosure', 'Homework', 'Predictors', 'Care team']);
  });

  it('shows only the tabs a role may open', async () => {
    const { asked, settled } = await setUp([]);
    asked.flush(sampleCouple());
    expect(tabsOf(await settled())).toEqual(['Overview', 'Care team']);
  });

  it('says at all times when one clinician holds both sides', async () => {
    const { asked, settled } = await setUp([]);
    const careTeam = sampleCouple().careTeam.map((entry) => ({ ...entry, staffId: 's-mina' }));
    asked.flush(sampleCouple({ careTeam }));
    expect((await settled()).textContent).toContain('One clinician holds both sides');
  });

  it('tells a couple that is not yours apart from a server that is away', async () => {
    const gone = await setUp([]);
    const body = { code: 'not_found', facts: {}, correlationId: 'c' };
    gone.asked.flush(body, { status: 404, statusText: 'none' });
    expect((await gone.settled()).textContent).toContain('There is nothing here');
    TestBed.resetTestingModule();
    const away = await setUp([]);
    away.asked.error(new ProgressEvent('error'));
    const page = await away.settled();
    expect(page.textContent).toContain('could not be loaded');
    expect(page.querySelector('button')?.textContent).toContain('Try again');
  });

  it.each([...disclosureStates, 'PAUSED'] as const)(
    'has words in both languages for the state %s',
    (state) => {
      expect(english.couple.disclosureStates[state]).not.toBe('');
      expect(spanish.couple.disclosureStates[state]).not.toBe('');
    },
  );
});
