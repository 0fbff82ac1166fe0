import { say, type LocalizedText } from '../shared/localized.js';

export const instrumentProblemCodes = [
  'unknown_instrument',
  'not_a_questionnaire',
  'too_large',
  'link_id_missing',
  'link_id_twice',
  'option_without_value',
  'options_not_inside',
  'repeats',
  'expression_not_supported',
  'wrong_item_count',
  'wrong_answer_scale',
  'mapping_needed',
  'mapping_does_not_fit',
  'copyright_missing',
  'attestation_missing',
  'licence_reference_missing',
  'attested_later',
  'not_a_response',
  'not_completed',
  'other_questionnaire',
  'not_in_questionnaire',
  'answered_twice',
  'not_an_option',
  'wrong_type',
  'out_of_range',
  'total_differs',
] as const;
export type InstrumentProblemCode = (typeof instrumentProblemCodes)[number];

/** `linkId` names the item that it is about; null where it is about the whole. Never an answer. */
export type InstrumentProblem = Readonly<{ code: InstrumentProblemCode; linkId: string | null }>;

export function instrumentProblem(
  code: InstrumentProblemCode,
  linkId: string | null = null,
): InstrumentProblem {
  return { code, linkId };
}

/** What staff reads beside a refused upload or response (INST-03). */
export const instrumentProblemWords: Readonly<Record<InstrumentProblemCode, LocalizedText>> = {
  unknown_instrument: say('This instrument is not in the list.', 'Este instrumento no está en la lista.'),
  not_a_questionnaire: say(
    'The file is not a FHIR R4 Questionnaire.',
    'El archivo no es un Questionnaire FHIR R4.',
  ),
  too_large: say(
    'The form has too many parts or levels.',
    'El formulario tiene demasiadas partes o niveles.',
  ),
  link_id_missing: say('An item has no linkId.', 'Un ítem no tiene linkId.'),
  link_id_twice: say('Two items have the same linkId.', 'Dos ítems tienen el mismo linkId.'),
  option_without_value: say(
    'An answer option has no value: add ordinalValue or itemWeight.',
    'Una opción de respuesta no tiene valor: agregue ordinalValue o itemWeight.',
  ),
  options_not_inside: say(
    'The answer options must be in the file itself.',
    'Las opciones de respuesta deben estar en el mismo archivo.',
  ),
  repeats: say('A scored item may have one answer only.', 'Un ítem con puntaje admite una sola respuesta.'),
  expression_not_supported: say(
    'The only calculated expression that can be read is the sum of ordinals: answers().sum(value.ordinal()).',
    'La única expresión calculada que se puede leer es la suma de ordinales: answers().sum(value.ordinal()).',
  ),
  wrong_item_count: say(
    'The number of scored items is not that of the instrument.',
    'El número de ítems con puntaje no es el del instrumento.',
  ),
  wrong_answer_scale: say(
    'The values of an item are not those of the instrument.',
    'Los valores de un ítem no son los del instrumento.',
  ),
  mapping_needed: say(
    'Name the items of each scale and the reversed items.',
    'Indique los ítems de cada escala y los ítems inversos.',
  ),
  mapping_does_not_fit: say(
    'The named items do not fit the form or the instrument.',
    'Los ítems indicados no corresponden al formulario o al instrumento.',
  ),
  copyright_missing: say(
    'This instrument needs its copyright text in the file.',
    'Este instrumento necesita su texto de derechos de autor en el archivo.',
  ),
  attestation_missing: say(
    'Somebody must confirm the right to use this instrument.',
    'Alguien debe confirmar el derecho a usar este instrumento.',
  ),
  licence_reference_missing: say(
    'Give the number or name of the license or permission.',
    'Indique el número o el nombre de la licencia o del permiso.',
  ),
  attested_later: say(
    'The confirmation has a date in the future.',
    'La confirmación tiene una fecha futura.',
  ),
  not_a_response: say(
    'The file is not a FHIR R4 QuestionnaireResponse.',
    'El archivo no es un QuestionnaireResponse FHIR R4.',
  ),
  not_completed: say('The form was not finished.', 'El formulario no se terminó.'),
  other_questionnaire: say(
    'The answers belong to another form or version.',
    'Las respuestas son de otro formulario o de otra versión.',
  ),
  not_in_questionnaire: say(
    'An answer has no item in the form.',
    'Una respuesta no tiene ítem en el formulario.',
  ),
  answered_twice: say('An item has more than one answer.', 'Un ítem tiene más de una respuesta.'),
  not_an_option: say('An answer is not one of the options.', 'Una respuesta no es una de las opciones.'),
  wrong_type: say('An answer has the wrong type.', 'Una respuesta es de otro tipo.'),
  out_of_range: say('An answer is outside its range.', 'Una respuesta está fuera de su rango.'),
  total_differs: say(
    'The total in the file is not the sum of its answers.',
    'El total del archivo no es la suma de sus respuestas.',
  ),
};
