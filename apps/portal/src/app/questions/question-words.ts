import { libraryTemplateOf, type FieldOption, type Language } from '@trellis/domain';

const rows = libraryTemplateOf('B08')?.fields[0]?.rows ?? [];
const options = (key: string): readonly FieldOption[] => rows.find((row) => row.key === key)?.options ?? [];

/** Levels of detail as the exercise names them, by the name that the clinic keeps. */
const inExercise: Readonly<Record<string, string>> = {
  number_or_range: 'number_range',
  do_not_tell_me: 'do_not_tell',
};

/** What a question is about, in the words in which its author chose it; '' while it is open. */
export function categoryWord(category: string | null, language: Language): string {
  return options('category').find(({ value }) => value === category)?.label[language] ?? '';
}

/** How much its author wants to hear; '' while it is open. */
export function detailWord(detail: string | null, language: Language): string {
  const named = detail === null ? null : (inExercise[detail] ?? detail);
  return options('detail_level').find(({ value }) => value === named)?.label[language] ?? '';
}
