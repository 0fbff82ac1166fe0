import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { StepView } from '@trellis/contracts';
import { apiInterceptor } from '../../core/http/api-interceptor';
import { Languages } from '../../core/i18n/languages';
import { provideLanguages } from '../../core/i18n/provide-languages';
import { StepsPanel } from './steps-panel';

const step = (key: string, openedAt: string | null, mayOpen: boolean): StepView => ({
  ...{ key, openedAt, mayOpen },
  label: { en: `Step ${key}`, es: `Paso ${key}` },
});

it('a therapist opens the next step for both, and no other', async () => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(StepsPanel);
  fixture.componentRef.setInput('workId', 'w');
  fixture.detectChanges();
  const steps = [step('step_0', 'then', false), step('step_1', null, true), step('step_2', null, false)];
  server.expectOne('/api/clinic/exercise-steps/w').flush({ steps });
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  const states = [...element.querySelectorAll('li :is(tr-chip, button)')];
  expect(states.map(({ textContent }) => textContent.trim())).toEqual(['Open', 'Open for both', 'Not yet']);
  element.querySelector('button')!.click();
  const sent = server.expectOne('/api/clinic/exercise-steps/w/opening');
  expect(sent.request.body).toEqual({ step: 'step_1' });
  sent.flush({ steps: [steps[0], step('step_1', 'now', false), steps[2]] });
  await settle();
  expect(element.querySelector('button')).toBeNull();
});
