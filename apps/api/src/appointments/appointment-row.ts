import type { Attendance, Compartment, SessionKind, Track } from '@trellis/domain';

/** A place of a person in a session. */
export interface PlaceRow {
  readonly id: string;
  readonly side: Track;
  readonly name: string;
  /** A disclosure knows words of its own. */
  readonly attendance: Attendance | 'came' | 'absent' | 'excused';
  readonly movedTo: string | null;
}

export interface StaffRow {
  readonly id: string;
  readonly name: string;
}

/** One session with everybody in it. */
export interface AppointmentRow {
  readonly id: string;
  readonly version: number;
  readonly couple_id: string;
  readonly couple_name: string;
  readonly kind: SessionKind;
  readonly side: Compartment;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly zone: string;
  readonly place: 'open' | 'room' | 'video';
  readonly room_id: string | null;
  readonly room_name: string | null;
  readonly link: string | null;
  readonly live: boolean;
  readonly clash: boolean;
  readonly series_id: string | null;
  readonly series_on: string | null;
  readonly rule_text: string | null;
  readonly people: readonly PlaceRow[];
  readonly staff: readonly StaffRow[];
}

/** A series as it is stored; days are texts. */
export interface SeriesRow {
  readonly id: string;
  readonly couple_id: string;
  readonly kind: SessionKind;
  readonly side: Compartment;
  readonly starts_on: string;
  readonly wall_time: string;
  readonly zone: string;
  readonly minutes: number;
  readonly rule_text: string;
  readonly exceptions: readonly unknown[];
  readonly place: 'open' | 'room' | 'video';
  readonly room_id: string | null;
  readonly link: string | null;
  readonly staff_ids: readonly string[];
  readonly written_until: Date;
  readonly made_by: string;
  readonly version: number;
}
