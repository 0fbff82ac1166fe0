import { isUuid } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { DataSources } from '../platform/database/data-sources.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Config } from '../platform/config/env.js';
import { readKeyring, withNewMaster, writeKeyring } from '../platform/sealing/keyring.js';
import { FileMasterKeys } from '../platform/sealing/master-keys.js';
import { vaultOver } from '../platform/sealing/vault.js';
import { KeyRotation } from './key-rotation.js';
import { KeyRotationRepository } from './key-rotation.repository.js';

/** A command line that cannot be followed; its message is a sentence for the operator. */
export class UsageError extends Error {}

export const usage = `Usage: keys-rotate --master            a new master key; wraps every clinic key anew
       keys-rotate --clinic ID         new keys for one clinic and everybody in it
       keys-rotate --all-clinics       the same for every clinic
       keys-rotate --continue          goes on with what is unfinished and destroys what nothing needs
       keys-rotate --forget-earlier    takes master keys that wrap nothing any more out of the file`;

/** Longer than any transaction of a server may take, and longer than it caches a key. */
const graceSeconds = 600;

/** Opens a rotation as the owner of the tables of `config`'s database. Close it when done. */
export async function openRotation(
  config: Config,
): Promise<{ rotation: KeyRotation; close(): Promise<void> }> {
  const url = config.databaseDirectUrl;
  const sources = await DataSources.connect({ api: url, worker: url, auth: url }, [], 2);
  const work = new UnitOfWork(sources);
  const masters = new FileMasterKeys(config.masterKeyFile);
  const vault = vaultOver(work, masters);
  const rows = new KeyRotationRepository(work);
  return {
    rotation: new KeyRotation(work, rows, vault, masters, new AuditWriter(work)),
    close: () => sources.onApplicationShutdown(),
  };
}

/** Carries the command out and answers what to print. @throws UsageError, MasterKeyError */
export async function rotateCommand(
  config: Config,
  words: readonly string[],
  grace = graceSeconds,
): Promise<string[]> {
  const [option, value, ...more] = words;
  if (more.length > 0 || (option === '--clinic') !== (value !== undefined)) throw new UsageError(usage);
  const opened = await openRotation(config);
  const { rotation } = opened;
  try {
    switch (option) {
      case '--master':
        writeKeyring(config.masterKeyFile, withNewMaster(readKeyring(config.masterKeyFile)));
        return [`${String(await rotation.rewrapClinics())} clinic keys are wrapped by the new master key`];
      case '--clinic':
        return await rotateClinics(rotation, [await knownClinic(rotation, value)], grace);
      case '--all-clinics':
        return await rotateClinics(rotation, await rotation.clinics(), grace);
      case '--continue':
        await rotation.rewrapClinics();
        return await carryOn(rotation, await rotation.clinics(), grace);
      case '--forget-earlier':
        return await forgetEarlier(rotation, config.masterKeyFile);
      default:
        throw new UsageError(usage);
    }
  } finally {
    await opened.close();
  }
}

async function knownClinic(rotation: KeyRotation, id: string | undefined): Promise<string> {
  if (id === undefined || !isUuid(id)) throw new UsageError(usage);
  if (!(await rotation.clinics()).includes(id)) throw new UsageError(`There is no clinic ${id}.`);
  return id;
}

async function rotateClinics(
  rotation: KeyRotation,
  ids: readonly string[],
  grace: number,
): Promise<string[]> {
  for (const id of ids) await rotation.begin(id);
  return carryOn(rotation, ids, grace);
}

async function carryOn(rotation: KeyRotation, ids: readonly string[], grace: number): Promise<string[]> {
  const lines: string[] = [];
  let kept = 0;
  for (const id of ids) {
    const { renewed, resealed, destroyed, waiting } = await rotation.carryOn(id, grace);
    kept += waiting;
    lines.push(
      `clinic ${id}: ${String(renewed)} keys renewed, ${String(resealed)} values sealed anew, ` +
        `${String(destroyed)} retired keys destroyed, ${String(waiting)} kept for now`,
    );
  }
  if (kept > 0)
    lines.push(`Run keys-rotate --continue in ${String(Math.ceil(grace / 60))} minutes or later.`);
  return lines;
}

/** Every clinic key is under the current one before the others go; a key that wraps nothing opens old copies only. */
async function forgetEarlier(rotation: KeyRotation, file: string): Promise<string[]> {
  await rotation.rewrapClinics();
  const { masters, root } = readKeyring(file);
  writeKeyring(file, { masters: masters.slice(0, 1), root });
  return [
    `${String(masters.length - 1)} earlier master keys were taken out of the file. ` +
      'Copies of the database from before the change open with the earlier copy of the file alone.',
  ];
}
