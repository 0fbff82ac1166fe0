import { describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate } from '../shared/local-date.js';
import { alertKey, alertOn, inOrder, type Alert } from './alert.js';
import { audienceOf, episodeFor } from './alert-audience.js';
import { alertRules, type AlertRule } from './alert-rules.js';
import { alertLimits } from './alert-settings.js';
import { safetyRecipients } from './cover-rota.js';
import { levelOfEpisode, placeAlert, rulesOf, withAlert, type Episode } from './episode.js';
import { isOverdue, moveEpisode, type EpisodeAct, type EpisodeProgress } from './episode-progress.js';
import { precisionWords, rulePrecision } from './rule-precision.js';
import { supportToolWords, supportTools } from './support-tools.js';
import { isWorkingDay, workingDaysAfter } from './working-days.js';

const day = asLocalDate;
const limits = alertLimits();
const start = day('2025-05-25');
const plus = (days: number) => addDays(start, days);
const at = (rule: AlertRule, days: number, track: Alert['track'] = null) =>
  alertOn(rule, plus(days), { track });
const all = (...alerts: readonly Alert[]) =>
  alerts.reduce<readonly Episode[]>((episodes, alert) => withAlert(episodes, alert, limits), []);
const shape = (episodes: readonly Episode[]) => episodes.map((one) => [one.kind, one.openedOn, rulesOf(one)]);

describe('episodes', () => {
  it('merge what lies within 14 days of one of their alerts', () => {
    expect(shape(all(at('OT-3', 0), at('OT-1', 14)))).toEqual([['off_track', start, ['OT-1', 'OT-3']]]);
    expect(shape(all(at('OT-3', 0), at('OT-1', 14), at('OT-4', 28)))).toEqual([
      ['off_track', start, ['OT-1', 'OT-3', 'OT-4']],
    ]);
    expect(shape(all(at('OT-3', 0), at('OT-1', 15)))).toEqual([
      ['off_track', start, ['OT-3']],
      ['off_track', plus(15), ['OT-1']],
    ]);
    expect(shape(all(at('OT-3', 0), at('OT-1', -14)))).toHaveLength(1);
    expect(shape(all(at('OT-3', 0), at('OT-1', -15)))).toHaveLength(2);
  });

  it('open at most once in 14 days, and drop nothing', () => {
    const closed = all(at('OT-3', 0)).map((episode) => ({ ...episode, closedOn: plus(2) }));
    expect(placeAlert(closed, at('OT-1', 5), limits)).toEqual({ act: 'open', on: plus(14) });
    expect(placeAlert(closed, at('OT-1', 14), limits)).toEqual({ act: 'open', on: plus(14) });
    expect(placeAlert(closed, at('OT-1', 15), limits)).toEqual({ act: 'open', on: plus(15) });
    expect(placeAlert(closed, at('OT-3', 0), limits)).toEqual({ act: 'known' });
    expect(placeAlert([], at('OT-3', 0), limits)).toEqual({ act: 'open', on: start });
    expect(withAlert(closed, at('OT-3', 0), limits)).toBe(closed);
  });

  it('leave safety on its own: never merged, never capped, due at once', () => {
    const episodes = all(at('OT-3', 0), at('SAFE-1', 1, 'RP'), at('SAFE-1', 1, 'BP'), at('OT-1', 2));
    expect(shape(episodes)).toEqual([
      ['off_track', start, ['OT-1', 'OT-3']],
      ['safety', plus(1), ['SAFE-1']],
      ['safety', plus(1), ['SAFE-1']],
    ]);
    expect(episodes.map(({ acknowledgeBy }) => acknowledgeBy)).toEqual(['2025-05-28', plus(1), plus(1)]);
    expect(shape(all(at('SAFE-1', 0, 'RP'), at('OT-1', 1)))).toEqual([
      ['safety', start, ['SAFE-1']],
      ['off_track', plus(1), ['OT-1']],
    ]);
  });

  it('are as urgent as their most urgent rule', () => {
    const levels = [[at('OT-4', 0)], [at('OT-4', 0), at('OT-3', 0)], [at('OT-3', 0), at('OT-8', 0)]];
    expect(levels.map((alerts) => levelOfEpisode({ alerts }))).toEqual(['blue', 'amber', 'red']);
    expect(levelOfEpisode({ alerts: [at('SAFE-1', 0)] })).toBe('immediate');
  });
});

describe('alerts', () => {
  it('are told apart by rule, predictor, person, day and note', () => {
    expect(alertKey(alertOn('OT-4', start, { predictor: 'CT', track: 'RP', note: 'partner_higher' }))).toBe(
      'OT-4:CT:RP:2025-05-25:partner_higher',
    );
    expect(alertKey(at('OT-5', 0))).toBe('OT-5:::2025-05-25:');
    const mixed = [at('OT-8', 1), at('OT-4', 1), at('OT-9', 0), at('OT-4', 1)];
    expect(inOrder(mixed).map(({ rule }) => rule)).toEqual(['OT-9', 'OT-4', 'OT-8']);
    const held = { ...at('OT-1', 3), metOn: start };
    expect(inOrder([held, at('OT-1', 3)])).toEqual([held]);
  });
});

describe('acknowledging', () => {
  it('is due after three working days, without weekends and closed days', () => {
    expect(workingDaysAfter(start, 3)).toBe('2025-05-28'); // Sunday: Monday, Tuesday, Wednesday
    expect(workingDaysAfter(start, 3, [day('2025-05-26')])).toBe('2025-05-29');
    expect(workingDaysAfter(day('2025-05-29'), 3)).toBe('2025-06-03');
    expect(workingDaysAfter(day('2025-05-30'), 1)).toBe('2025-06-02');
    const week = [0, 1, 2, 3, 4, 5, 6].map((n) => isWorkingDay(addDays(day('2025-05-26'), n), []));
    expect(week).toEqual([true, true, true, true, true, false, false]);
    const own = withAlert([], at('OT-3', 0), alertLimits({ acknowledgeDays: 1 }), [day('2025-05-26')]);
    expect(own[0]?.acknowledgeBy).toBe('2025-05-27');
  });

  it('is overdue from the day after', () => {
    const open = { state: 'open' } as const;
    expect(isOverdue(open, start, start)).toBe(false);
    expect(isOverdue(open, start, plus(1))).toBe(true);
    expect(isOverdue({ state: 'acknowledged', by: 'a', on: start }, start, plus(9))).toBe(false);
  });
});

describe('progress', () => {
  const who = { by: 'castellan', on: start };
  const acts: readonly EpisodeAct[] = [
    { ...who, act: 'acknowledge' },
    { ...who, act: 'plan', tool: 'life_events', textRef: 'text-1' },
    { ...who, act: 'close', as: 'resolved' },
    { ...who, act: 'close', as: 'expected' },
    { ...who, act: 'close', as: 'false_alarm' },
  ];
  const plan: EpisodeProgress = { state: 'plan', ...who, tool: 'life_events', textRef: 'text-1' };
  const states: readonly (readonly [EpisodeProgress, readonly (EpisodeProgress['state'] | null)[]])[] = [
    [{ state: 'open' }, ['acknowledged', null, null, null, null]],
    [{ state: 'acknowledged', ...who }, [null, 'plan', null, null, null]],
    [plan, [null, 'plan', 'resolved', 'expected', 'false_alarm']],
    [{ state: 'resolved', ...who }, [null, null, null, null, null]],
    [{ state: 'expected', ...who }, [null, null, null, null, null]],
    [{ state: 'false_alarm', ...who }, [null, null, null, null, null]],
  ];

  it.each(states)('from %j goes in order only', (from, expected) => {
    const moved = acts.map((act) => moveEpisode(from, act));
    expect(moved.map((one) => (one.ok ? one.value.state : null))).toEqual(expected);
    for (const one of moved) if (!one.ok) expect(one.refusal).toBe('wrong_state');
  });

  it('keeps who, when and the plan', () => {
    const results = acts.slice(0, 3).map((act, index) => moveEpisode(states[index]?.[0] ?? plan, act));
    expect(results).toEqual([
      { ok: true, value: { state: 'acknowledged', ...who } },
      { ok: true, value: plan },
      { ok: true, value: { state: 'resolved', ...who } },
    ]);
  });
});

describe('audience', () => {
  it('is never the couple; what one person told is for their own therapist', () => {
    const seen = (track: Alert['track']) =>
      alertRules.map((rule) => audienceOf({ rule, track }).sides.join());
    const team = 'RP,BP,JOINT';
    expect(seen('BP')).toEqual(['BP', team, team, team, team, team, 'BP', 'RP', team, 'BP']);
    expect(seen('RP')).toEqual(['RP', team, team, team, team, team, 'RP', 'RP', team, 'RP']);
    expect(seen(null)).toEqual(['', team, team, team, team, team, '', 'RP', team, '']);
    expect(alertRules.filter((rule) => audienceOf({ rule, track: 'BP' }).cover)).toEqual(['SAFE-1']);
  });

  it('takes an overdue telling out of what the other therapists see', () => {
    const [episode] = all(at('OT-7', 0, 'RP'), at('OT-3', 1, 'RP'));
    if (!episode) throw new Error('One episode');
    const rules = (sides: Parameters<typeof episodeFor>[1]) => {
      const shown = episodeFor(episode, sides);
      return shown && rulesOf(shown);
    };
    expect(rules(['RP'])).toEqual(['OT-3', 'OT-7']);
    expect(rules(['BP'])).toEqual(['OT-3']);
    expect(rules(['JOINT', 'BP'])).toEqual(['OT-3']);
    expect(rules([])).toBeNull();
    const [alone] = all(at('OT-7', 0, 'RP'));
    expect(alone && episodeFor(alone, ['BP', 'JOINT'])).toBeNull();
  });

  it('of safety includes cover at the instant', () => {
    const [from, to] = [new Date(1000), new Date(2000)];
    const rota = [
      { staff: 'jo', coveredBy: 'priya', from, to },
      { staff: 'mina', coveredBy: 'dale', from, to },
      { staff: 'jo', coveredBy: 'jo', from, to },
    ];
    const heard = (ms: number) => safetyRecipients(['jo'], rota, new Date(ms)).staff;
    expect([999, 1000, 1999, 2000].map(heard)).toEqual([['jo'], ['jo', 'priya'], ['jo', 'priya'], ['jo']]);
    expect(safetyRecipients(['jo'], [], from).nobody).toBe(false);
    expect(safetyRecipients([], rota, from)).toEqual({ staff: [], nobody: true });
  });
});

describe('precision', () => {
  it('counts resolved episodes of each contributing rule', () => {
    const closed = [
      { rules: ['OT-2', 'OT-3'], disposition: 'resolved' },
      { rules: ['OT-3'], disposition: 'expected' },
      { rules: ['OT-3'], disposition: 'false_alarm' },
    ] as const;
    expect(rulePrecision(closed)).toEqual([
      { rule: 'OT-2', useful: 1, of: 1 },
      { rule: 'OT-3', useful: 1, of: 3 },
    ]);
    expect(rulePrecision([])).toEqual([]);
    expect(precisionWords({ useful: 7, of: 10 })).toEqual({ en: 'useful in 7 of 10', es: 'útil en 7 de 10' });
  });
});

describe('support tools', () => {
  it('are six, with a title and a question in both languages', () => {
    expect(supportTools).toHaveLength(6);
    for (const tool of supportTools) {
      const { title, question } = supportToolWords[tool];
      for (const text of [title.en, title.es, question.en, question.es])
        expect(text.length).toBeGreaterThan(5);
      expect([question.en.endsWith('?'), question.es.startsWith('¿') || question.es.includes(': ¿')]).toEqual(
        [true, true],
      );
    }
  });
});
