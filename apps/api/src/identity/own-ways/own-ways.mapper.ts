import type { OwnDevicesView } from '@trellis/contracts';
import { localDateOf } from '@trellis/domain';
import type { Device } from '../../platform/session/session-store.js';
import type { WayRow } from './own-ways.repository.js';

interface OwnDevices {
  readonly devices: readonly Device[];
  readonly ways: readonly WayRow[];
  /** SHA-256 of the token of the browser that asks; null where it has none. */
  readonly deviceHash: Buffer | null;
  readonly zone: string;
  readonly shared: boolean;
}

/** Instants become days of the clinic's calendar: when in the day somebody was here is nobody's to read. */
export function toOwnDevicesView({ devices, ways, deviceHash, zone, shared }: OwnDevices): OwnDevicesView {
  return {
    shared,
    sessions: devices.map(({ ref, device, startedAt, seenAt, current }) => ({
      ...{ ref, device, current },
      since: localDateOf(startedAt, zone),
      lastUsed: localDateOf(seenAt, zone),
    })),
    ways: ways.map((way) => ({
      id: way.id,
      kind: way.kind,
      since: localDateOf(way.created_at, zone),
      lastUsed: way.used_at === null ? null : localDateOf(way.used_at, zone),
      here: deviceHash !== null && way.token_hash?.equals(deviceHash) === true,
    })),
  };
}
