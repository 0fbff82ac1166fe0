import { say } from '../shared/localized.js';
import type { ReadinessItem } from './readiness-item.js';

const side = 'JOINT';

/** S1 to S5: what the clinic brings. */
export const systemItems: readonly ReadinessItem[] = [
  {
    id: 'S1',
    side,
    actors: ['LEAD'],
    title: say('Releases between all therapists', 'Autorizaciones entre todos los terapeutas'),
    metBy: say('Signed, scoped and dated releases', 'Autorizaciones firmadas, con alcance y fecha'),
  },
  {
    id: 'S2',
    side,
    actors: ['ADMIN', 'LEAD'],
    title: say('Two separate debrief rooms', 'Dos salas separadas para después'),
    metBy: say('Two rooms held for the day', 'Dos salas reservadas para ese día'),
  },
  {
    id: 'S3',
    side,
    actors: ['ADMIN', 'LEAD'],
    title: say('Emergency contacts checked', 'Contactos de emergencia comprobados'),
    metBy: say('Contacts and local address checked', 'Contactos y dirección local comprobados'),
  },
  {
    id: 'S4',
    side,
    actors: ['LEAD'],
    title: say('No hard date within seven days', 'Ninguna fecha difícil en siete días'),
    metBy: say('A calendar check for the date', 'Una revisión del calendario para la fecha'),
  },
  {
    id: 'S5',
    side,
    actors: ['LEAD'],
    title: say(
      'Limits of confidentiality given to both',
      'Límites de la confidencialidad dados a ambas personas',
    ),
    metBy: say('The notice given to each person', 'El aviso entregado a cada persona'),
  },
];
