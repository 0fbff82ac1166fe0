import { say } from '../../shared/localized.js';
import type { HomeworkTemplate } from '../template.js';

/** B02 Private journal. Done means that an entry was saved. It stays with the author alone (HW-50). */
export const b02: HomeworkTemplate = {
  code: 'B02',
  version: 1,
  track: 'B',
  title: say('Private journal', 'Diario privado'),
  purpose: say('A place that is yours alone.', 'Un lugar que es solo suyo.'),
  fields: [
    {
      key: 'entry',
      kind: 'text',
      label: say('Write as much or as little as you like', 'Escriba tanto o tan poco como quiera'),
      hint: say(
        'One word is enough. Your therapist sees only that you wrote.',
        'Basta una palabra. Su terapeuta solo ve que usted escribió.',
      ),
      required: true,
    },
  ],
  cadence: { kind: 'on_event' },
  minutes: 10,
  privacy: 'P0',
  sharing: { kind: 'none' },
  stages: [1, 2, 3],
  feeds: ['TS'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [],
  notes: [
    say(
      'Nobody else reads this. What you would like to talk about, you can bring to your therapist.',
      'Nadie más lo lee. Lo que quiera hablar, puede llevarlo a su terapeuta.',
    ),
  ],
  prompts: [
    say('What I know for sure today', 'Lo que hoy sé con certeza'),
    say('What I am carrying that is not mine', 'Lo que llevo y no es mío'),
    say('Anger would say …', 'El enojo diría…'),
  ],
};
