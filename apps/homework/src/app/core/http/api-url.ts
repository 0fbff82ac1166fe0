/**
 * Address of an API resource. `path` is one of `paths` (see @trellis/vocabulary), `parts` are appended
 * and encoded one by one: `apiUrl(paths.clinic.couples, id, 'homework')`.
 */
export function apiUrl(path: string, ...parts: readonly string[]): string {
  return ['/api', path, ...parts.map((part) => encodeURIComponent(part))].join('/');
}
