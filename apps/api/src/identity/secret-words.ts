const shortestName = 3;

/** A secret as it is compared: without case, spaces and punctuation, in one spelling. */
export function bareOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** True for text that is one part of up to six characters over and over. Expects bare text. */
export function isOnePartRepeated(text: string): boolean {
  return [1, 2, 3, 4, 5, 6].some((size) => {
    const part = text.slice(0, size);
    return text.length > size && part.repeat(Math.ceil(text.length / size)).startsWith(text);
  });
}

/** True when bare text holds one of the names, or one word of it; a name counts from three characters. */
export function namesSomebody(bare: string, names: readonly string[]): boolean {
  const named = names.flatMap((name) => [bareOf(name), ...name.split(/[\s@._+-]+/u).map(bareOf)]);
  return named.some((name) => name.length >= shortestName && bare.includes(name));
}
