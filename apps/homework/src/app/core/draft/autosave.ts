import type { Answers } from '../homework/own-homework';
import type { Problem } from '../http/problem';
import type { DraftCopy } from './device-copy';
import { sameAnswers } from './same-answers';

/** A draft as the clinic has it. */
export interface ClinicCopy {
  readonly answers: Answers;
  readonly version: number;
  /** ISO instant; null when nothing was saved yet. */
  readonly savedAt: string | null;
}

export type Sent =
  | { readonly kind: 'saved'; readonly version: number; readonly savedAt: string }
  /** The clinic has a newer version; `clinic` is what it holds. */
  | { readonly kind: 'stale'; readonly clinic: ClinicCopy }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'refused'; readonly problem: Problem };

export interface AutosavePorts {
  send(answers: Answers, version: number): Promise<Sent>;
  /** Puts a sealed copy on the device; false when the device takes none. */
  keep(copy: DraftCopy): Promise<boolean>;
  /** Removes the sealed copy once the clinic has the text. */
  letGo(): void;
  /** Runs `act` once after so many milliseconds; gives the way to call it off. */
  later(ms: number, act: () => void): () => void;
  now(): number;
  changed(state: DraftState): void;
}

/** Where the text is. `clinic` is said only after the clinic has answered that it holds exactly this text. */
export type DraftPlace = 'clinic' | 'waiting' | 'sending' | 'offline' | 'signed_out' | 'refused' | 'two';

export interface DraftState {
  readonly place: DraftPlace;
  readonly onDevice: boolean;
  readonly answers: Answers;
  readonly version: number;
  readonly savedAt: string | null;
  /** The other text, while two versions stand side by side. */
  readonly other: ClinicCopy | null;
  readonly problem: Problem | null;
}

const IDLE_MS = 1_500;
const LONGEST_MS = 10_000;
const MANY_CHARACTERS = 200;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;
/** Of the texts that were sent without an answer, so many of the first and of the last are remembered. */
const REMEMBERED = 4;

/**
 * Saves one draft while it is written: 1.5 s after the last change, at least every 10 s, or after 200 characters.
 * Tries again with growing pauses (2 s to 60 s) when the clinic cannot be reached. Knows no browser and no clock
 * of its own, and never drops a text: what is unsaved stays in `state.answers` until the clinic has it.
 */
export class Autosave {
  #state: DraftState;
  /** What the clinic last said it holds, and what was last sent to it. */
  #base: Answers;
  #attempted: readonly Answers[] = [];
  #revision = 0;
  #keeping = false;
  #typed = 0;
  #firstUnsent: number | null = null;
  #failures = 0;
  #inFlight: Promise<void> | null = null;
  #callOff: () => void = () => undefined;
  readonly #ports: AutosavePorts;

  constructor(ports: AutosavePorts, start: ClinicCopy) {
    this.#ports = ports;
    this.#base = start.answers;
    this.#state = { ...start, place: 'clinic', onDevice: false, other: null, problem: null };
  }

  get state(): DraftState {
    return this.#state;
  }

  /** True while the clinic does not hold the text on screen. */
  get unsaved(): boolean {
    return !sameAnswers(this.#base, this.#state.answers) || this.#inFlight !== null;
  }

  /** Takes the text as it now stands. */
  change(answers: Answers): void {
    this.#typed += Math.abs(sizeOf(answers) - sizeOf(this.#state.answers));
    this.#revision += 1;
    this.#firstUnsent ??= this.#ports.now();
    const place = this.#state.other === null ? 'waiting' : 'two';
    this.#show({ answers, place, onDevice: false, problem: null });
    void this.#keepOnDevice();
    this.#schedule();
  }

  /**
   * Goes on with what a page that is gone had kept, as if it had been typed here. False, and nothing happens, while
   * this draft has unsaved text of its own.
   */
  recover({ answers, base, attempted, version }: DraftCopy): boolean {
    if (this.unsaved || this.#state.other !== null) return false;
    if (sameAnswers(base, answers)) {
      this.#ports.letGo();
      return true;
    }
    const { answers: held, version: newest, savedAt } = this.#state;
    this.#base = base;
    this.#attempted = attempted;
    this.#revision += 1;
    this.#show({ answers, version, place: 'waiting', onDevice: false });
    void this.#keepOnDevice();
    this.#reconcile({ answers: held, version: newest, savedAt });
    return true;
  }

  /** Tries to bring everything to the clinic now. True when the clinic holds the text on screen. */
  async flush(): Promise<boolean> {
    for (let round = 0; round < 3 && this.unsaved; round += 1) {
      if (this.#state.other !== null) return false;
      await (this.#inFlight ?? this.#send());
      if (this.#state.place !== 'clinic' && this.#state.place !== 'waiting') return false;
    }
    return !this.unsaved;
  }

  /** The network is back, or the person has signed in again: the pause between tries is over. */
  resume(): void {
    if (this.unsaved && this.#state.other === null) void this.#send();
  }

  /** The draft was opened again and this is what the clinic holds. */
  meet(clinic: ClinicCopy): void {
    if (this.#inFlight !== null || this.#state.other !== null) return;
    const { answers } = this.#state;
    if (sameAnswers(clinic.answers, answers) || !this.unsaved) {
      this.#base = clinic.answers;
      this.#show({ ...clinic, place: 'clinic', problem: null });
    } else this.#reconcile(clinic);
  }

  /** Goes on with this text after two versions stood side by side; it replaces the other at the clinic. */
  settle(answers: Answers): void {
    const { other } = this.#state;
    if (other === null) return;
    this.#base = other.answers;
    this.#show({ version: other.version, savedAt: other.savedAt, other: null });
    if (!sameAnswers(answers, other.answers)) this.change(answers);
    else this.#show({ answers: other.answers, place: 'clinic', onDevice: false });
    if (!this.unsaved) this.#ports.letGo();
  }

  #schedule(): void {
    if (this.#inFlight !== null || this.#state.other !== null || this.#failures > 0) return;
    const waited = this.#ports.now() - (this.#firstUnsent ?? this.#ports.now());
    const wait = this.#typed >= MANY_CHARACTERS ? 0 : Math.max(0, Math.min(IDLE_MS, LONGEST_MS - waited));
    this.#sendAfter(wait);
  }

  #sendAfter(ms: number): void {
    this.#callOff();
    this.#callOff = this.#ports.later(ms, () => void this.#send());
  }

  #send(): Promise<void> {
    this.#inFlight ??= this.#sendNow().finally(() => {
      this.#inFlight = null;
      this.#afterSending();
    });
    return this.#inFlight;
  }

  async #sendNow(): Promise<void> {
    this.#callOff();
    const { answers, version } = this.#state;
    this.#remember(answers);
    this.#typed = 0;
    this.#firstUnsent = null;
    this.#show({ place: 'sending' });
    this.#take(await this.#ports.send(answers, version), answers);
  }

  #take(sent: Sent, answers: Answers): void {
    this.#failures = sent.kind === 'unreachable' ? this.#failures + 1 : 0;
    if (sent.kind === 'saved') {
      this.#base = answers;
      this.#attempted = [];
      this.#show({ version: sent.version, savedAt: sent.savedAt, problem: null });
    } else if (sent.kind === 'stale') this.#reconcile(sent.clinic);
    else if (sent.kind === 'refused') this.#show({ place: 'refused', problem: sent.problem });
    else this.#show({ place: sent.kind === 'unreachable' ? 'offline' : 'signed_out' });
  }

  /** What comes after an answer is decided once nothing is on its way any more. */
  #afterSending(): void {
    const { place, other } = this.#state;
    if (other !== null || place === 'signed_out' || place === 'refused') return;
    if (place === 'offline') {
      this.#sendAfter(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1)));
    } else if (sameAnswers(this.#base, this.#state.answers)) {
      this.#ports.letGo();
      this.#show({ place: 'clinic', onDevice: false });
    } else {
      this.#firstUnsent ??= this.#ports.now();
      this.#show({ place: 'waiting' });
      this.#schedule();
    }
  }

  /** A newer version is at the clinic. It is a second text only if it is neither ours nor what we started from. */
  #reconcile(clinic: ClinicCopy): void {
    const { answers } = this.#state;
    const ours = [answers, this.#base, ...this.#attempted];
    if (ours.some((text) => sameAnswers(text, clinic.answers))) {
      this.#base = clinic.answers;
      this.#attempted = [];
      this.#show({ version: clinic.version, savedAt: clinic.savedAt, place: 'waiting' });
      if (this.#inFlight === null) this.#afterSending();
    } else {
      this.#callOff();
      this.#show({ place: 'two', other: clinic });
    }
  }

  /** Writes the newest text to the device, one copy at a time; what was typed meanwhile is written next. */
  async #keepOnDevice(): Promise<void> {
    if (this.#keeping) return;
    this.#keeping = true;
    for (let revision = -1, kept = true; kept && revision !== this.#revision;) {
      revision = this.#revision;
      const { answers, version } = this.#state;
      const copy = { answers, base: this.#base, attempted: this.#attempted, version };
      kept = await this.#ports.keep(copy).catch(() => false);
      // Only the newest text counts, and only until the clinic has it.
      if (this.#state.place === 'clinic') break;
      if (kept && revision === this.#revision) this.#show({ onDevice: true });
    }
    this.#keeping = false;
    if (this.#state.place === 'clinic') this.#ports.letGo();
  }

  /** The clinic may hold any text that was sent and not answered. The first ones were the likeliest to arrive. */
  #remember(answers: Answers): void {
    if (this.#attempted.some((text) => sameAnswers(text, answers))) return;
    const all = [...this.#attempted, answers];
    this.#attempted =
      all.length <= 2 * REMEMBERED ? all : [...all.slice(0, REMEMBERED), ...all.slice(-REMEMBERED)];
  }

  #show(part: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...part };
    this.#ports.changed(this.#state);
  }
}

function sizeOf(answers: Answers): number {
  return JSON.stringify(answers).length;
}
