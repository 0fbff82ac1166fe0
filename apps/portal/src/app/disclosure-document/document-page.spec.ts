import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  type TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { DocumentCustodyView, DocumentReviewView, DocumentVersionView } from '@trellis/contracts';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiInterceptor } from '../core/http/api-interceptor';
import { Languages } from '../core/i18n/languages';
import { provideLanguages } from '../core/i18n/provide-languages';
import { DocumentPage } from './document-page';

const url = '/api/clinic/disclosure-documents/c1';
const review: DocumentReviewView = {
  ...{ begun: true, state: 'DRAFTING', processVersion: 9, open: true },
  sections: [{ section: 'a', standing: 'open' }],
  versions: [{ number: 1, at: '2025-01-26T20:00:00Z', sections: ['a'] }],
  ...{ rounds: 1, roundsNeeded: 2, awaitingSince: null, answerDueOn: null, gaps: [], inventoryEntries: 1 },
  legal: { exposurePossible: false, minorOrCrime: true },
  ...{ version: 5, people: { author: 'Rowan', partner: 'Iris' }, laterReading: null },
};
const comment = {
  id: 'k1',
  number: 1,
  section: 'a',
  start: 4,
  length: 6,
  version: 2,
  settledAt: null,
} as const;
const version: DocumentVersionView = {
  ...{ number: 1, at: '2025-01-26T20:00:00Z', sections: [{ section: 'a', text: 'What I hid.' }] },
  comments: [
    { ...comment, text: 'Say when.', authorName: 'Mina', writtenAt: '2025-01-27T10:00:00Z', mine: true },
    {
      ...comment,
      id: 'k2',
      text: 'Go on.',
      authorName: 'Lee',
      writtenAt: '2025-01-27T11:00:00Z',
      mine: false,
    },
  ],
};
const custody: DocumentCustodyView = {
  ...{ versions: 1, askedOn: null, hold: null, holdCheckedAt: null, signatures: [], destroyedAt: null },
  ...{ missing: ['process_running', 'legal_hold'], version: 5, mySides: ['RP'] },
  ...{ laterReading: null, mayAskLater: false },
};

interface Answers {
  readonly review?: DocumentReviewView;
  readonly custody: DocumentCustodyView;
}

async function page(sides: readonly ('RP' | 'BP')[], answers: Answers) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideLanguages(),
      { provide: CurrentCouple, useValue: { view: () => ({ id: 'c1', mySides: sides }) } },
    ],
  });
  await TestBed.inject(Languages).use('en');
  const server = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(DocumentPage);
  fixture.componentRef.setInput('coupleId', 'c1');
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  /** Answers one question of the page after the other: of the held side, then of the keeping. */
  const load = async (): Promise<void> => {
    await settle();
    if (answers.review === undefined) {
      const none = { code: 'not_found', facts: {}, correlationId: 'x' };
      server.expectOne(`${url}/reading`).flush(none, { status: 404, statusText: 'no' });
    } else {
      server.expectOne(url).flush(answers.review);
      await settle();
      server.expectOne(`${url}/versions/1`).flush(version);
    }
    await settle();
    server.expectOne(`${url}/custody`).flush(answers.custody);
    await settle();
  };
  const press = async (name: string): Promise<void> => {
    const found = [...element.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
    if (found === undefined) throw new Error(`no button "${name}"`);
    found.click();
    await settle();
  };
  const sent = (rest: string): TestRequest => server.expectOne(`${url}${rest}`);
  await load();
  return { element, server, settle, load, press, sent };
}

describe('the document with the author’s therapist', () => {
  it('lifts a legal stop only after the two have talked, and leaves the other answer', async () => {
    const { press, sent, element } = await page(['RP'], { review, custody });
    expect(element.textContent).not.toContain('Lift the stop only after');
    await press('We have talked about it');
    await press('Lift the stop');
    const asked = sent('/legal');
    expect([asked.request.method, asked.request.body]).toEqual([
      'PUT',
      { exposurePossible: false, minorOrCrime: false },
    ]);
    expect(asked.request.headers.get('if-match')).toBe('"v5"');
  });

  it('offers to change and remove one’s own comments alone, and keeps their place', async () => {
    const { element, press, sent, server, settle } = await page(['RP'], { review, custody });
    const lines = [...element.querySelectorAll('tr-comment-line')];
    expect(lines.map((line) => line.querySelectorAll('button').length)).toEqual([2, 0]);
    await press('Change');
    const box = lines[0]?.querySelector('textarea');
    if (box == null) throw new Error('no field');
    expect(box.value).toBe('Say when.');
    box.value = 'Say when, by month.';
    box.dispatchEvent(new Event('input'));
    await settle();
    await press('Save the comment');
    const asked = sent('/comments/k1');
    expect(asked.request.body).toEqual({ start: 4, length: 6, text: 'Say when, by month.' });
    expect(asked.request.headers.get('if-match')).toBe('"v2"');
    asked.flush({ code: 'version_stale', facts: {}, correlationId: 'x' }, { status: 412, statusText: 'no' });
    await settle();
    server.expectOne(url).flush(review);
    await settle();
    const other = { ...version.comments[0]!, text: 'Say which year.', version: 3 };
    server.expectOne(`${url}/versions/1`).flush({ ...version, comments: [other, version.comments[1]!] });
    await settle();
    server.expectOne(`${url}/custody`).flush(custody);
    await settle();
    expect(lines[0]?.querySelector('textarea')?.value).toBe('Say when, by month.');
    expect(lines[0]?.querySelector('blockquote')?.textContent).toBe('Say which year.');
    await press('Save the comment');
    expect(sent('/comments/k1').request.headers.get('if-match')).toBe('"v3"');
  });

  it('asks once more before a comment is gone', async () => {
    const { press, sent, server } = await page(['RP'], { review, custody });
    await press('Remove');
    server.expectNone(`${url}/comments/k1/removal`);
    await press('Yes, remove it');
    expect(sent('/comments/k1/removal').request.headers.get('if-match')).toBe('"v2"');
  });

  it('reads the inventory only when asked to', async () => {
    const { element, press, sent, server, settle } = await page(['RP'], { review, custody });
    server.expectNone(`${url}/inventory`);
    await press('Read the inventory');
    const row = { period: '2023', behaviour: 'Videos', medium: 'Phone', frequency: '', timeCost: '1 h' };
    const rest = { moneyCost: '', secrecy: '', realPersons: false, healthRisk: true, source: 'memory' };
    sent('/inventory').flush({
      entries: [{ ...row, ...rest, knownByPartner: 'partly' }],
      version: 1,
      savedAt: null,
    });
    await settle();
    const said = element.querySelector('tr-inventory-card')?.textContent ?? '';
    expect(said).toContain('Videos');
    expect(said).toContain('A risk to health');
    expect(said).not.toContain('How often');
  });

  it('puts down whether the law keeps it, and agrees to a later reading', async () => {
    const asked = { id: 'l1', askedAt: '2025-04-01T10:00:00Z', until: null };
    const { press, sent, load } = await page(['RP'], {
      review,
      custody: { ...custody, laterReading: asked },
    });
    await press('No legal hold keeps it');
    const hold = sent('/custody/hold');
    expect([hold.request.body, hold.request.headers.get('if-match')]).toEqual([{ hold: false }, '"v5"']);
    hold.flush(custody);
    await load();
    await press('Agree to this reading');
    expect(sent('/later-readings/l1/agreement').request.method).toBe('POST');
  });
});

describe('the document with the partner’s therapist', () => {
  const theirs: DocumentCustodyView = { ...custody, mySides: ['BP'], mayAskLater: true };

  it('can be asked for again once the session has begun', async () => {
    const { press, sent, element } = await page(['BP'], { custody: theirs });
    expect(element.textContent).not.toContain('No legal hold keeps it');
    await press('Ask to read it again');
    expect(sent('/later-readings').request.method).toBe('POST');
  });

  it('shows no such offer before', async () => {
    const { element } = await page(['BP'], { custody: { ...theirs, mayAskLater: false } });
    expect(element.textContent).toContain('Keeping');
    expect(element.textContent).not.toContain('Ask to read it again');
  });
});
