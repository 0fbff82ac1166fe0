export const importProblemCodes = [
  'not_a_questionnaire',
  'too_large',
  'link_id_missing',
  'link_id_twice',
  'text_missing',
  'type_not_supported',
  'modifier_not_supported',
  'expression_not_supported',
  'list_in_list',
  'list_not_flat',
  'options_not_inside',
  'too_few_options',
  'condition_not_supported',
  'condition_not_earlier',
  'nothing_to_answer',
  'copyright_missing',
  'attestation_missing',
  'licence_reference_missing',
  'attested_later',
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

/** `linkId` names the item, cut to 60 characters; null where it is about the whole. */
export type ImportProblem = Readonly<{ code: ImportProblemCode; linkId: string | null }>;

export function importProblem(code: ImportProblemCode, linkId: string | null = null): ImportProblem {
  return { code, linkId: linkId === null ? null : linkId.slice(0, 60) };
}
