import { localDateOf } from '../shared/zoned-time.js';
import { say, type LocalizedText } from '../shared/localized.js';
import type { ReleaseRecord } from './release.js';

const notRead = say(
  'It can no longer be read. We have no record of it being opened.',
  'Ya no se puede leer. No tenemos registro de que alguien lo haya abierto.',
);
const neverShared = say('It was not shared with anyone.', 'No se compartió con nadie.');

/**
 * What the owner is told honestly after taking something back (HW-35). The day is a local day of the zone. Words
 * are chosen from the record alone; what was read cannot be unread. While a release was held, nobody had it.
 */
export function revokeNotice(record: ReleaseRecord, zone: string): LocalizedText {
  if (record.releasedAt === null) return neverShared;
  if (record.firstReadAt === null) return notRead;
  const on = localDateOf(record.firstReadAt, zone);
  return say(
    `It can no longer be read. It may have been read on ${on}.`,
    `Ya no se puede leer. Es posible que se haya leído el ${on}.`,
  );
}
