import { say } from '../../shared/localized.js';
import { coupleLocks, eitherPerson, mayStop, writtenTogether } from './couple-fields.js';
import { notAtAllToFully } from './shared-fields.js';
import type { HomeworkTemplate } from '../template.js';

const whenDue = { key: 'kept', is: ['yes', 'no'] } as const;

/**
 * C07 Kept-word tracker. The one who promised marks each row, the other one says whether they see it so too. A row
 * that is not due yet is marked as such and waits.
 */
export const c07: HomeworkTemplate = {
  code: 'C07',
  version: 1,
  track: 'C',
  title: say('Kept word', 'Palabra cumplida'),
  purpose: say('Small promises, kept in plain sight.', 'Promesas pequeñas, cumplidas a la vista.'),
  fields: [
    {
      key: 'promises',
      kind: 'list',
      label: say('Our promises', 'Nuestras promesas'),
      hint: say('Small and clear. Two or three are plenty.', 'Pequeñas y claras. Bastan dos o tres.'),
      required: true,
      by: 'together',
      leastRows: 1,
      rows: [
        { key: 'promise', kind: 'line', label: say('The promise', 'La promesa'), required: true },
        {
          key: 'promised_by',
          kind: 'choice',
          label: say('Promised by', 'La hizo'),
          required: true,
          options: eitherPerson,
        },
        { key: 'due', kind: 'day', label: say('Due', 'Para cuándo'), required: true },
        {
          key: 'kept',
          kind: 'choice',
          label: say('Kept?', '¿Cumplida?'),
          hint: say('Marked by the one who promised.', 'Lo marca quien hizo la promesa.'),
          required: true,
          options: [
            { value: 'yes', label: say('Yes', 'Sí') },
            { value: 'no', label: say('No', 'No') },
            { value: 'not_due', label: say('Not due yet', 'Todavía no toca') },
          ],
        },
        {
          key: 'told_early',
          kind: 'bool',
          label: say('If not: was it told early?', 'Si no: ¿se avisó a tiempo?'),
          required: true,
          askedWhen: { key: 'kept', is: ['no'] },
        },
        {
          key: 'confirmed',
          kind: 'bool',
          label: say('Does the other one see it so too?', '¿La otra persona lo ve igual?'),
          hint: say('Yes or no, both are fine.', 'Sí o no, las dos respuestas valen.'),
          required: true,
          askedWhen: whenDue,
        },
        {
          key: 'helped_trust',
          kind: 's04',
          label: say('How much did it help trust?', '¿Cuánto ayudó a la confianza?'),
          ends: notAtAllToFully,
          required: false,
          askedWhen: whenDue,
        },
      ],
    },
  ],
  cadence: { kind: 'weekly', times: 1 },
  minutes: 6,
  privacy: 'P4',
  sharing: { kind: 'together' },
  stages: [1, 2, 3],
  feeds: ['CT'],
  completion: [{ kind: 'answers' }, { kind: 'rows_all', key: 'promises', field: 'kept' }],
  lockedBy: coupleLocks,
  avoid: [],
  notes: [writtenTogether, mayStop],
};
