const opening = '-----BEGIN TRELLIS CHECKPOINTS-----';
const closing = '-----END TRELLIS CHECKPOINTS-----';

/**
 * Lines of checkpoints in a writing that mail programs leave alone: they break long lines, quote them and count spaces,
 * and a changed byte would be taken for a forgery.
 */
export function wrapped(lines: readonly string[]): string {
  const text = Buffer.from(lines.map((line) => `${line}\n`).join('')).toString('base64');
  return [opening, ...(text.match(/.{1,64}/g) ?? []), closing].join('\n');
}

/** The lines that a letter holds, each with its end; null for a text that is no such letter. */
export function unwrapped(letter: string): string | null {
  const from = letter.indexOf(opening);
  const to = letter.indexOf(closing, from);
  if (from < 0 || to < 0) return null;
  // Signs of quoting and of line ends are no signs of base64.
  const text = letter.slice(from + opening.length, to).replaceAll(/[^A-Za-z0-9+/=]/g, '');
  return Buffer.from(text, 'base64').toString('utf8');
}

/** What is sent once a day: what it is for, and the signed lines. It names no clinic but by its id, and nobody. */
export function checkpointLetter(lines: readonly string[], at: Date): { subject: string; text: string } {
  const day = at.toISOString().slice(0, 10);
  return {
    subject: `Trellis: checkpoints of the audit record, ${day}`,
    text: [
      'Keep this letter where nobody of the clinic and of its server can change it.',
      'It says how far each chain of the audit record reached. To verify against it, save it as a file:',
      '',
      '  audit-verify --anchors FILE --public-key checkpoint-key.pem',
      '',
      wrapped(lines),
      '',
    ].join('\n'),
  };
}
