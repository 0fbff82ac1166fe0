import type { ExportView } from '@trellis/contracts';
import { Problem } from '../core/http/problem';
import { watchExport } from './export-watch';

const view = (state: ExportView['state'], rowsDone = 0): ExportView => ({
  id: 'e',
  report: 'caseload',
  format: 'csv',
  state,
  rowsDone,
  rowsTotal: 300,
  sha256: null,
  requestedByName: 'Dale',
  createdAt: '2025-06-24T14:00:00Z',
  expiresAt: null,
  downloads: 0,
});

/** Answers in turn; a Problem is thrown. The last one would be repeated for ever. */
function watched(answers: readonly (ExportView | Problem)[], stopAfter = Infinity) {
  const left = [...answers];
  const asked = jest.fn((): Promise<ExportView> => {
    const answer = left.length > 1 ? left.shift() : left[0];
    if (answer === undefined) throw new Error('nothing to answer');
    return answer instanceof Problem ? Promise.reject(answer) : Promise.resolve(answer);
  });
  const shown: ExportView[] = [];
  const waits: number[] = [];
  const done = watchExport({
    ask: asked,
    show: (one) => shown.push(one),
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    stopped: () => waits.length > stopAfter,
  });
  return { done, asked, shown, waits };
}

describe('watching an export', () => {
  it.each(['done', 'failed', 'expired'] as const)(
    'shows each step, one a second, and ends when it is %s',
    async (end) => {
      const { done, asked, shown, waits } = watched([view('queued'), view('running', 120), view(end, 300)]);
      await done;
      expect(shown.map(({ state }) => state)).toEqual(['queued', 'running', end]);
      expect(asked).toHaveBeenCalledTimes(3);
      expect(waits).toEqual([1000, 1000, 1000]);
    },
  );

  it('goes on over a network that comes and goes', async () => {
    const { done, shown } = watched([
      new Problem('unreachable'),
      view('running', 10),
      new Problem('busy'),
      view('done', 300),
    ]);
    await done;
    expect(shown.map(({ rowsDone }) => rowsDone)).toEqual([10, 300]);
  });

  it('ends with the reason when it may not ask any more', async () => {
    const { done, asked } = watched([view('running'), new Problem('not_found')]);
    await expect(done).rejects.toMatchObject({ code: 'not_found' });
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('ends when the page is left', async () => {
    const { done, asked } = watched([view('running')], 3);
    await done;
    expect(asked).toHaveBeenCalledTimes(3);
  });
});
