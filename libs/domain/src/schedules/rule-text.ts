import { asLocalDate } from '../shared/local-date.js';
import type { Schedule, ScheduleRule } from './schedule.js';

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const frequencies = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const;

/** Rule and end of a schedule as the text of RFC 5545 in which they are stored (APPT-07); days are local days. */
export function ruleText({ rule, end }: Pick<Schedule, 'rule' | 'end'>): string {
  const parts = [`FREQ=${frequencies[rule.every]}`, `INTERVAL=${rule.interval}`];
  if (rule.every === 'week') parts.push(`BYDAY=${rule.weekdays.map((day) => weekdayNames[day - 1]).join()}`);
  if (rule.every === 'month') parts.push(`BYMONTHDAY=${rule.dayOfMonth}`);
  if (end.kind === 'count') parts.push(`COUNT=${end.count}`);
  if (end.kind === 'until') parts.push(`UNTIL=${end.lastOn.replaceAll('-', '')}`);
  return parts.join(';');
}

/** Reads what `ruleText` wrote. Throws RangeError for any other text. */
export function readRuleText(text: string): Pick<Schedule, 'rule' | 'end'> {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]));
  const rule = readRule(parts);
  const [count, until] = [parts.get('COUNT'), parts.get('UNTIL')];
  if (count !== undefined) return { rule, end: { kind: 'count', count: Number(count) } };
  if (until === undefined) return { rule, end: { kind: 'never' } };
  const lastOn = asLocalDate(until.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
  return { rule, end: { kind: 'until', lastOn } };
}

function readRule(parts: ReadonlyMap<string, string>): ScheduleRule {
  const interval = Number(parts.get('INTERVAL'));
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return { every: 'day', interval };
    case 'WEEKLY':
      return { every: 'week', interval, weekdays: (parts.get('BYDAY') ?? '').split(',').map(weekdayOf) };
    case 'MONTHLY':
      return { every: 'month', interval, dayOfMonth: Number(parts.get('BYMONTHDAY')) };
    default:
      throw new RangeError('No rule of a schedule');
  }
}

function weekdayOf(name: string): number {
  const at = weekdayNames.indexOf(name);
  if (at < 0) throw new RangeError('No day of the week');
  return at + 1;
}
