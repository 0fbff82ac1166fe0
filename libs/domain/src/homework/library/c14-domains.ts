import { say } from '../../shared/localized.js';
import type { FieldOption } from '../field.js';

/** What the map of C14 asks about: neutral, for every orientation. A clinic may edit the list (HW-68). */
export const preferenceDomains: readonly FieldOption[] = [
  { value: 'non_sexual_touch', label: say('touch that is not sexual', 'contacto no sexual') },
  { value: 'kissing', label: say('kissing', 'besos') },
  { value: 'nudity', label: say('being undressed', 'estar sin ropa') },
  { value: 'setting_and_light', label: say('setting and light', 'ambiente y luz') },
  { value: 'words', label: say('words', 'palabras') },
  { value: 'initiating', label: say('who makes the first move', 'quién da el primer paso') },
  { value: 'toys', label: say('toys', 'juguetes') },
  { value: 'media', label: say('media, such as films', 'medios, como películas') },
  { value: 'fantasy_talk', label: say('talk about fantasies', 'hablar de fantasías') },
  { value: 'oral', label: say('oral sex', 'sexo oral') },
  { value: 'manual', label: say('touch with the hands', 'caricias con las manos') },
  { value: 'penetrative_giver', label: say('penetration, giving', 'penetración, dar') },
  { value: 'penetrative_receiver', label: say('penetration, receiving', 'penetración, recibir') },
  { value: 'solo_sexuality', label: say('time alone with my own body', 'sexualidad a solas') },
  { value: 'contraception_barriers', label: say('birth control and condoms', 'anticonceptivos y barreras') },
  { value: 'time_and_place', label: say('time and place', 'hora y lugar') },
  { value: 'after_care', label: say('care afterward', 'cuidado después') },
];
