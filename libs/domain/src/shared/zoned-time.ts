import { dayMs } from './durations.js';
import { asLocalDate, type LocalDate } from './local-date.js';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** What the wall clock of the zone shows, written as if it were UTC, in ms. */
function wallMs(instantMs: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatFor(zone).formatToParts(instantMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function offsetMs(instantMs: number, zone: string): number {
  const whole = Math.floor(instantMs / 1000) * 1000;
  return wallMs(whole, zone) - whole;
}

/** True when the text names a time zone that this machine knows, such as 'America/Chicago'. */
export function isZone(zone: string): boolean {
  try {
    formatFor(zone);
    return true;
  } catch {
    return false;
  }
}

const knownDays = new Map<string, LocalDate>();
const knownDaysMax = 1000;

/** The calendar day that the zone shows at the instant. Throws RangeError for an unknown zone. */
export function localDateOf(instant: Date, zone: string): LocalDate {
  const key = `${instant.getTime()} ${zone}`;
  const known = knownDays.get(key);
  if (known !== undefined) return known;
  const day = asLocalDate(new Date(wallMs(instant.getTime(), zone)).toISOString().slice(0, 10));
  // One decision asks for the day of the same few instants dozens of times.
  if (knownDays.size >= knownDaysMax) knownDays.clear();
  knownDays.set(key, day);
  return day;
}

/** The wall time 'HH:mm' that the zone shows at the instant. */
export function localTimeOf(instant: Date, zone: string): string {
  return new Date(wallMs(instant.getTime(), zone)).toISOString().slice(11, 16);
}

/**
 * The instant at which the zone's wall clock shows the day and 'HH:mm'. A time that a clock change skips gives
 * the first instant after the gap; a time that comes twice gives the first. Throws RangeError for a time
 * outside 00:00 to 23:59 or an unknown zone.
 */
export function instantOf(day: LocalDate, time: string, zone: string): Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`Not a wall time: ${time}`);
  const wall = Date.parse(`${day}T${time}:00Z`);
  const before = offsetMs(wall - dayMs, zone);
  const after = offsetMs(wall + dayMs, zone);
  const matching = [wall - before, wall - after].filter((ms) => wallMs(ms, zone) === wall);
  if (matching.length > 0) return new Date(Math.min(...matching));
  return new Date(clockChange(wall - after, wall - before, zone));
}

/** The first instant in (low, high] with the offset that holds at high, to the second. */
function clockChange(low: number, high: number, zone: string): number {
  const target = offsetMs(high, zone);
  let [from, to] = [low / 1000, high / 1000];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (offsetMs(middle * 1000, zone) === target) to = middle;
    else from = middle;
  }
  return to * 1000;
}
