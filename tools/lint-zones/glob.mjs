/**
 * Turns one of our path patterns into a regular expression.
 * `**` any number of folders, `*` one name or part of one, `{a,b}` one of several.
 * @param {string} pattern
 * @returns {RegExp} anchored at both ends
 */
export function globToRegExp(pattern) {
  let source = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at];
    if (pattern.startsWith('**/', at)) {
      source += '(?:.*/)?';
      at += 2;
    } else if (pattern.startsWith('**', at)) {
      source += '.*';
      at += 1;
    } else if (char === '*') source += '[^/]*';
    else if (char === '{') source += '(?:';
    else if (char === '}') source += ')';
    else if (char === ',') source += '|';
    else source += /[\w/-]/.test(char) ? char : `\\${char}`;
  }
  return new RegExp(`^${source}$`);
}

/**
 * @param {readonly string[]} patterns
 * @returns {(path: string) => boolean} whether a path fits at least one pattern
 */
export function anyOf(patterns) {
  const tests = patterns.map(globToRegExp);
  return (path) => tests.some((test) => test.test(path));
}
