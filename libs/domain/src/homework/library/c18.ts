import { say } from '../../shared/localized.js';
import { coupleLocks, mayStop, oneLine, writtenTogether } from './couple-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** C18 Slip-response rehearsal, twice, in a session. It is practice with a made-up slip, never a place to tell one. */
export const c18: HomeworkTemplate = {
  code: 'C18',
  version: 1,
  track: 'C',
  title: say('Practice: if a slip happens', 'Ensayo: si hay un tropiezo'),
  purpose: say(
    'Know what each of you does in the first hour.',
    'Saber qué hace cada persona en la primera hora.',
  ),
  fields: [
    {
      key: 'role_play',
      kind: 'multi',
      label: say('What we practiced', 'Lo que ensayamos'),
      required: true,
      by: 'together',
      options: [
        { value: 'ask_time', label: say('asking for a good moment', 'pedir un buen momento') },
        { value: 'say_it', label: say('saying it in one sentence', 'decirlo en una frase') },
        { value: 'no_answer_needed', label: say('no answer is needed', 'no hace falta responder') },
        { value: 'time_out', label: say('using the time-out', 'usar la pausa') },
        { value: 'call_support', label: say('calling support', 'llamar a quien apoya') },
        { value: 'next_contact', label: say('setting the next talk', 'fijar la próxima charla') },
      ],
    },
    {
      key: 'first_hour_wishes',
      kind: 'line',
      label: say('What I wish for in the first hour', 'Lo que deseo en la primera hora'),
      hint: oneLine,
      required: false,
      by: 'BP',
    },
    {
      key: 'my_sentence',
      kind: 'line',
      label: say('My sentence', 'Mi frase'),
      hint: say('Short, true, without “but”.', 'Corta, cierta, sin «pero».'),
      required: false,
      by: 'RP',
    },
    {
      key: 'support_calls',
      kind: 'list',
      label: say('Who I can call', 'A quién puedo llamar'),
      hint: say(
        'Such as “sponsor” or “friend”. Please no names.',
        'Por ejemplo, «grupo» o «amistad». Sin nombres, por favor.',
      ),
      required: false,
      rows: [{ key: 'who', kind: 'line', label: say('Who', 'Quién'), required: true }],
    },
  ],
  cadence: { kind: 'times', times: 2 },
  minutes: 30,
  privacy: 'P4',
  sharing: { kind: 'together' },
  stages: [1, 2, 3],
  feeds: ['CT', 'PI'],
  completion: [{ kind: 'answers' }, { kind: 'rounds', least: 2 }],
  lockedBy: coupleLocks,
  avoid: [],
  notes: [
    writtenTogether,
    mayStop,
    say('Practice in a session, with a made-up slip.', 'Ensayen en una sesión, con un tropiezo inventado.'),
  ],
};
