import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the system under test is; written by the process that runs it, read by the journeys. */
export interface Address {
  /** Process id of the API that is running now. */
  readonly pid: number;
  /** Port of the portal; the homework app's is the next one. */
  readonly port: number;
  readonly logFile: string;
  /** Address of the database for the superuser, past every wall: only to let time pass for a session. */
  readonly database: string;
}

const FOLDER = path.join(import.meta.dirname, '../../../../dist/web-e2e-run');
const FILE = path.join(FOLDER, 'address.json');

export function writeAddress(address: Address): void {
  mkdirSync(FOLDER, { recursive: true });
  // Whole or not at all: a journey may be reading it.
  writeFileSync(`${FILE}.new`, JSON.stringify(address));
  renameSync(`${FILE}.new`, FILE);
}

export function readAddress(): Address {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Address;
}

export function localUrl(port: number): string {
  return `http://localhost:${String(port)}`;
}

export function portalUrl(): string {
  return localUrl(readAddress().port);
}

export function homeworkUrl(): string {
  return localUrl(readAddress().port + 1);
}
