import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ReadinessRowView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { MarkForm } from './mark-form';
import { ReadinessOfCouple } from './readiness-of-couple';

const item: ReadinessRowView = {
  ...{ id: 'R8', side: 'RP', status: 'not_met', met: false, fact: null, version: 1, markedAt: null },
  ...{ markedByName: 'Mina Castellan', coSignerName: null, coSign: 'none', hasWords: false, mine: true },
  excusable: true,
};
const url = '/api/clinic/readiness/c1';

describe('the form that marks a criterion', () => {
  it('keeps what was chosen and written when a colleague marked it first, and says how it stands', async () => {
    TestBed.configureTestingModule({
      providers: [
        ReadinessOfCouple,
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideLanguages(),
        { provide: CurrentCouple, useValue: { reload: () => undefined } },
      ],
    });
    await TestBed.inject(Languages).use('en');
    const http = TestBed.inject(HttpTestingController);
    const readiness = TestBed.inject(ReadinessOfCouple);
    const fixture = TestBed.createComponent(MarkForm);
    fixture.componentRef.setInput('item', item);
    readiness.show('c1');
    const turn = async (): Promise<void> => {
      fixture.detectChanges();
      await new Promise((done) => setTimeout(done));
      fixture.detectChanges();
    };
    await turn();
    http.expectOne(url).flush({ items: [item], coSigners: [] });
    const page = fixture.nativeElement as HTMLElement;
    const save = async (): Promise<void> => {
      page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await turn();
    };
    page.querySelector<HTMLInputElement>('input[value="met"]')!.click();
    const box = page.querySelector('textarea')!;
    box.value = 'Read aloud twice.';
    box.dispatchEvent(new Event('input'));
    await save();
    const stale = { code: 'version_stale', facts: {}, correlationId: 'x' };
    http.expectOne(`${url}/items/R8`).flush(stale, { status: 412, statusText: 'no' });
    await turn();
    const theirs = { ...item, status: 'not_applicable', markedByName: 'Ana Ruiz', version: 2 } as const;
    http.expectOne(url).flush({ items: [theirs], coSigners: [] });
    fixture.componentRef.setInput('item', theirs);
    await turn();
    expect(page.querySelector('blockquote')?.textContent).toBe('Does not apply, Ana Ruiz');
    expect(page.querySelector<HTMLInputElement>('input:checked')?.value).toBe('met');
    expect(page.querySelector('textarea')?.value).toBe('Read aloud twice.');
    await save();
    const again = http.expectOne(`${url}/items/R8`);
    expect([again.request.body, again.request.headers.get('if-match')]).toEqual([
      { status: 'met', evidence: 'Read aloud twice.' },
      '"v2"',
    ]);
  });
});
