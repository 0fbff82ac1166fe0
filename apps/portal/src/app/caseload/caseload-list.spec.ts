import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  type TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { apiInterceptor } from '../core/http/api-interceptor';
import { provideLanguages } from '../core/i18n/provide-languages';
import { CaseloadList } from './caseload-list';
import { sampleRow } from './sample-row';

const ids = (list: CaseloadList) => list.rows().map(({ id }) => id);
const page = (names: readonly string[], nextCursor: string | null) => ({
  couples: names.map((name) => sampleRow({ id: name, name })),
  nextCursor,
  total: 5,
});

function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideLanguages(),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      CaseloadList,
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const next = (): TestRequest => http.expectOne(({ url }) => url === '/api/clinic/caseload');
  return { list: TestBed.inject(CaseloadList), next };
}

const unwell = { code: 'busy', facts: {}, correlationId: 'c-1' };

describe('the caseload', () => {
  it('asks for search and order, and adds pages below the rows that are there', async () => {
    const { list, next } = setUp();
    const first = list.show({ search: 'el', sort: 'stage' });
    const request = next();
    expect(request.request.params.toString()).toBe('sort=stage&search=el');
    request.flush(page(['Ellery', 'Ellis'], 'after-ellis'));
    await first;
    const second = list.more();
    const more = next();
    expect(more.request.params.get('cursor')).toBe('after-ellis');
    more.flush(page(['Elm'], null));
    await second;
    expect(ids(list)).toEqual(['Ellery', 'Ellis', 'Elm']);
    expect(list.hasMore()).toBe(false);
  });

  it('keeps the rows when the next page fails, and asks for the same page again', async () => {
    const { list, next } = setUp();
    const first = list.show({ search: '', sort: 'name' });
    next().flush(page(['Birch'], 'after-birch'));
    await first;
    const second = list.more();
    next().flush(unwell, { status: 503, statusText: 'busy' });
    await second;
    expect(ids(list)).toEqual(['Birch']);
    expect(list.problem()?.code).toBe('busy');
    const again = list.again();
    const request = next();
    expect(request.request.params.get('cursor')).toBe('after-birch');
    request.flush(page(['Dale'], null));
    await again;
    expect(ids(list)).toEqual(['Birch', 'Dale']);
    expect(list.problem()).toBeNull();
  });

  it('shows the answer to the latest search, whatever arrives last', async () => {
    const { list, next } = setUp();
    const slow = list.show({ search: 'a', sort: 'name' });
    const slowRequest = next();
    const fast = list.show({ search: 'ab', sort: 'name' });
    next().flush(page(['Abbot'], null));
    await fast;
    slowRequest.flush(page(['Aster'], null));
    await slow;
    expect(ids(list)).toEqual(['Abbot']);
  });

  it('never shows rows of another search beside an error', async () => {
    const { list, next } = setUp();
    const first = list.show({ search: '', sort: 'name' });
    next().flush(page(['Birch'], null));
    await first;
    const second = list.show({ search: 'x', sort: 'name' });
    next().flush(unwell, { status: 503, statusText: 'busy' });
    await second;
    expect(ids(list)).toEqual([]);
    expect(list.state()).toBe('error');
  });

  it('tells loading from empty', async () => {
    const { list, next } = setUp();
    const first = list.show({ search: '', sort: 'name' });
    expect(list.state()).toBe('loading');
    next().flush(page([], null));
    await first;
    expect(list.state()).toBe('empty');
  });
});
