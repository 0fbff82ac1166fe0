import { daysBetween, type LocalDate } from '../../shared/local-date.js';
import { say, type LocalizedText } from '../../shared/localized.js';
import { fixedTerms } from '../settings.js';

/** Who confirms a line. `each` asks both people, each alone. */
export type LogisticsConfirmer = 'ADMIN' | 'LEAD' | 'T_RP' | 'T_BP' | 'each';

export type LogisticsItem = Readonly<{ id: string; text: LocalizedText; confirmedBy: LogisticsConfirmer }>;

function line(id: string, confirmedBy: LogisticsConfirmer, en: string, es: string): LogisticsItem {
  return { id, confirmedBy, text: say(en, es) };
}

/** What is arranged before the day (FTD-69, clinical brief 1.7). */
export const logisticsChecklist: readonly LogisticsItem[] = [
  line('date', 'LEAD', 'Date and time set', 'Fecha y hora fijadas'),
  line('rooms', 'ADMIN', 'Two rooms apart from the main room', 'Dos salas aparte de la principal'),
  line('transport', 'each', 'Separate ways there and back', 'Ida y vuelta por separado'),
  line(
    'children',
    'each',
    'Children not in the building, nor at home that evening',
    'Menores fuera del edificio, y fuera de casa esa noche',
  ),
  line('no_work', 'each', 'No work after the session', 'Sin trabajo después de la sesión'),
  line('phones', 'LEAD', 'Phones off', 'Teléfonos apagados'),
  line('food', 'ADMIN', 'Food and water at hand', 'Comida y agua a mano'),
  line(
    'copies',
    'T_RP',
    'Four paper copies, which stay with the therapists',
    'Cuatro copias en papel, que se quedan con terapeutas',
  ),
  line('seating', 'LEAD', 'Seats with a clear way out', 'Asientos con una salida libre'),
  line('arrival', 'LEAD', 'Separate arrival, the partner first', 'Llegada por separado, primero la pareja'),
  line(
    'leaving',
    'LEAD',
    'Separate leaving, the recovering person second',
    'Salida por separado, la persona en recuperación después',
  ),
  line('sleeping', 'each', 'Where each person sleeps', 'Dónde duerme cada persona'),
  line('pets', 'each', 'Who feeds the pets', 'Quién alimenta a las mascotas'),
  line('emergency_numbers', 'ADMIN', 'Emergency numbers checked', 'Números de emergencia comprobados'),
  line(
    'plan_rp',
    'T_RP',
    'Support plan of the recovering person',
    'Plan de apoyo de la persona en recuperación',
  ),
  line('plan_bp', 'T_BP', 'Support plan of the partner', 'Plan de apoyo de la pareja'),
  line(
    'pact',
    'LEAD',
    'The agreement for the first 48 hours, signed by both',
    'El acuerdo para las primeras 48 horas, firmado por ambas personas',
  ),
];

/** One confirmation that must be there: a line, and by whom. */
export type LogisticsMark = Readonly<{ id: string; by: Exclude<LogisticsConfirmer, 'each'> | 'RP' | 'BP' }>;

function marksNeeded({ id, confirmedBy }: LogisticsItem): readonly LogisticsMark[] {
  return confirmedBy === 'each'
    ? [
        { id, by: 'BP' },
        { id, by: 'RP' },
      ]
    : [{ id, by: confirmedBy }];
}

/** What is not confirmed yet, in the order of the list. */
export function logisticsGaps(confirmed: readonly LogisticsMark[]): readonly LogisticsMark[] {
  return logisticsChecklist
    .flatMap(marksNeeded)
    .filter((need) => !confirmed.some(({ id, by }) => id === need.id && by === need.by));
}

export type CalendarCheck = Readonly<{ checked: boolean; collisions: readonly LocalDate[] }>;

/**
 * Holidays, birthdays, court dates, exams and journeys within seven calendar days before or after the session
 * (FTD-69). Dates that nobody has gathered (null) are not a clear calendar: `checked` is false.
 */
export function calendarCheck(session: LocalDate, dates: readonly LocalDate[] | null): CalendarCheck {
  const near = (dates ?? []).filter((day) => Math.abs(daysBetween(session, day)) <= fixedTerms.collisionDays);
  return { checked: dates !== null, collisions: [...near].sort() };
}
