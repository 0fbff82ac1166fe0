/**
 * The answer to "who is this?" that was asked for before the framework was there. It answers one request, the first:
 * whoever asks later wants to know how things are then.
 */
let asked: { readonly url: string; readonly answer: Promise<Response> } | null = null;

/** Asks at once. Nothing is thrown here: a failure is the answer of the request that takes it. */
export function askFirst(url: string, language: string): void {
  const answer = fetch(url, { headers: { accept: 'application/json', 'accept-language': language } });
  answer.catch(() => undefined);
  asked = { url, answer };
}

/** @returns what was asked for at `url`, once; null when nothing was, or when it has been taken */
export function takeFirst(url: string): Promise<Response> | null {
  if (asked?.url !== url) return null;
  const { answer } = asked;
  asked = null;
  return answer;
}
