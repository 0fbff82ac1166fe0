import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OwnJointWorkView } from '@trellis/contracts';
import { coupleExercises } from '@trellis/domain';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { Session } from '../core/session/session';
import { JointWorkPage } from './joint-work-page';

const template = coupleExercises.find(({ code }) => code === 'C04')!;
const begun: OwnJointWorkView = {
  ...{ taskId: 't', templateCode: 'C04', title: template.title, purpose: template.purpose, template },
  ...{ state: 'assigned', version: 3, opens: 'both_in', revealed: false, mine: null, theirs: null },
  ...{ differs: false, inTurns: false, rests: null },
};

async function page(view: OwnJointWorkView) {
  const session = {
    person: () => ({ id: 'p', side: 'BP' }),
    partnerName: () => 'Rowan',
    therapistName: () => 'Jo',
  };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
      provideRouter([{ path: '**', children: [] }]),
      { provide: Session, useValue: session },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(JointWorkPage);
  fixture.componentRef.setInput('taskId', 't');
  fixture.detectChanges();
  server.expectOne('/api/home/joint-work/t').flush(view);
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
  return { element: fixture.nativeElement as HTMLElement, server };
}

describe('an exercise of two people', () => {
  it('says that nobody is told, and leads to the own part', async () => {
    const { element } = await page(begun);
    expect(element.textContent).toContain('Nobody is told when you write or hand in.');
    expect(element.querySelector('a[href="/tasks/t"]')?.textContent).toContain('Write my part');
    expect(element.querySelector('tr-half-words')).toBeNull();
  });

  it('lets the own part be taken back while it waits', async () => {
    const { element, server } = await page({ ...begun, state: 'submitted', mine: { noticed: 'the tea' } });
    expect(element.textContent).toContain('When both are in, you read them here.');
    const back = [...element.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes('Take my part back'),
    );
    back?.click();
    const asked = server.expectOne('/api/home/joint-work/t/taking-up');
    expect(asked.request.headers.get('if-match')).toContain('3');
    asked.flush({ version: 5, savedAt: '2025-01-06T18:00:00Z', state: 'draft' });
  });

  it('shows both parts once they are open, and offers nothing more', async () => {
    const { element } = await page({
      ...begun,
      ...{ state: 'reviewed', revealed: true, mine: { noticed: 'the tea' }, theirs: { noticed: 'the walk' } },
    });
    expect([...element.querySelectorAll('.words')].map(({ textContent }) => textContent)).toEqual([
      'the tea',
      'the walk',
    ]);
    expect(element.textContent).toContain('Rowan’s part');
    expect(element.querySelectorAll('.push button')).toHaveLength(0);
  });
});
