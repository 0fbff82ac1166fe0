import type { JointWorkPageView, JointWorkRowView, OwnTaskView, TodayView } from '@trellis/contracts';
import type { Teller, Voice } from './teller.js';

type Log = Readonly<Record<string, unknown>>;

const calm: Log = {
  ...{ attention: 3, calm: 4, pressure: 0, anxiety: 1, flash: 'no', numb: 'no' },
  ...{ stop_used: false, wish_next: 'stay', together_result: 'done' },
};
const stopped: Log = { stop_used: true, stop_respected: 'yes' };

/** The first exercise of touch, given to both for six weeks. */
export async function giveTouch(told: Teller, day: string): Promise<void> {
  told.at(day, '16:30');
  const body = { coupleId: told.coupleId, templateCode: 'C15', startsOn: told.day(day), days: 42 };
  await told.voices.coupleTherapist.call<JointWorkRowView[]>('post', 'joint-work', { body });
  await openStep(told, 'step_0');
}

/** A therapist opens the next step. */
async function openStep(told: Teller, step: string): Promise<void> {
  const { coupleTherapist } = told.voices;
  const { work: all } = await coupleTherapist.call<JointWorkPageView>(
    'get',
    `joint-work?coupleId=${told.coupleId}`,
  );
  const work = all.find(({ templateCode }) => templateCode === 'C15');
  if (work === undefined) throw new Error('touch was not given');
  await coupleTherapist.call('post', `exercise-steps/${work.id}/opening`, { body: { step } });
}

/** One time together in the evening, written down by each person alone. */
async function round(told: Teller, day: string, step: string, his: Log = {}, hers: Log = {}): Promise<void> {
  told.at(day, '21:30');
  for (const [person, own] of [
    [told.voices.recovering, his],
    [told.voices.partner, hers],
  ] as const)
    await handIn(person, { ...calm, on: told.day(day), step, ...own });
}

async function handIn(person: Voice, answers: Log): Promise<void> {
  const { tasks } = await person.call<TodayView>('get', 'homework/today');
  const task = tasks.find(({ templateCode }) => templateCode === 'C15');
  if (task === undefined) throw new Error('no touch exercise waits today');
  const { version } = await person.call<OwnTaskView>('get', `homework/${task.id}`);
  await person.call('post', `homework/${task.id}/submission`, { body: { answers }, version });
}

/** Three calm times, the first step three times with one stop that was heard, then one time with too much pressure. */
export async function comeCloser(told: Teller): Promise<void> {
  for (const day of ['2026-01-20', '2026-01-23', '2026-01-27']) await round(told, day, 'step_0');
  told.at('2026-01-28', '15:00');
  await openStep(told, 'step_1');
  await round(told, '2026-01-30', 'step_1');
  await round(told, '2026-02-03', 'step_1', {}, stopped);
  await round(told, '2026-02-06', 'step_1');
  await round(told, '2026-02-10', 'step_1', {}, { pressure: 3 });
}
