import { emptyClinicTemplate, type ClinicTemplate } from '@trellis/domain';

/** An exercise that North Pier wrote itself: whole, in both languages. */
export const kindMoments: ClinicTemplate = {
  ...emptyClinicTemplate,
  title: { en: 'Kind moments', es: 'Momentos amables' },
  purpose: {
    en: 'Notice one good thing of the day, however small.',
    es: 'Notar una cosa buena del día, por pequeña que sea.',
  },
  fields: [
    {
      ...{ key: 'q1', kind: 'text', required: true },
      label: { en: 'A kind moment of today', es: 'Un momento amable de hoy' },
      hint: { en: 'One sentence is enough.', es: 'Una frase basta.' },
    },
    {
      ...{ key: 'q2', kind: 'bool', required: true },
      label: { en: 'Was it hard to notice?', es: '¿Costó notarlo?' },
    },
    {
      ...{ key: 'q3', kind: 'line', required: false, privacy: 'P0', askedWhen: { key: 'q2', is: [true] } },
      label: { en: 'What made it hard?', es: '¿Qué lo hizo difícil?' },
    },
  ],
  cadence: { kind: 'weekly', times: 3 },
  minutes: 5,
  sharing: { kind: 'partner', fields: ['q1'] },
  avoid: [
    { en: 'In the first days after a new finding.', es: 'En los primeros días tras un hallazgo nuevo.' },
  ],
};

/** One that is still being written: Spanish is missing, and nothing is asked yet but its first question. */
export const eveningWalk: ClinicTemplate = {
  ...emptyClinicTemplate,
  title: { en: 'A walk before the evening', es: '' },
  fields: [
    {
      ...{ key: 'q1', kind: 'line', required: true },
      label: { en: 'Where I walked', es: '' },
    },
  ],
};
